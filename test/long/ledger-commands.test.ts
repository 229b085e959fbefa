import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { localAccess } from '../../infra/local/environment.ts';
import { localNames } from '../../infra/local/names.ts';
import { lockState } from '../../infra/local/state-lock.ts';
import { headOf } from '../../shared/ledger/entry.ts';
import { readChain } from '../../shared/ledger/ledger.ts';
import { projectionKey } from '../../shared/ledger/projection.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { runScript } from '../support/commands.ts';
import { connectLedgerAt } from '../support/ledger.ts';
import { fillLedger, itemsOf, overwrite, remove, textsOf } from '../support/ledger-rows.ts';

const chain = 'LEDGER#province34#2024#P02';
const verify = (...args: string[]) => runScript('infra/local/commands/verify-ledger.ts', args);
const rebuild = (...args: string[]) => runScript('infra/local/commands/rebuild-lists.ts', args);

/** A state directory as a stopped pipeline leaves it, and a way to lay hands on its tables. */
async function stoppedPipeline() {
  const state = await temporaryDirectory();
  const directory = join(state, 'pipeline', 'dynamodb');
  await mkdir(directory, { recursive: true });
  async function onTables<T>(work: (deps: ReturnType<typeof connectLedgerAt>, url: string) => Promise<T>): Promise<T> {
    const dynamo = await startDynamo({ directory });
    const deps = connectLedgerAt(dynamo.url);
    try {
      return await work(deps, dynamo.url);
    } finally {
      deps.table.client.destroy();
      await dynamo.close();
    }
  }
  await onTables(fillLedger);
  return { state, onTables };
}

describe('npm run verify-ledger', () => {
  it('ends with 0 over a whole ledger and with 1 over a changed one, whose entry it names', async () => {
    const { state, onTables } = await stoppedPipeline();
    const whole = await verify('--state', state);
    expect(whole).toMatchObject({ status: 0, stderr: '' });
    expect(whole.stdout.trim().split('\n')).toEqual([
      'Sổ ghi nguyên vẹn: 4 chuỗi, 11 mục. / The ledger is whole: 4 chains, 11 entries.',
    ]);
    await onTables(async ({ ledger }) => {
      const [, second] = (await itemsOf(ledger.chains)).filter(({ pk }) => pk === chain);
      await overwrite(ledger.chains, { ...second!, at: '2020-01-01T00:00:00.000Z' });
    });
    const broken = await verify('--state', join(state, 'pipeline'));
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain(`BROKEN ${chain}: mục / entry 2 (answered), content`);
    expect(broken.stdout).toContain('1 of 4 chains broken, 11 entries');
  });

  it('compares with the heads that a release names', async () => {
    const { state, onTables } = await stoppedPipeline();
    const headIn = (name: string) => onTables(async ({ ledger }) => headOf(await readChain(ledger, name)));
    const period = await headIn('LEDGER#province34#2024');
    const head = await headIn(chain);
    const release = await temporaryDirectory();
    const name = (heads: unknown) =>
      writeFile(join(release, 'release.json'), JSON.stringify({ group: 'province34', period: '2024', heads }));
    await name({ period, units: { P02: head } });
    expect((await verify('--state', state, '--release', release)).status).toBe(0);
    await name({ period, units: { P02: { ...head, sha256: '0'.repeat(64) } } });
    const other = await verify('--state', state, '--release', release);
    expect(other.stdout).toContain(`${chain}: mục / entry 3 (certified), head, theo đợt công bố`);
    expect(other.status).toBe(1);
    await name(undefined);
    expect(await verify('--state', state, '--release', release)).toMatchObject({ status: 2 });
  });

  it('reads the tables of an account by the same way, while they are in use', async () => {
    const { onTables } = await stoppedPipeline();
    const args = ['--ledger-table', localNames.LEDGER_TABLE, '--score-table', localNames.SCORE_TABLE];
    const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = localAccess as Record<string, string>;
    const access = { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } as Record<string, string>;
    const ended = await onTables((_, url) =>
      runScript('infra/local/commands/verify-ledger.ts', args, { ...access, AWS_ENDPOINT_URL_DYNAMODB: url }),
    );
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toContain('4 chains, 11 entries');
  });

  it('ends with 2 on wrong use, and makes no state where there is none', async () => {
    const empty = await temporaryDirectory();
    const ways = [
      ['--state', empty],
      ['--ledger-table', 'x'],
      ['--state', empty, '--ledger-table', 'x', '--score-table', 'y'],
      ['--release', empty],
      ['--nothing'],
    ];
    const ended = await Promise.all(ways.map((args) => verify(...args)));
    for (const one of ended) expect(one).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: ') });
    expect(ended[0]!.stderr).toContain(`no pipeline has kept its state in ${empty}`);
  });

  it('says who has the state directory in use, and keeps its hands off', async () => {
    const { state } = await stoppedPipeline();
    const unlock = await lockState(join(state, 'pipeline'));
    const ended = await verify('--state', state);
    await unlock();
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain(`is in use by process ${process.pid}`);
  });
});

describe('npm run rebuild-lists', () => {
  it('makes lost and wrong rows again, says how many, and changes nothing the second time', async () => {
    const { state, onTables } = await stoppedPipeline();
    const before = await onTables(({ table }) => textsOf(table));
    await onTables(async ({ table }) => {
      await remove(table, projectionKey(chain));
      await overwrite(table, { ...projectionKey('LEDGER#province34#2024'), head: { number: 99 } });
    });
    const first = await rebuild('--state', state);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('Thiếu / missing 1, khác / different 1, đúng / right 2');
    expect(await onTables(({ table }) => textsOf(table))).toEqual(before);
    expect((await rebuild('--state', state)).stdout).toContain('Thiếu / missing 0, khác / different 0, đúng / right 4');
  });

  it('ends with 1 where a list speaks of a chain that is gone, and names it', async () => {
    const { state, onTables } = await stoppedPipeline();
    await onTables(({ table }) => overwrite(table, { ...projectionKey(`${chain}9`), head: { number: 1, sha256: '' } }));
    const ended = await rebuild('--state', state);
    expect(ended.status).toBe(1);
    expect(ended.stdout).toContain(`no chain: ${chain}9`);
  });
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import { runScript } from '../support/commands.ts';
import { threeUnits, workbookOf, workbooksOf } from '../support/round-workbooks.ts';
import { boot, bytesOf, get, makeStateDirectory, receive, reopen, runAndRelease } from '../support/running-pipeline.ts';

const corrected = threeUnits[2];
const reason = { kind: 'input', found_by: 'công dân' } as const;

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
/** Folders of r1, r2 and r3, as anybody would download them. */
const folders: string[] = [];
const made: Files[] = [];

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(join(state.path, 'pipeline'));
  await receive(await workbooksOf(threeUnits), pipeline);
  await keep((await runAndRelease(pipeline)).files);
  for (const [awareness, text_vi] of [['0.5', 'Nhập sai'] as const, [undefined, 'Số trước đúng'] as const]) {
    await reopen(corrected, pipeline);
    await receive([await workbookOf(corrected, awareness ? { awareness } : {})], pipeline);
    await keep((await runAndRelease(pipeline, { ...reason, text_vi })).files);
  }
  await pipeline.settled();
  await keepCommitments();
  await pipeline.close();
});
afterAll(() => state.remove());

/** As a stranger keeps them, with the key that stands at the site. */
async function keepCommitments(): Promise<void> {
  await mkdir(commitments());
  const fetched = async (path: string) => bytesOf(await get(pipeline, `/.well-known/${path}`));
  const { number: last } = JSON.parse((await fetched('dti-ledger/latest.json')).toString());
  const names = Array.from({ length: last }, (_, n) => [`${n + 1}.json`, `${n + 1}.json.sig`]).flat();
  for (const name of names) await writeFile(join(commitments(), name), await fetched(`dti-ledger/${name}`));
  await writeFile(key(), await fetched('dti-signing-key.pem'));
}

const commitments = () => join(state.path, 'dti-ledger');
const key = () => join(state.path, 'key.pem');

async function keep(files: Files): Promise<void> {
  const number = made.push(files);
  const folder = join(state.path, `r${number}`);
  folders.push(folder);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

describe('a release that is corrected, and corrected back', () => {
  it('says of each of the three, by the commands of a stranger, that it is what it was and rests on whole chains', async () => {
    for (const folder of folders) {
      const verified = await runScript('infra/local/commands/verify.ts', [folder]);
      expect([folder, verified.status, verified.stderr]).toEqual([folder, 0, '']);
      const args = ['--state', join(state.path, 'pipeline'), '--release', folder];
      const ledger = await runScript('infra/local/commands/verify-ledger.ts', args);
      expect([folder, ledger.status, ledger.stderr]).toEqual([folder, 0, '']);
    }
  });

  it('stands under signed commitments, all of which its chains still continue; one changed byte of them shows', async () => {
    const verify = (...args: string[]) =>
      runScript('infra/local/commands/verify-ledger.ts', [
        ...['--state', join(state.path, 'pipeline'), '--against', commitments()],
        ...args,
      ]);
    const trusted = await verify('--key', key());
    expect(trusted).toMatchObject({ status: 0, stderr: '' });
    expect(trusted.stdout).toMatch(/Chữ ký đúng, khóa SHA-256 [0-9a-f]{64}\./);
    expect(trusted.stdout).toContain('The key is the one given.');
    expect(trusted.stdout).toContain('The ledger is whole');
    const signature = join(commitments(), '1.json.sig');
    const bytes = await readFile(signature);
    await writeFile(signature, bytes.with(40, bytes[40]! ^ 1));
    const faulty = await verify('--key', key());
    expect(faulty).toMatchObject({ status: 1, stderr: '' });
    expect(faulty.stdout).toContain('Chữ ký của bản cam kết 1 sai.');
    expect(faulty.stdout).toContain('The ledger is whole');
  });

  it('comes back to the table it had, byte for byte, and says what it took back', () => {
    expect(made[2]!.get('scoreboard.csv')).toEqual(made[0]!.get('scoreboard.csv'));
    expect(made[1]!.get('scoreboard.csv')).not.toEqual(made[0]!.get('scoreboard.csv'));
    const corrections = JSON.parse(new TextDecoder().decode(made[2]!.get('corrections.json')));
    expect(corrections).toMatchObject({ corrects: 'dti/province34/2024/r2', reason: { text_vi: 'Số trước đúng' } });
  });

  it('keeps lists that are what the chains come to', async () => {
    const rebuilt = await runScript('infra/local/commands/rebuild-lists.ts', ['--state', join(state.path, 'pipeline')]);
    expect(rebuilt.stdout).toContain('missing 0, khác / different 0');
  });

  it('costs the same whatever its number: as many files, of about as many bytes', () => {
    const sizes = made.map((files) => [...files.values()].reduce((sum, { length }) => sum + length, 0));
    expect(made[2]!.size).toBe(made[1]!.size);
    expect(Math.abs(sizes[2]! - sizes[1]!)).toBeLessThan(sizes[1]! / 20);
  });
});

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { commitLedger } from '../../../../functions/commit-ledger/commit-ledger.ts';
import { readCommittedHeads } from '../../../../infra/local/ledger/committed-heads.ts';
import { readKeptCommitments } from '../../../../infra/local/ledger/kept-commitments.ts';
import { rebuildLists } from '../../../../infra/local/ledger/rebuild-lists.ts';
import { verifyLedger } from '../../../../infra/local/ledger/verify-ledger.ts';
import { canonicalJson } from '../../../../shared/digest/canonical-json.ts';
import { type Bucket, getObject, putObject } from '../../../../shared/lake/objects.ts';
import { headsKey } from '../../../../shared/ledger/commitments/commitment.ts';
import { type Entry, genesisOf, hashOf } from '../../../../shared/ledger/entry.ts';
import { type Ledger, readChain } from '../../../../shared/ledger/ledger.ts';
import { openEngines } from '../../../support/engines.ts';
import { openRound } from '../../../support/released-round.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const chain = 'LEDGER#province34#2024#P46-2025';

/** Rewrites a whole chain so that it fits itself, as whoever holds the table could. */
async function rewrite(ledger: Ledger, change: (entry: Entry) => Entry): Promise<void> {
  let previous = genesisOf(chain);
  for (const entry of await readChain(ledger, chain)) {
    const changed = { ...change(entry), previous };
    const Item = { pk: chain, sk: String(entry.number).padStart(8, '0'), ...changed };
    await ledger.chains.client.send(new PutCommand({ TableName: ledger.chains.name, Item }));
    previous = hashOf(changed);
  }
}

const headsFrom = async (path: string, lake: Bucket | null) =>
  readCommittedHeads(await readKeptCommitments(path), lake);

const numbersIn = async (path: string) => (await readKeptCommitments(path)).map(({ commitment }) => commitment.number);

async function open() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive('P46-2025');
  const commitment = await commitLedger({ ...engines, now: () => new Date() });
  const file = join(await temporaryDirectory(), '1.json');
  await writeFile(file, JSON.stringify(commitment));
  const broken = async (path = file) => {
    const heads = await headsFrom(path, engines.lake);
    const verdicts = await Array.fromAsync(verifyLedger(engines, { commitment: heads }));
    return verdicts.flatMap(({ broken: found }) => (found ? [`${found.chain} ${found.number} ${found.witness}`] : []));
  };
  return { engines, round, commitment, file, broken };
}

describe('a chain against what was published of it', () => {
  it('continues it, however much was appended since', async () => {
    const { round, broken } = await open();
    await round.receive('P46-2025');
    expect(await broken()).toEqual([]);
  });

  it('does not, once it was rewritten whole, with its list made again', async () => {
    const { engines, broken } = await open();
    await rewrite(engines.ledger, (entry) =>
      entry.number === 1 ? { ...entry, at: '2024-01-01T00:00:00.000Z' } : entry,
    );
    await Array.fromAsync(rebuildLists(engines));
    expect(await Array.fromAsync(verifyLedger(engines, {}))).toSatisfy((all: { broken: unknown }[]) =>
      all.every(({ broken: found }) => found === null),
    );
    expect(await broken()).toEqual([`${chain} 2 commitment`]);
  });

  it('is found rewritten by an earlier commitment beside the one that is named: it changed before that', async () => {
    const { engines, round, file, broken } = await open();
    const folder = dirname(file);
    const kept = async (number: number) =>
      (await getObject(engines.publicBucket, `.well-known/dti-ledger/${number}.json`))!.bytes;
    await writeFile(file, await kept(1));
    await round.receive('P01-2025');
    // The hour before is told again; after it the first unit's chain is under the first commitment alone.
    await commitLedger({ ...engines, now: () => new Date(Date.now() + 2 * 3_600_000) });
    await commitLedger({ ...engines, now: () => new Date(Date.now() + 26 * 3_600_000) });
    for (const number of [2, 3]) await writeFile(join(folder, `${number}.json`), await kept(number));
    const newest = join(folder, '3.json');
    expect(await numbersIn(newest)).toEqual([3, 2, 1]);
    expect(await numbersIn(folder)).toEqual([3, 2, 1]);
    await rewrite(engines.ledger, (entry) => ({ ...entry, at: '2024-01-01T00:00:00.000Z' }));
    expect(await broken(newest)).toEqual([`${chain} 2 commitment`]);

    await rm(join(folder, '2.json'));
    expect(await numbersIn(newest)).toEqual([3]);
    // Of a folder what lies before a gap counts as well.
    expect(await broken(folder)).toEqual([`${chain} 2 commitment`]);
    expect(await numbersIn(folder)).toEqual([3, 1]);
    await writeFile(join(folder, '2.json'), `${Buffer.from(await kept(2))} `);
    for (const path of [newest, folder])
      await expect(readKeptCommitments(path)).rejects.toMatchObject({ code: 'COMMITMENT_LINK_BROKEN' });
    await rm(join(folder, '2.json'));
    await writeFile(join(folder, '5.json'), await kept(3));
    await expect(readKeptCommitments(folder)).rejects.toMatchObject({ code: 'COMMITMENT_LINK_BROKEN' });
  });

  it('cannot be judged by a list of heads that was not committed to', async () => {
    const { engines, commitment, file } = await open();
    const other = { number: 1, read_at: '', heads: [] };
    await putObject(engines.lake, headsKey(commitment), canonicalJson(other));
    await expect(headsFrom(file, engines.lake)).rejects.toMatchObject({ code: 'COMMITMENT_HEADS_CHANGED' });
    await writeFile(file, JSON.stringify({ ...commitment, root: 'a'.repeat(64) }));
    await expect(headsFrom(file, engines.lake)).rejects.toMatchObject({ code: 'COMMITMENT_HEADS_MISSING' });
  });

  it('says so of an earlier commitment that is there and cannot be read', async () => {
    const { engines, commitment, file } = await open();
    const second = join(dirname(file), '2.json');
    await writeFile(second, JSON.stringify({ ...commitment, number: 2 }));
    await rm(file);
    await mkdir(file);
    await expect(headsFrom(second, engines.lake)).rejects.toThrow('cannot be read');
  });

  it('wants a commitment, and the lake', async () => {
    const { engines, file } = await open();
    await expect(headsFrom(file, null)).rejects.toThrow('--lake-bucket');
    await writeFile(file, '{"number": 1}');
    await expect(headsFrom(file, engines.lake)).rejects.toThrow('no commitment');
    await expect(headsFrom(`${file}x`, engines.lake)).rejects.toThrow('no such file');
    await expect(headsFrom(await temporaryDirectory(), engines.lake)).rejects.toThrow('no commitment in it');
  });
});

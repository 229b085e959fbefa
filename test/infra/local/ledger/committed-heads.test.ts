import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { commitLedger } from '../../../../functions/commit-ledger/commit-ledger.ts';
import { readCommittedHeads } from '../../../../infra/local/ledger/committed-heads.ts';
import { rebuildLists } from '../../../../infra/local/ledger/rebuild-lists.ts';
import { verifyLedger } from '../../../../infra/local/ledger/verify-ledger.ts';
import { canonicalJson } from '../../../../shared/digest/canonical-json.ts';
import { putObject } from '../../../../shared/lake/objects.ts';
import { headsKey } from '../../../../shared/ledger/commitments/commitment.ts';
import { type Entry, genesisOf, hashOf } from '../../../../shared/ledger/entry.ts';
import { type Ledger, readChain } from '../../../../shared/ledger/ledger.ts';
import { openEngines, openRound } from '../../../support/released-round.ts';
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

async function open() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive('P46-2025');
  const commitment = await commitLedger({ ...engines, now: () => new Date() });
  const file = join(await temporaryDirectory(), '1.json');
  await writeFile(file, JSON.stringify(commitment));
  const broken = async () => {
    const heads = await readCommittedHeads(file, engines.lake);
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

  it('cannot be judged by a list of heads that was not committed to', async () => {
    const { engines, commitment, file } = await open();
    const other = { number: 1, read_at: '', heads: [] };
    await putObject(engines.lake, headsKey(commitment), canonicalJson(other));
    await expect(readCommittedHeads(file, engines.lake)).rejects.toMatchObject({ code: 'COMMITMENT_HEADS_CHANGED' });
    await writeFile(file, JSON.stringify({ ...commitment, root: 'a'.repeat(64) }));
    await expect(readCommittedHeads(file, engines.lake)).rejects.toMatchObject({ code: 'COMMITMENT_HEADS_MISSING' });
  });

  it('wants a commitment, and the lake', async () => {
    const { engines, file } = await open();
    await expect(readCommittedHeads(file, null)).rejects.toThrow('--lake-bucket');
    await writeFile(file, '{"number": 1}');
    await expect(readCommittedHeads(file, engines.lake)).rejects.toThrow('no commitment');
    await expect(readCommittedHeads(`${file}x`, engines.lake)).rejects.toThrow('cannot be read');
  });
});

import { describe, expect, it } from 'vitest';
import type { ChainHead } from '../../../../infra/local/ledger/released-heads.ts';
import { verifyLedger } from '../../../../infra/local/ledger/verify-ledger.ts';
import type { LedgerDeps } from '../../../../shared/ledger/append.ts';
import { headOf } from '../../../../shared/ledger/entry.ts';
import { readChain } from '../../../../shared/ledger/ledger.ts';
import { projectionKey } from '../../../../shared/ledger/projection.ts';
import { openLedger } from '../../../support/ledger.ts';
import { fillLedger, type Item, itemsOf, overwrite, remove } from '../../../support/ledger-rows.ts';

const chain = 'LEDGER#province34#2024#P02';

async function verdictsOf(deps: LedgerDeps, released: ChainHead[] = []) {
  const verdicts = await Array.fromAsync(verifyLedger(deps, { release: released }));
  const broken = verdicts.flatMap((verdict) => verdict.broken ?? []);
  const shown = broken.map(({ chain, number, kind, reason, witness }) => [chain, number, kind, reason, witness]);
  return { chains: verdicts.length, entries: verdicts.reduce((sum, { entries }) => sum + entries, 0), shown };
}

async function filled() {
  const deps = await openLedger();
  await fillLedger(deps);
  const entries = (await itemsOf(deps.ledger.chains)).filter(({ pk }) => pk === chain);
  return { deps, entries, chains: deps.ledger.chains };
}

const headsOf = async ({ ledger }: LedgerDeps): Promise<ChainHead[]> => [
  { chain, ...headOf(await readChain(ledger, chain))! },
];

describe('verifyLedger', () => {
  it('counts chains and entries and finds nothing in what was only appended to', async () => {
    const { deps } = await filled();
    const released = await headsOf(deps);
    expect(await verdictsOf(deps, released)).toEqual({ chains: 4, entries: 11, shown: [] });
  });

  it.each<[string, (item: Item) => Item]>([
    ['a figure', (item) => ({ ...item, about: { ...(item.about as object), sha256: '0'.repeat(64) } })],
    ['a person', (item) => ({ ...item, subject: 'p-other' })],
    ['a field slipped in', (item) => ({ ...item, note: 'x' })],
  ])('names the entry in which somebody changed %s, the first and the last alike', async (_, change) => {
    const { deps, entries, chains } = await filled();
    await overwrite(chains, change(entries[0]!));
    expect((await verdictsOf(deps)).shown).toEqual([[chain, 1, 'received', 'content', 'chain']]);
    await overwrite(chains, entries[0]!);
    await overwrite(chains, change(entries[2]!));
    expect((await verdictsOf(deps)).shown).toEqual([[chain, 3, 'certified', 'head', 'list']]);
  });

  it('names what is gone: an entry, the end of a chain, a whole chain that a list or a release still speaks of', async () => {
    const { deps, entries, chains } = await filled();
    const released = await headsOf(deps);
    await remove(chains, entries[1]!);
    expect((await verdictsOf(deps)).shown).toEqual([[chain, 2, 'certified', 'number', 'chain']]);
    await remove(chains, entries[2]!);
    expect((await verdictsOf(deps, released)).shown).toEqual([[chain, 2, null, 'head', 'release']]);
    await remove(chains, entries[0]!);
    expect((await verdictsOf(deps)).shown).toEqual([[chain, 1, null, 'head', 'list']]);
    await remove(deps.table, projectionKey(chain));
    expect(await verdictsOf(deps)).toEqual({ chains: 3, entries: 8, shown: [] });
    expect((await verdictsOf(deps, released)).shown).toEqual([[chain, 1, null, 'head', 'release']]);
  });

  it('tells a wrong list from a wrong chain, and takes a list that lags for no break', async () => {
    const { deps } = await filled();
    const row = (await itemsOf(deps.table)).find(({ sk }) => sk === 'P02')!;
    await overwrite(deps.table, { ...row, head: { number: 3, sha256: '0'.repeat(64) } });
    const released = await headsOf(deps);
    expect((await verdictsOf(deps, released)).shown).toEqual([[chain, 3, 'certified', 'head', 'list']]);
    await overwrite(deps.table, { pk: row.pk, sk: row.sk });
    expect((await verdictsOf(deps)).shown).toEqual([[chain, 3, 'certified', 'head', 'list']]);
    const [first] = await readChain(deps.ledger, chain);
    await overwrite(deps.table, { ...row, head: headOf([first!])! });
    expect((await verdictsOf(deps, released)).shown).toEqual([]);
  });

  it('goes through more chains than a page of the table holds', async () => {
    const deps = await openLedger();
    const wide = 'ế'.repeat(100_000);
    for (let n = 0; n < 8; n++) await overwrite(deps.ledger.chains, { pk: `LEDGER#g#p#${n}`, sk: '00000001', wide });
    const verdicts = await Array.fromAsync(verifyLedger(deps, {}));
    expect(new Set(verdicts.map((verdict) => verdict.chain)).size).toBe(8);
    expect(verdicts.every(({ broken }) => broken?.number === 1)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { type Rebuilt, rebuildLists } from '../../../../infra/local/ledger/rebuild-lists.ts';
import { appendToUnit, type LedgerDeps } from '../../../../shared/ledger/append.ts';
import { projectionKey } from '../../../../shared/ledger/projection.ts';
import { readBoardRow } from '../../../support/board-row.ts';
import { openLedger } from '../../../support/ledger.ts';
import { hanoi, received } from '../../../support/ledger-entries.ts';
import { fillLedger, itemsOf, overwrite, remove, textsOf } from '../../../support/ledger-rows.ts';
import { watchLedger } from '../../../support/watch-ledger.ts';

const row = (unit_id: string) => projectionKey(`LEDGER#province34#2024#${unit_id}`);
const period = projectionKey('LEDGER#province34#2024');
const otherHead = { number: 99, sha256: '0'.repeat(64) };

/** How many rows were found how. */
async function rebuild(deps: LedgerDeps): Promise<Partial<Record<Rebuilt['row'], number>>> {
  const rebuilt = await Array.fromAsync(rebuildLists(deps));
  return Object.fromEntries(Object.entries(Object.groupBy(rebuilt, (one) => one.row)).map(([k, v]) => [k, v.length]));
}

describe('rebuildLists', () => {
  it('changes nothing where lists are right', async () => {
    const deps = await openLedger();
    await fillLedger(deps);
    const before = await textsOf(deps.table);
    expect(await rebuild(deps)).toEqual({ same: 4 });
    expect(await textsOf(deps.table)).toEqual(before);
  });

  it('makes lost and wrong rows again to the byte, whatever head they claim, and nothing more the second time', async () => {
    const deps = await openLedger();
    await fillLedger(deps);
    const before = await textsOf(deps.table);
    const [third] = (await itemsOf(deps.table)).filter(({ sk }) => sk === 'P03');
    await remove(deps.table, row('P01'));
    await overwrite(deps.table, { ...row('P02'), unit_id: 'P02', head: otherHead, unit: null });
    await overwrite(deps.table, { ...third!, slipped: 'in' });
    await overwrite(deps.table, { ...period, nothing: 'of a row' });
    expect(await rebuild(deps)).toEqual({ missing: 1, different: 3 });
    expect(await textsOf(deps.table)).toEqual(before);
    expect(await rebuild(deps)).toEqual({ same: 4 });
  });

  it('makes all again where every list is gone', async () => {
    const deps = await openLedger();
    await fillLedger(deps);
    const before = await textsOf(deps.table);
    for (const key of [period, ...['P01', 'P02', 'P03'].map(row)]) await remove(deps.table, key);
    expect(await rebuild(deps)).toEqual({ missing: 4 });
    expect(await textsOf(deps.table)).toEqual(before);
  });

  it('never overwrites what an append wrote in the meantime', async () => {
    const deps = await openLedger();
    const send = (n: number) => appendToUnit(deps, hanoi, { cause: `${n}`, decide: () => received(n) });
    await send(1);
    await overwrite(deps.table, { ...row(hanoi.unit_id), head: { number: 1, sha256: '' } });
    // The fourth call is the put: after a page of the ledger, the row and the chain.
    let calls = 0;
    const slow = watchLedger(deps, async (call) => {
      if (++calls === 4) await send(2);
      return call();
    });
    expect(await rebuild(slow)).toEqual({ same: 1 });
    expect(await readBoardRow(deps.table, hanoi)).toMatchObject({ head: { number: 2 }, unit: { receipts: [{}, {}] } });
  });

  it('leaves a row whose chain is gone, and goes on past a chain that no fold can read', async () => {
    const deps = await openLedger();
    await fillLedger(deps);
    await overwrite(deps.table, { ...row('P04'), head: otherHead });
    const [first] = (await itemsOf(deps.ledger.chains)).filter(({ pk }) => pk.endsWith('P01'));
    await overwrite(deps.ledger.chains, { ...first!, kind: 'annulled' });
    await overwrite(deps.ledger.chains, { pk: 'LEDGER#province34#2024#P05', sk: '00000001' });
    await remove(deps.table, row('P02'));
    expect(await rebuild(deps)).toEqual({ same: 2, missing: 1, orphan: 1, unreadable: 2 });
  });
});

import { describe, expect, it } from 'vitest';
import { appendToPeriod, appendToUnit } from '../../../shared/ledger/append.ts';
import { boardRow, keepBoardRow, readBoard, readBoardRows } from '../../../shared/ledger/board.ts';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import { keepPeriodRow, readPeriodRows } from '../../../shared/ledger/period-list.ts';
import { chainOfProjection, projectionKey } from '../../../shared/ledger/projection.ts';
import { readUnit } from '../../../shared/ledger/read-ledger.ts';
import type { UnitEntry } from '../../../shared/ledger/unit-entry.ts';
import { readBoardRow } from '../../support/board-row.ts';
import { openLedger } from '../../support/ledger.ts';
import { chainOf, closed, hanoi, minute, opened, received } from '../../support/ledger-entries.ts';
import { fillLedger, overwrite } from '../../support/ledger-rows.ts';

const sent = (cause: string, n: number) => ({ cause, decide: () => received(n) });

describe('the board', () => {
  it('shows each unit as its own chain has it', async () => {
    const deps = await openLedger();
    await fillLedger(deps);
    const board = await readBoard(deps.table, deps.ledger, hanoi);
    expect([...board.keys()]).toEqual(['P01', 'P02', 'P03']);
    for (const [unit_id, unit] of board) expect(unit).toEqual(await readUnit(deps.ledger, { ...hanoi, unit_id }));
  });

  it('never goes back to what a slow writer saw, and takes the same head again, so that a wrong row is mended', async () => {
    const deps = await openLedger();
    const early = await appendToUnit(deps, hanoi, sent('1', 1));
    const { entries } = await appendToUnit(deps, hanoi, sent('2', 2));
    await keepBoardRow(deps.table, hanoi, early.entries);
    const row = await readBoardRow(deps.table, hanoi);
    expect(row).toEqual(boardRow(hanoi.unit_id, entries));

    await overwrite(deps.table, { ...projectionKey('LEDGER#province34#2024#P01-2025'), ...row!, unit: null });
    await appendToUnit(deps, hanoi, sent('2', 2));
    expect(await readBoardRow(deps.table, hanoi)).toEqual(row);
  });

  it('reads the chain of a unit whose line would not fit an item', async () => {
    const deps = await openLedger();
    const many = Array.from({ length: 1_000 }, (_, n) => received(n + 1));
    const entries = chainOf<UnitEntry>(many);
    expect(boardRow('P01-2025', entries)).toMatchObject({ unit: null, head: { number: 1_000 } });
    const { entries: real } = await appendToUnit(deps, hanoi, sent('1', 1));
    await overwrite(deps.table, {
      ...projectionKey('LEDGER#province34#2024#P01-2025'),
      ...boardRow(hanoi.unit_id, real)!,
      unit: null,
    });
    expect((await readBoard(deps.table, deps.ledger, hanoi)).get(hanoi.unit_id)).toEqual(foldUnit(real));
  });

  it('measures a line in bytes: Vietnamese takes up to three for a letter, and an item holds 400 KB of them', () => {
    const wide = { ...received(1), about: { ...received(1).about, format: 'ế'.repeat(150_000) } } as never;
    expect(boardRow('P01-2025', chainOf<UnitEntry>([wide]))).toMatchObject({ unit: null });
  });

  it('has no line of a chain that has not begun', async () => {
    const { table } = await openLedger();
    await keepBoardRow(table, hanoi, []);
    expect(await readBoardRows(table, hanoi)).toEqual([]);
  });
});

describe('the list of periods', () => {
  it('shows each as its chain has it, by group, and never goes back', async () => {
    const deps = await openLedger();
    const other = { group: 'province63', period: '2023' };
    const early = await appendToPeriod(deps, hanoi, { cause: 'open', decide: () => opened() });
    await appendToPeriod(deps, other, { cause: 'open', decide: () => opened() });
    await appendToPeriod(deps, hanoi, { cause: 'close', decide: () => closed(minute(5)) });
    await keepPeriodRow(deps.table, hanoi, early.entries);
    const rows = await readPeriodRows(deps.table);
    expect(rows.map(({ group, period, state }) => [group, period, state])).toEqual([
      ['province34', '2024', 'closed'],
      ['province63', '2023', 'open'],
    ]);
    expect(await readPeriodRows(deps.table, 'province63')).toEqual([rows[1]]);
    expect(await readPeriodRows(deps.table, 'province')).toEqual([]);
  });
});

describe('projectionKey', () => {
  it.each(['LEDGER#province34#2024', 'LEDGER#province34#2026-Q3#P01-2025'])('can be turned back to %s', (chain) =>
    expect(chainOfProjection(projectionKey(chain))).toBe(chain),
  );

  it('is of lists alone', () => expect(chainOfProjection({ pk: 'SCORES#run', sk: 'P01' })).toBeNull());
});

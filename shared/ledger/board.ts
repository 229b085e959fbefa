import { queryItems, queryItemsBetween, type ScoreTable } from '../score-store/score-table.ts';
import { type PeriodOf, type UnitOf, unitChain } from './chain.ts';
import type { Head } from './entry.ts';
import { foldUnit, type UnitState, untouched } from './fold-unit.ts';
import { keepProjection } from './keep-projection.ts';
import { type Ledger, readChain } from './ledger.ts';
import type { UnitEntry } from './unit-entry.ts';

/**
 * One line of the list of a period: what the unit's chain came to at the head it names. A projection: made again from the
 * chain at any time, and nothing that counts is ever decided on it.
 */
export interface BoardRow {
  unit_id: string;
  head: Head;
  /** Null where it is too long for an item: then the chain itself is read. */
  unit: UnitState | null;
}

/** Bytes. An item holds 400 KB. */
const longestRow = 200_000;

export const boardKey = ({ group, period, unit_id }: UnitOf) => ({ pk: boardOf({ group, period }), sk: unit_id });
const boardOf = ({ group, period }: PeriodOf) => `BOARD#${group}#${period}`;

/** Keeps what the chain comes to, unless the list shows it already or a later head. Repairs a row of the same head. */
export async function keepBoardRow(table: ScoreTable, of: UnitOf, entries: readonly UnitEntry[]): Promise<void> {
  const row = boardRow(of.unit_id, entries);
  if (row === null) return;
  await keepProjection(table, { ...boardKey(of), ...row });
}

/** Null for a chain that has not begun. */
export function boardRow(unitId: string, entries: readonly UnitEntry[]): BoardRow | null {
  const unit = foldUnit(entries);
  if (unit.head === null) return null;
  const isShort = Buffer.byteLength(JSON.stringify(unit)) <= longestRow;
  return { unit_id: unitId, head: unit.head, unit: isShort ? unit : null };
}

export const readBoardRows = (table: ScoreTable, of: PeriodOf): Promise<BoardRow[]> =>
  queryItems<BoardRow>(table, boardOf(of));

/** The whole list by unit_id, from one query for thousands of units. */
export const readBoard = async (table: ScoreTable, ledger: Ledger, of: PeriodOf): Promise<Map<string, UnitState>> =>
  unfold(await readBoardRows(table, of), ledger, of);

/** Of the units from one id to another, bytewise, both among them: a page of it. */
export async function readBoardPage(
  { table, ledger }: { table: ScoreTable; ledger: Ledger },
  of: PeriodOf,
  first: string,
  last: string,
): Promise<Map<string, UnitState>> {
  return unfold(await queryItemsBetween<BoardRow>(table, boardOf(of), first, last), ledger, of);
}

async function unfold(rows: BoardRow[], ledger: Ledger, of: PeriodOf): Promise<Map<string, UnitState>> {
  const units = rows.map(
    async ({ unit_id, unit }): Promise<[string, UnitState]> => [
      unit_id,
      // A row of an earlier version lacks what came with a later one: of that the chain held nothing.
      unit ? { ...untouched(), ...unit } : foldUnit(await readChain<UnitEntry>(ledger, unitChain({ ...of, unit_id }))),
    ],
  );
  return new Map(await Promise.all(units));
}

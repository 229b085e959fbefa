import { type BoardRow, readBoardRows } from '../../shared/ledger/board.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

/** Of the list of a period, the line of one unit; null: it has none. */
export async function readBoardRow(table: ScoreTable, of: UnitOf): Promise<BoardRow | null> {
  const rows = await readBoardRows(table, of);
  return rows.find(({ unit_id }) => unit_id === of.unit_id) ?? null;
}

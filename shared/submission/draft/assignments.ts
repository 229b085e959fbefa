import { mapConcurrently } from '../../lake/map-concurrently.ts';
import type { UnitOf } from '../../ledger/chain.ts';
import { type ItemKey, putItem, queryItems, type ScoreTable } from '../../score-store/score-table.ts';
import { type InputCodes, keyOf } from '../input-key.ts';

/** Who of a unit fills a row. */
export interface Assigned {
  /** Id that the department's officers carry in `dti_department`. */
  department: string;
  /** As the officer calls it. */
  department_name_vi: string;
  /** Whoever does it there, as the officer calls them; null: nobody in particular. */
  person_vi: string | null;
  /** Last day within the unit, `YYYY-MM-DD`; null: none but the period's. */
  due: string | null;
}

export interface AssignedRow extends InputCodes, Assigned {
  /** Opaque id of the officer. */
  assigned_by: string;
  /** When, UTC. */
  assigned_at: string;
}

/** A row that was taken back keeps its item, which says so. */
type Item = InputCodes &
  Partial<Omit<Assigned, 'department'>> & { department: string | null; assigned_by: string; assigned_at: string };

/**
 * The division of work inside a unit: in nothing that counts, so it may be overwritten; and it should be, for it names
 * people.
 */
const rowsOf = ({ group, period, unit_id }: UnitOf) => `ASSIGNED#${group}#${period}#${unit_id}`;
const periodsOf = ({ group, unit_id }: UnitOf) => `ASSIGNED#${group}#${unit_id}`;

export async function readAssignments(table: ScoreTable, of: UnitOf): Promise<Map<string, AssignedRow>> {
  const items = await queryItems<Item>(table, rowsOf(of));
  const standing = items.filter((item): item is AssignedRow => item.department !== null);
  return new Map(standing.map((item) => [keyOf(item), item]));
}

export interface Assigning {
  rows: readonly InputCodes[];
  /** Null: taken back. */
  to: Assigned | null;
  by: { assigned_by: string; assigned_at: string };
}

const concurrentWrites = 16;

export async function assignRows(table: ScoreTable, of: UnitOf, { rows, to, by }: Assigning): Promise<void> {
  // First, so that no row is found without its period.
  await putItem(table, { pk: periodsOf(of), sk: of.period, period: of.period } as ItemKey & { period: string });
  await mapConcurrently(rows, concurrentWrites, ({ indicator, input }) => {
    const item: Item = { indicator, input, ...(to ?? { department: null }), ...by };
    return putItem(table, { pk: rowsOf(of), sk: `ROW#${keyOf(item)}`, ...item });
  });
}

/** How the work was divided the last time before this period; null: it never was. */
export async function readLastAssignments(
  table: ScoreTable,
  of: UnitOf,
): Promise<{ period: string; rows: Map<string, AssignedRow> } | null> {
  const periods = await queryItems<{ period: string }>(table, periodsOf(of));
  const period = periods
    .map((one) => one.period)
    .filter((one) => one < of.period)
    .at(-1);
  return period === undefined ? null : { period, rows: await readAssignments(table, { ...of, period }) };
}

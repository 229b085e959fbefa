import type { UnitOf } from '../../ledger/chain.ts';
import {
  getItem,
  putItem,
  putItemOnce,
  queryItems,
  type ScoreTable,
  updateItem,
} from '../../score-store/score-table.ts';
import { type InputCodes, keyOf } from '../input-key.ts';
import { type DraftRow, isSameTyped, nothingTyped, type TypedRow, typedOf } from './draft-row.ts';

/**
 * Drafts in the score table, one item a row. A row moves on condition of its version; what it held before is copied beside
 * it first, so that no version is ever lost. What somebody typed on a version that had moved on is kept too, as a rival of
 * the row, and shown until somebody who saw both has chosen.
 */
const draftOf = ({ group, period, unit_id }: UnitOf) => `DRAFT#${group}#${period}#${unit_id}`;
const rowKey = (of: UnitOf, codes: InputCodes) => ({ pk: draftOf(of), sk: `ROW#${keyOf(codes)}` });
const oldKey = (of: UnitOf, row: DraftRow) => ({
  pk: draftOf(of),
  sk: `OLD#${keyOf(row)}#v${`${row.version}`.padStart(6, '0')}`,
});
const rivalKey = (of: UnitOf, rival: Pick<Rival, 'indicator' | 'input' | 'filled_by' | 'filled_at'>) => ({
  pk: draftOf(of),
  sk: `RIVAL#${keyOf(rival)}#${rival.filled_by}#${rival.filled_at}`,
});

/** What somebody typed without having seen what stood. */
export interface Rival extends InputCodes, TypedRow {
  /** Opaque id of whoever typed it. */
  filled_by: string;
  /** Department of theirs; null: an officer of the whole unit. */
  department: string | null;
  /** When, UTC. */
  filled_at: string;
  /** Somebody has seen both and chosen. */
  settled?: true;
}

/** Rows that were ever filled, in order of their keys. */
export const readDraft = (table: ScoreTable, of: UnitOf): Promise<DraftRow[]> =>
  queryItems<DraftRow>(table, draftOf(of), 'ROW#');

/** Those that nobody has chosen about yet. */
export const readRivals = async (table: ScoreTable, of: UnitOf): Promise<Rival[]> =>
  (await readAllRivals(table, of)).filter(({ settled }) => !settled);

/** With those about which somebody has chosen: their words may be typed again later. */
export const readAllRivals = (table: ScoreTable, of: UnitOf): Promise<Rival[]> =>
  queryItems<Rival>(table, draftOf(of), 'RIVAL#');

/** All versions of a row, oldest first, with the one that stands. */
export async function readVersions(table: ScoreTable, of: UnitOf, codes: InputCodes): Promise<DraftRow[]> {
  const row = await getItem<DraftRow>(table, rowKey(of, codes));
  if (!row) return [];
  const earlier = await queryItems<DraftRow>(table, draftOf(of), `OLD#${keyOf(codes)}#v`);
  // The one that stands is there too where whoever was about to change it was cut off.
  return [...earlier.filter(({ version }) => version < row.version), row];
}

export interface Saving extends InputCodes {
  typed: TypedRow;
  /** The version that was seen; 0: none. */
  version: number;
  by: Pick<DraftRow, 'filled_by' | 'department' | 'filled_at'>;
  /** Of the row, settled or not: what is saved may hold their words. */
  rivals: readonly Rival[];
}

/** `taken`: somebody has changed the row since, and it stands as it is. */
export type Saved = { outcome: 'saved' | 'taken'; row: DraftRow };

/** Twice, or of two people the same words: one version. */
export async function saveRow(table: ScoreTable, of: UnitOf, saving: Saving, current: DraftRow | null): Promise<Saved> {
  if (current && isSameTyped(current, saving.typed)) return { outcome: 'saved', row: current };
  if ((current?.version ?? 0) !== saving.version) return keepRival(table, of, saving, current);
  if (current) await putItemOnce(table, { ...oldKey(of, current), ...current });
  const row = nextRow(saving, current);
  const condition = current
    ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': current.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  if (await putItem(table, { ...rowKey(of, row), ...row }, condition)) return { outcome: 'saved', row };
  // Somebody was quicker: look again at what stands now.
  return saveRow(table, of, saving, await getItem<DraftRow>(table, rowKey(of, saving)));
}

function nextRow({ indicator, input, typed, by, rivals }: Saving, current: DraftRow | null): DraftRow {
  const others = [...(current?.fillers ?? []), ...rivals.map(({ filled_by }) => filled_by)];
  const fillers = [...new Set([...others, by.filled_by])].sort();
  return { indicator, input, ...typedOf(typed), ...by, version: (current?.version ?? 0) + 1, fillers };
}

/** Beside other words of the same person too: they may have two tabs, neither of which has seen the other's. */
async function keepRival(
  table: ScoreTable,
  of: UnitOf,
  { indicator, input, typed, by, rivals }: Saving,
  current: DraftRow | null,
): Promise<Saved> {
  const row = current ?? emptyRow({ indicator, input }, by);
  // Sent again: the same words need no second place.
  if (rivals.some((one) => !one.settled && one.filled_by === by.filled_by && isSameTyped(one, typed)))
    return { outcome: 'taken', row };
  const rival: Rival = { indicator, input, ...typedOf(typed), ...by };
  await putItem(table, { ...rivalKey(of, rival), ...rival });
  return { outcome: 'taken', row };
}

/** A version was seen of a row that is not there: a draft that was put back from a copy. Nothing stands. */
const emptyRow = (codes: InputCodes, by: Saving['by']): DraftRow => ({
  ...codes,
  ...nothingTyped,
  ...by,
  version: 0,
  fillers: [],
});

/** Somebody who saw both has chosen; the item stays, and shows no more. Other words of the same person are not touched. */
export async function settleRival(table: ScoreTable, of: UnitOf, rival: Rival): Promise<void> {
  await updateItem(table, rivalKey(of, rival), {
    UpdateExpression: 'SET settled = :true',
    ConditionExpression: 'filled_at = :seen',
    ExpressionAttributeValues: { ':true': true, ':seen': rival.filled_at },
  });
}

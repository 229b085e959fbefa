import { mapConcurrently } from '../lake/map-concurrently.ts';
import { getItem, type ItemKey, putItemOnce, queryItems, type ScoreTable } from './score-table.ts';

/**
 * A table that was published elsewhere and is only kept here, so that lists can name it. It lies in a partition of its own
 * and has neither number nor run: nothing that reads what is current, or the releases of a period, finds it.
 */
export interface PublishedTableItem {
  kind: 'published';
  /** `dti/province63/2023/published` */
  release: string;
  index: string;
  group: string;
  period: string;
  inputs_sha256: string;
  manifest_sha256: string;
  /** When it was taken in here; not when it was published. */
  loaded_at: string;
}

export type PublishedTableOf = Pick<PublishedTableItem, 'index' | 'group' | 'period'>;

interface UnitItem<Unit> {
  unit: Unit;
}

/** As many as scores are written at once. */
const concurrentWrites = 16;

const partition = 'PUBLISHED';
const keyOf = ({ index, group, period }: PublishedTableOf): ItemKey => ({
  pk: partition,
  sk: `${index}#${group}#${period}`,
});

/** What it says: one item for what all units share, and one per unit. */
const figuresPartition = (release: string) => `PUBLISHED#${release}`;
const headerKey = (release: string): ItemKey => ({ pk: figuresPartition(release), sk: 'HEADER' });
const unitKey = (release: string, unitId: string): ItemKey => ({ pk: figuresPartition(release), sk: `UNIT#${unitId}` });

/**
 * The figures first and the item that names them last, each once: a reader that finds it finds every unit. Answers what is
 * there after it, which is another one when another was there before.
 */
export async function keepPublishedTable<Header extends object, Unit extends { unit_id: string }>(
  table: ScoreTable,
  item: PublishedTableItem,
  { units, ...header }: Header & { units: Unit[] },
): Promise<PublishedTableItem> {
  const { release } = item;
  const known = await getItem<PublishedTableItem>(table, keyOf(item));
  if (known) return known;
  const unitItems = units.map((unit) => ({ ...unitKey(release, unit.unit_id), unit }));
  await mapConcurrently(unitItems, concurrentWrites, (one) => putItemOnce(table, one));
  const headerItem = { ...headerKey(release), header };
  await putItemOnce(table, headerItem);
  await putItemOnce(table, { ...keyOf(item), ...item });
  return (await getItem<PublishedTableItem>(table, keyOf(item))) ?? item;
}

/** Of one group, or of all; by index, group and period. */
export const listPublishedTables = (
  table: ScoreTable,
  of?: { index: string; group: string },
): Promise<PublishedTableItem[]> =>
  queryItems<PublishedTableItem>(table, partition, of === undefined ? '' : `${of.index}#${of.group}#`);

export const readPublishedTableItem = (table: ScoreTable, of: PublishedTableOf): Promise<PublishedTableItem | null> =>
  getItem<PublishedTableItem>(table, keyOf(of));

/** What all units share; null: nothing is kept under that name. */
export const readPublishedHeader = async <Header>(table: ScoreTable, release: string): Promise<Header | null> =>
  (await getItem<{ header: Header }>(table, headerKey(release)))?.header ?? null;

/** One unit, at a cost that does not grow with the table; null for a unit that is not in it. */
export const readPublishedUnit = async <Unit>(
  table: ScoreTable,
  release: string,
  unitId: string,
): Promise<Unit | null> => (await getItem<UnitItem<Unit>>(table, unitKey(release, unitId)))?.unit ?? null;

/** Every unit, by unit_id. */
export const readPublishedUnits = async <Unit>(table: ScoreTable, release: string): Promise<Unit[]> =>
  (await queryItems<UnitItem<Unit>>(table, figuresPartition(release), 'UNIT#')).map(({ unit }) => unit);

import {
  listPublishedTables,
  type PublishedTableItem,
  readPublishedHeader,
  readPublishedUnit,
  readPublishedUnits,
} from '../../score-store/published-tables.ts';
import { readCurrentPeriods, readCurrentRelease } from '../../score-store/releases.ts';
import type { ScoreTable } from '../../score-store/score-table.ts';
import { readScoreboard, readScoreHeader, readUnitScore } from '../../score-store/scores.ts';
import { groupsHolding } from '../../units/groups.ts';
import { unitOf } from '../../units/registry.ts';
import {
  buildUnitHistory,
  type HistoryHeader,
  type HistorySource,
  type HistoryUnit,
  pointsByUnit,
  unitsInHistory,
} from './build-unit-history.ts';
import type { UnitHistory } from './unit-history.ts';

/**
 * The history of one unit from what is stored now: a header and a few units of each release, however large its group.
 * Throws the fault `UNIT_UNKNOWN`.
 */
export async function readUnitHistory(index: string, unitId: string, table: ScoreTable): Promise<UnitHistory> {
  const units = unitsInHistory(unitId);
  const groups = new Set(units.flatMap((unit) => groupsHolding(unitOf(unit)).map(({ group }) => group)));
  const sources = await readHistorySources({ index, groups: [...groups], units }, table);
  return buildUnitHistory(index, unitId, pointsByUnit(index, sources));
}

interface Asked {
  index: string;
  groups: readonly string[];
  /** Absent: all, for whoever makes the histories of a whole group. */
  units?: readonly string[];
}

/** The current release of each period of the groups, and the tables of them that were published elsewhere. */
export async function readHistorySources(asked: Asked, table: ScoreTable): Promise<HistorySource[]> {
  const perGroup = asked.groups.map(async (group) => {
    const of = { index: asked.index, group };
    const [published, periods] = await Promise.all([
      listPublishedTables(table, of),
      readCurrentPeriods(table, asked.index, group),
    ]);
    return Promise.all([
      ...published.map((item) => readPublished(item, asked.units, table)),
      ...periods.map((period) => readComputed({ ...of, period }, asked.units, table)),
    ]);
  });
  return (await Promise.all(perGroup)).flat().filter((source) => source !== null);
}

async function readPublished(
  { release }: PublishedTableItem,
  asked: Asked['units'],
  table: ScoreTable,
): Promise<HistorySource | null> {
  const [header, units] = await Promise.all([
    readPublishedHeader<HistoryHeader>(table, release),
    asked
      ? readEach(asked, (unitId) => readPublishedUnit<HistoryUnit>(table, release, unitId))
      : readPublishedUnits<HistoryUnit>(table, release),
  ]);
  return header && { kind: 'published', header, units };
}

/** Null where the scores of a run are not all stored: the release is then not out yet. */
async function readComputed(
  of: { index: string; group: string; period: string },
  asked: Asked['units'],
  table: ScoreTable,
): Promise<HistorySource | null> {
  const release = await readCurrentRelease(table, of);
  if (!release) return null;
  const scores = asked
    ? await readSome(release.run_id, asked, table)
    : await readScoreboard(table, release.run_id).then((whole) => whole && { header: whole, units: whole.units });
  return scores && { kind: 'computed', ...scores };
}

async function readSome(runId: string, asked: readonly string[], table: ScoreTable) {
  const [header, units] = await Promise.all([
    readScoreHeader(table, runId),
    readEach(asked, (unitId) => readUnitScore(table, runId, unitId)),
  ]);
  return header && { header, units };
}

/** Those of them that are there. */
async function readEach<Unit>(
  unitIds: readonly string[],
  read: (unitId: string) => Promise<Unit | null>,
): Promise<Unit[]> {
  const found = await Promise.all(unitIds.map(read));
  return found.filter((unit) => unit !== null);
}

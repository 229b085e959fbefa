import type { Scoreboard, ScoreboardUnit } from '../scoring/scoreboard.ts';
import { getItem, putItems, queryItems, type ScoreTable } from './score-table.ts';

export type ScoreboardHeader = Omit<Scoreboard, 'units'>;

interface UnitItem {
  unit: ScoreboardUnit;
  /** In the order of publication, from 0. */
  position: number;
}

type ScoreItem = Partial<UnitItem> & { header?: ScoreboardHeader };

/** Scores of a run: one item for what all units share, and one per unit. */
const partition = (runId: string) => `SCORES#${runId}`;
const headerKey = (runId: string) => ({ pk: partition(runId), sk: 'HEADER' });
const unitKey = (runId: string, unitId: string) => ({ pk: partition(runId), sk: `UNIT#${unitId}` });

export async function writeScoreboard(table: ScoreTable, runId: string, scoreboard: Scoreboard): Promise<void> {
  const { units, ...header } = scoreboard;
  await putItems(
    table,
    units.map((unit, position) => ({ ...unitKey(runId, unit.unit_id), unit, position })),
  );
  // The header goes last: a reader that finds it finds every unit.
  const headerItem = { ...headerKey(runId), header };
  await putItems(table, [headerItem]);
}

/** Null until the run's scores are stored in full. */
export async function readScoreboard(table: ScoreTable, runId: string): Promise<Scoreboard | null> {
  const items = await queryItems<ScoreItem>(table, partition(runId));
  const header = items.find((item) => item.header)?.header;
  if (!header) return null;
  const units = items.filter((item): item is UnitItem => item.unit !== undefined);
  return { ...header, units: units.sort((a, b) => a.position - b.position).map(({ unit }) => unit) };
}

/** What all units of the run share, without the units. */
export async function readScoreHeader(table: ScoreTable, runId: string): Promise<ScoreboardHeader | null> {
  return (await getItem<{ header: ScoreboardHeader }>(table, headerKey(runId)))?.header ?? null;
}

/** One unit of a run, at a cost that does not grow with the group; null for a unit that is not in it. */
export async function readUnitScore(table: ScoreTable, runId: string, unitId: string): Promise<ScoreboardUnit | null> {
  return (await getItem<UnitItem>(table, unitKey(runId, unitId)))?.unit ?? null;
}

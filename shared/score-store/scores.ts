import type { Scoreboard, ScoreboardUnit } from '../release/scoreboard.ts';
import { putItems, queryItems, type ScoreTable } from './score-table.ts';

/** Scores of a run: one item for what all units share, one per unit in the order of publication. */
type ScoreItem = { pk: string; sk: string; header?: Omit<Scoreboard, 'units'>; unit?: ScoreboardUnit };

const partition = (runId: string) => `SCORES#${runId}`;
const unitKey = (position: number) => `UNIT#${String(position).padStart(6, '0')}`;

export async function writeScoreboard(table: ScoreTable, runId: string, scoreboard: Scoreboard): Promise<void> {
  const { units, ...header } = scoreboard;
  const pk = partition(runId);
  // The header goes last: a reader that finds it finds every unit.
  const unitItems: ScoreItem[] = units.map((unit, position) => ({ pk, sk: unitKey(position), unit }));
  const headerItem: ScoreItem = { pk, sk: 'HEADER', header };
  await putItems(table, unitItems);
  await putItems(table, [headerItem]);
}

/** Null until the run's scores are stored in full. */
export async function readScoreboard(table: ScoreTable, runId: string): Promise<Scoreboard | null> {
  const items = await queryItems<ScoreItem>(table, partition(runId));
  const header = items.find((item) => item.header)?.header;
  if (!header) return null;
  return { ...header, units: items.flatMap((item) => (item.unit ? [item.unit] : [])) };
}

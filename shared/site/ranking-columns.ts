import { mainIndices, pillars, totalMeasure } from '../release/read-scoreboard.ts';
import type { Scoreboard, ScoreboardMeasure } from '../scoring/scoreboard.ts';

/** Which measures stand where: the narrower the screen, the fewer columns. */
export interface RankingColumns {
  ranked: boolean;
  /** On every screen; null when no total is published. */
  total: ScoreboardMeasure | null;
  /** From tablets up; on phones under the unit's name. */
  middle: ScoreboardMeasure[];
  /** On wide screens only; on others in the files to download. */
  wide: ScoreboardMeasure[];
}

/** Of more units, as the communes of a large province, the page shows the total alone, or it would weigh too much. */
const unitsWithAllColumns = 100;

export function rankingColumns(scoreboard: Scoreboard): RankingColumns {
  const total = totalMeasure(scoreboard);
  if (total === null) return { ranked: false, total, middle: mainIndices(scoreboard), wide: [] };
  const { ranked } = total;
  if (scoreboard.units.length > unitsWithAllColumns) return { ranked, total, middle: [], wide: [] };
  return { ranked, total, middle: pillars(scoreboard), wide: mainIndices(scoreboard) };
}

import { mainIndices, pillars, totalMeasure } from '../release/read-scoreboard.ts';
import type { Scoreboard, ScoreboardMeasure } from '../release/scoreboard.ts';

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

export function rankingColumns(scoreboard: Scoreboard): RankingColumns {
  const total = totalMeasure(scoreboard);
  if (total === null) return { ranked: false, total, middle: mainIndices(scoreboard), wide: [] };
  return { ranked: total.ranked, total, middle: pillars(scoreboard), wide: mainIndices(scoreboard) };
}

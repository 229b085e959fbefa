import type { PublishedScore, Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';

/** What of a scoreboard is told again as open data: whether it was computed here does not matter. */
export type OpenScoreboard = Omit<Scoreboard, 'units'> & { units: OpenUnit[] };
export type OpenUnit = Pick<ScoreboardUnit, 'unit_id' | 'unit_name_vi' | 'state' | 'rank' | 'carried'> & {
  scores: Record<string, OpenScore>;
};
type OpenScore = Pick<PublishedScore, 'value' | 'rank'>;

/** Missing is a state with a name, never a zero: of one unit in one measure. */
export type ScoreState = 'ranked' | 'unranked' | 'no_value' | 'not_submitted';

/** One published figure: what `scores.csv`, `scores.parquet` and `scores.sdmx.csv` have a line of. */
export interface ScoreRow {
  release: string;
  unit_id: string;
  measure: string;
  /** Decimal text as published; null: there is none. */
  value: string | null;
  /** In the measure; null: not ranked. */
  rank: number | null;
  /** Why there is a value and a rank, or not. */
  state: ScoreState;
  /** Units ranked in the measure: a rank is not told without it. */
  n: number;
}

/** A row for each unit and measure, units and measures as the scoreboard has them: nobody is left out for want of a value. */
export function scoreRows({
  release,
  measures,
  units,
}: Pick<OpenScoreboard, 'release' | 'measures' | 'units'>): ScoreRow[] {
  const ranked = new Map(measures.map(({ measure }) => [measure, countRanked(units, measure)]));
  return units.flatMap((unit) =>
    measures.map(({ measure }) => {
      const score = unit.scores[measure];
      const state = stateOf(unit, score);
      const figures = { value: score?.value ?? null, rank: score?.rank ?? null };
      return { release, unit_id: unit.unit_id, measure, ...figures, state, n: ranked.get(measure)! };
    }),
  );
}

const countRanked = (units: OpenUnit[], measure: string): number =>
  units.filter(({ scores }) => scores[measure]?.rank != null).length;

function stateOf({ state }: OpenUnit, score: OpenScore | undefined): ScoreState {
  if (state === 'not_submitted') return 'not_submitted';
  if (score === undefined) return 'no_value';
  return score.rank === null ? 'unranked' : 'ranked';
}

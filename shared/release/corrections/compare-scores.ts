import { readDecimal } from '../../scoring/reference/exact.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { RankParts } from '../changes/changes.ts';
import { type RankedValues, splitRankChanges } from '../changes/split-rank-change.ts';
import type { CorrectionCause, ScoreCorrection } from './corrections.ts';

/** What differs of one unit's own inputs within a measure. */
export type OwnCauses = (measure: string) => CorrectionCause[];

export type CompareScores = (
  before: ScoreboardUnit | undefined,
  after: ScoreboardUnit | undefined,
  own: OwnCauses,
) => Record<string, ScoreCorrection>;

/** Compares units of two releases of one period, measure by measure; a measure that is the same has no entry. */
export function compareScoresOf(before: Scoreboard, now: Scoreboard): CompareScores {
  const measures = [...new Set([...now.measures, ...before.measures].map(({ measure }) => measure))];
  const parts = new Map(measures.map((measure) => [measure, splitMeasure(measure, before, now)]));
  return (old, present, own) => {
    const rows = measures.flatMap((measure) => {
      const places = { old, present, parts: parts.get(measure)!.get((present ?? old)!.unit_id) };
      const row = compareMeasure(measure, places, own(measure));
      return row ? [[measure, row] as const] : [];
    });
    return Object.fromEntries(rows);
  };
}

function splitMeasure(measure: string, before: Scoreboard, now: Scoreboard): Map<string, RankParts> {
  const earlier = rankedValues(measure, before);
  return splitRankChanges({ before: earlier, after: rankedValues(measure, now), restated: earlier });
}

const rankedValues = (measure: string, { units }: Scoreboard): RankedValues =>
  new Map(
    units.flatMap(({ unit_id, scores }) => {
      const score = scores[measure];
      return score && score.rank !== null ? [[unit_id, readDecimal(score.value)] as const] : [];
    }),
  );

interface Places {
  old: ScoreboardUnit | undefined;
  present: ScoreboardUnit | undefined;
  /** Null where it was not ranked in both. */
  parts: RankParts | undefined;
}

function compareMeasure(
  measure: string,
  { old, present, parts }: Places,
  own: CorrectionCause[],
): ScoreCorrection | null {
  const [before, after] = [old?.scores[measure], present?.scores[measure]];
  const [value_before, value_after] = [before?.value ?? null, after?.value ?? null];
  const [rank_before, rank_after] = [before?.rank ?? null, after?.rank ?? null];
  const isOther = { value: value_before !== value_after, rank: rank_before !== rank_after };
  if (!isOther.value && !isOther.rank) return null;
  // The same inputs and another value: then it was computed otherwise.
  const causes: CorrectionCause[] = own.length === 0 && isOther.value ? ['calculation'] : own;
  return {
    ...{ value_before, value_after, value_causes: isOther.value ? causes : [] },
    ...{ rank_before, rank_after, rank_causes: isOther.rank ? rankCauses(parts, causes) : [] },
  };
}

/** Places that its own value moved it, and places that it was moved by others. */
function rankCauses(parts: RankParts | undefined, own: CorrectionCause[]): CorrectionCause[] {
  if (!parts) return own.length > 0 ? own : ['others'];
  const byOthers = parts.others !== 0 || parts.merger !== 0;
  return [...(parts.own === 0 ? [] : own), ...(byOthers ? (['others'] as const) : [])];
}

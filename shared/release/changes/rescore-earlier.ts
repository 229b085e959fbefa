import type { Framework } from '../../frameworks/framework.ts';
import { Fault } from '../../observability/fault.ts';
import { readDecimal } from '../../scoring/reference/exact.ts';
import { scoreReference } from '../../scoring/reference/score-reference.ts';
import type { Scores, ScoringInputs } from '../../scoring/scores.ts';
import type { RankedValues } from './split-rank-change.ts';

/**
 * Totals of an earlier round as the present framework would have given them. Null when a figure that it asks for was not
 * declared then: what was not asked is not invented.
 */
export function rescoreEarlier(earlier: ScoringInputs, framework: Framework): RankedValues | null {
  const scores = scoreOrNull(underFramework(earlier, framework));
  if (!scores) return null;
  const totals = scores.measure_scores.filter(({ measure }) => measure === framework.index);
  return new Map(
    totals.flatMap(({ unit_id, value }) => (value === null ? [] : [[unit_id, readDecimal(value)] as const])),
  );
}

/** Without what the present framework does not ask for; appraised points count only out of the same maximum. */
function underFramework(earlier: ScoringInputs, framework: Framework): ScoringInputs {
  const present = new Map(framework.indicators.map((one) => [one.indicator, one]));
  const past = new Map(earlier.framework.indicators.map((one) => [one.indicator, one]));
  const isAsked = ({ indicator }: { indicator: string }) => present.has(indicator);
  const sameMaximum = ({ indicator }: { indicator: string }) =>
    past.get(indicator)?.max_points === present.get(indicator)?.max_points;
  return {
    framework,
    units: earlier.units,
    observations: earlier.observations.filter(isAsked),
    answers: (earlier.answers ?? []).filter(isAsked),
    appraisals: (earlier.appraisals ?? []).filter((row) => isAsked(row) && sameMaximum(row)),
  };
}

function scoreOrNull(inputs: ScoringInputs): Scores | null {
  try {
    return scoreReference(inputs);
  } catch (error) {
    if (error instanceof Fault && error.code === 'SCORING_INPUTS_BROKEN') return null;
    throw error;
  }
}

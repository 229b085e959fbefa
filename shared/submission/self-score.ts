import type { Framework } from '../frameworks/framework.ts';
import type { UnitOf } from '../ledger/chain.ts';
import { readEarlierFigures } from '../release/earlier-figures.ts';
import { findPrevious } from '../release/previous-release.ts';
import { readUnitScore } from '../score-store/scores.ts';
import { stateAnswers } from '../scoring/answer-states.ts';
import { scoreReference } from '../scoring/reference/score-reference.ts';
import type { IndicatorPoints, MeasureScore } from '../scoring/scores.ts';
import type { Deps } from './released-figures.ts';

/** A figure as it is scored; where it stood is nothing to a score. */
export interface ScoredFigure {
  indicator: string;
  input: string;
  /** Canonical decimal. */
  value: string;
}

/** What a unit's own figures come to, before anybody appraises them. */
export interface SelfScore {
  indicators: Omit<IndicatorPoints, 'unit_id'>[];
  /** Total, main indices, pillars, in the order of publication. */
  measures: MeasuredSelf[];
  /** The last comparable release, which `previous` is of; null: there is none that the unit has a part in. */
  previous_release: string | null;
}

export interface MeasuredSelf extends Pick<MeasureScore, 'measure' | 'points' | 'max_points' | 'value'> {
  /** Published in the last comparable release; null: nothing was. */
  previous: string | null;
}

/** By the reference scorer: the rules, carried figures and rounding of a run, for one unit alone. */
export async function scoreSelf(
  of: UnitOf,
  framework: Framework,
  figures: readonly ScoredFigure[],
  deps: Deps,
): Promise<SelfScore> {
  const { group, period, unit_id } = of;
  const previous = await findPrevious({ index: framework.index, group, period }, framework, deps);
  const earlier = await readEarlierFigures(framework, period, previous, deps.lake);
  const published = previous && (await readUnitScore(deps.table, previous.run_id, unit_id));
  const observations = figures.map(({ indicator, input, value }) => ({
    ...{ unit_id, indicator, input, value },
    ...{ submission_sha256: '', sheet: null, cell: null },
  }));
  const stated = stateAnswers(framework, { unit_id, group, period, observations, earlier: earlier(unit_id) });
  const unit = { unit_id, name_vi: '', submitted: true, ranked: false };
  const scores = scoreReference({ framework, units: [unit], ...stated, appraisals: [] });
  return {
    indicators: scores.indicator_points.map(({ unit_id: _, ...points }) => points),
    measures: scores.measure_scores.map(({ measure, points, max_points, value }) => ({
      ...{ measure, points, max_points, value },
      previous: published?.scores[measure]?.value ?? null,
    })),
    previous_release: published ? (previous?.release ?? null) : null,
  };
}

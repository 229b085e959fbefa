import type { Framework, Measure } from '../frameworks/framework.ts';
import { measuresOf } from '../frameworks/measures.ts';
import type { UnitOf } from '../ledger/chain.ts';
import { readEarlierFigures } from '../release/earlier-figures.ts';
import { findPrevious } from '../release/previous-release.ts';
import { readUnitScore } from '../score-store/scores.ts';
import { type EarlierFigures, stateAnswers } from '../scoring/answer-states.ts';
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

/** What a unit's own figures come to, before anybody appraises them. No rank: nobody else is in it. */
export interface SelfScore {
  /** Of what counts in the unit's maximum, what has figures. */
  answered: number;
  asked: number;
  indicators: Omit<IndicatorPoints, 'unit_id'>[];
  /** Total where the framework publishes one, main indices, pillars, in the order of publication. */
  measures: SelfMeasure[];
  /** The last comparable release, which `previous` is of; null: there is none that the unit has a part in. */
  previous_release: string | null;
}

export interface SelfMeasure
  extends Pick<Measure, 'measure' | 'kind' | 'name_vi' | 'name_en'>,
    Pick<MeasureScore, 'points' | 'max_points' | 'value'> {
  /** Published in the last comparable release; null: nothing was. */
  previous: string | null;
}

/**
 * By the reference scorer: the rules, carried figures and decisions, and rounding of a run, for one unit alone. The last
 * release is chosen as a run would, so that what is previewed is what is scored.
 */
export async function scoreSelf(
  of: UnitOf,
  framework: Framework,
  figures: readonly ScoredFigure[],
  deps: Deps,
): Promise<SelfScore> {
  const { group, period, unit_id } = of;
  const previous = await findPrevious({ index: framework.index, group, period }, framework, deps);
  const earlier = (await readEarlierFigures(framework, period, previous, deps.lake))(unit_id);
  const published = previous && (await readUnitScore(deps.table, previous.run_id, unit_id));
  const { indicator_points, measure_scores } = scoreAlone(of, framework, figures, earlier);
  const counts = indicator_points.filter(({ self_points }) => self_points !== null);
  const scores = new Map(measure_scores.map((score) => [score.measure, score]));
  return {
    answered: counts.filter(({ state }) => state !== 'not_answered').length,
    asked: counts.length,
    indicators: indicator_points.map(({ unit_id: _, ...points }) => points),
    measures: measuresOf(framework).flatMap(({ measure, kind, name_vi, name_en }): SelfMeasure[] => {
      const scored = scores.get(measure);
      if (!scored) return [];
      const { points, max_points, value } = scored;
      const before = published?.scores[measure]?.value ?? null;
      return [{ measure, kind, name_vi, name_en, points, max_points, value, previous: before }];
    }),
    previous_release: published ? (previous?.release ?? null) : null,
  };
}

function scoreAlone(
  { group, period, unit_id }: UnitOf,
  framework: Framework,
  figures: readonly ScoredFigure[],
  earlier: EarlierFigures | null,
) {
  const observations = figures.map(({ indicator, input, value }) => ({
    ...{ unit_id, indicator, input, value },
    ...{ submission_sha256: '', sheet: null, cell: null },
  }));
  const stated = stateAnswers(framework, { unit_id, group, period, observations, earlier });
  const unit = { unit_id, name_vi: '', submitted: true, ranked: false };
  return scoreReference({ framework, units: [unit], ...stated });
}

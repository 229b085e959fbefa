import type { Framework } from '../../shared/frameworks/framework.ts';
import type { AnswerState, IndicatorPoints } from '../../shared/scoring/scores.ts';

export interface PreviewedIndicator {
  indicator: string;
  name_vi: string;
  name_en: string;
  state: AnswerState;
  /** By the rule from the declared figures; null: it leaves the maximum. */
  self_points: string | null;
  /** Of an appraisal; null: none. */
  appraised_points: string | null;
  /** What counts. */
  points: string | null;
  max_points: string;
  /** Why points were decided; null: they were not, or carried without one. */
  reason: string | null;
}

/** In the framework’s order, which the scores are in. */
export function describeIndicators(
  { indicators }: Framework,
  points: readonly IndicatorPoints[],
  reasons: ReadonlyMap<string, string | null>,
): PreviewedIndicator[] {
  const named = new Map(indicators.map((one) => [one.indicator, one]));
  return points.map(({ unit_id: _, indicator, ...scored }) => {
    const { name_vi, name_en } = named.get(indicator)!;
    return { indicator, name_vi, name_en, ...scored, reason: reasons.get(indicator) ?? null };
  });
}

import type { Framework } from '../../shared/frameworks/framework.ts';
import { measuresOf } from '../../shared/frameworks/measures.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { EarlierFigures } from '../../shared/scoring/answer-states.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import { statedInputs } from '../../shared/submission/appraisal/appraisable-answers.ts';
import type { FiguresDocument } from '../../shared/submission/figures-document.ts';
import { unitOf } from '../../shared/units/registry.ts';

/** What the unit's own figures earn, by the reference scorer. No rank: nobody else is in it. */
export interface SelfScore {
  /** Of what counts in the unit's maximum, what has figures. */
  answered: number;
  asked: number;
  /** Total first where the framework publishes one, then the main indices. */
  measures: SelfMeasure[];
}

export interface SelfMeasure {
  measure: string;
  kind: 'total' | 'main_index';
  name_vi: string;
  name_en: string;
  /** S / M; null: nothing of it counts. */
  value: string | null;
  points: string;
  max_points: string;
}

/** `earlier`: figures that are carried forward, as a run would. */
export function selfScore(
  framework: Framework,
  { of, figures, earlier }: { of: UnitOf; figures: FiguresDocument; earlier: EarlierFigures | null },
): SelfScore {
  const { group, period, unit_id } = of;
  const stated = statedInputs({
    ...{ group, period, framework, members: [unitOf(unit_id)], documents: [figures] },
    earlier: () => earlier,
  });
  const { indicator_points, measure_scores } = scoreReference(stated);
  const counts = indicator_points.filter(({ self_points }) => self_points !== null);
  const answered = counts.filter(({ state }) => state !== 'not_answered');
  const measures = measuresOf(framework).flatMap(({ measure, kind, name_vi, name_en }): SelfMeasure[] => {
    const scored = measure_scores.find((one) => one.measure === measure);
    if (!scored || kind === 'pillar') return [];
    const { value, points, max_points } = scored;
    return [{ measure, kind, name_vi, name_en, value, points, max_points }];
  });
  return { answered: answered.length, asked: counts.length, measures };
}

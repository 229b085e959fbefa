import { appliesTo } from '../frameworks/asked-indicators.ts';
import type { Framework, Indicator } from '../frameworks/framework.ts';
import { parsePeriod } from '../periods/period.ts';
import type { FrozenAnswer, FrozenAppraisal, FrozenObservation } from './scores.ts';

/** What is known of one unit that submitted, before its answers have states. */
export interface DeclaredUnit {
  unit_id: string;
  group: string;
  /** `2024`, `2026-Q3` */
  period: string;
  /** Of its current submission. */
  observations: FrozenObservation[];
  /** Of the last release before the period, by the same framework, that the unit has a part in; null: there is none. */
  earlier: EarlierFigures | null;
}

/** A unit's figures as they counted in an earlier release; carried ones may be older still. */
export interface EarlierFigures {
  period: string;
  observations: FrozenObservation[];
  answers: FrozenAnswer[];
  appraisals: FrozenAppraisal[];
}

export interface StatedAnswers {
  /** Figures that count: declared, or carried forward. */
  observations: FrozenObservation[];
  /** Every answer that is not plainly `answered`. */
  answers: FrozenAnswer[];
  /** Of carried figures: a decision holds for the figures it was made of, until there is another. */
  appraisals: FrozenAppraisal[];
}

/** Gives every assessed indicator of a unit its state, so that nothing missing is ever taken for a zero. */
export function stateAnswers(framework: Framework, unit: DeclaredUnit): StatedAnswers {
  const declared = Map.groupBy(unit.observations, ({ indicator }) => indicator);
  const earlier = Map.groupBy(unit.earlier?.observations ?? [], ({ indicator }) => indicator);
  const stated = framework.indicators
    .filter((indicator) => indicator.assessed)
    .map((indicator) => stateAnswer(indicator, unit, declared, earlier));
  return {
    observations: stated.flatMap(({ observations }) => observations),
    answers: stated.flatMap(({ answers }) => answers),
    appraisals: stated.flatMap(({ appraisals }) => appraisals),
  };
}

type ByIndicator = Map<string, FrozenObservation[]>;

function stateAnswer(
  indicator: Indicator,
  unit: DeclaredUnit,
  declared: ByIndicator,
  earlier: ByIndicator,
): StatedAnswers {
  if (!appliesTo(indicator, unit)) return without(unit, indicator, 'not_applicable');
  const own = completeFigures(indicator, declared);
  if (own) return { observations: own, answers: [], appraisals: [] };
  if (isDue(indicator, unit)) return without(unit, indicator, 'not_answered');
  const carried = completeFigures(indicator, earlier);
  if (!carried || !unit.earlier) return without(unit, indicator, 'not_due');
  const isOf = (row: { indicator: string }) => row.indicator === indicator.indicator;
  const carried_from = unit.earlier.answers.find(isOf)?.carried_from ?? unit.earlier.period;
  const answer = { unit_id: unit.unit_id, indicator: indicator.indicator, carried_from };
  return {
    observations: carried,
    answers: [{ ...answer, state: 'carried' }],
    appraisals: unit.earlier.appraisals.filter(isOf),
  };
}

/** A year collects everything; a quarter what is due quarterly. */
const isDue = ({ due }: Indicator, { period }: DeclaredUnit): boolean =>
  parsePeriod(period).quarter === null || due === 'quarterly';

/** What is asked, and nothing that an earlier list asked. Half an answer is none: a numerator without its denominator. */
function completeFigures({ indicator, inputs }: Indicator, figures: ByIndicator): FrozenObservation[] | null {
  const found = figures.get(indicator) ?? [];
  if (!inputs.every(({ input }) => found.some((figure) => figure.input === input))) return null;
  return found.filter((figure) => inputs.some(({ input }) => figure.input === input));
}

const without = (
  { unit_id }: DeclaredUnit,
  { indicator }: Indicator,
  state: Exclude<FrozenAnswer['state'], 'carried'>,
): StatedAnswers => ({
  observations: [],
  answers: [{ unit_id, indicator, state, carried_from: null }],
  appraisals: [],
});

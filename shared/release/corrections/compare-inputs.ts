import type { AnswerState } from '../../scoring/scores.ts';
import type { FrozenInputs } from '../frozen-inputs.ts';
import type { FigureCorrection, PointsCorrection, StateCorrection, UnitCorrection } from './corrections.ts';

export type InputCorrections = Pick<UnitCorrection, 'figures' | 'states' | 'points'>;

/** By unit, what of its inputs differs between two rounds; units of either. */
export function compareInputs(before: FrozenInputs, now: FrozenInputs): (unitId: string) => InputCorrections {
  const sides = { before: indexRound(before), now: indexRound(now) };
  const indicators = listIndicators(before, now);
  return (unitId) => {
    const [old, present] = [sides.before(unitId), sides.now(unitId)];
    return {
      figures: indicators.flatMap((one) => one.inputs.flatMap((input) => compareFigure(one, input, old, present))),
      states: indicators.flatMap((one) => compareState(one, old, present)),
      points: indicators.flatMap((one) => comparePoints(one, old, present)),
    };
  };
}

interface ListedIndicator {
  indicator: string;
  name_vi: string;
  unit_of_measure_vi: string;
  inputs: string[];
}

/** Those of the present framework in its order, then what only the earlier one had. */
function listIndicators(before: FrozenInputs, now: FrozenInputs): ListedIndicator[] {
  const listed = new Map<string, ListedIndicator>();
  for (const { indicator, name_vi, unit_of_measure_vi, inputs } of [
    ...now.framework.indicators,
    ...before.framework.indicators,
  ]) {
    const known = listed.get(indicator);
    const asked = [...(known?.inputs ?? []), ...inputs.map(({ input }) => input)];
    listed.set(indicator, { ...(known ?? { indicator, name_vi, unit_of_measure_vi }), inputs: [...new Set(asked)] });
  }
  return [...listed.values()];
}

/** What one unit has in one round. */
interface UnitRound {
  figures: Map<string, string>;
  /** Null where the unit handed in nothing. */
  stateOf: (indicator: string) => AnswerState | null;
  points: Map<string, string>;
}

function indexRound({ units, observations, answers, appraisals }: FrozenInputs): (unitId: string) => UnitRound {
  const submitted = new Set(units.flatMap((unit) => (unit.submitted ? [unit.unit_id] : [])));
  const figures = Map.groupBy(observations, ({ unit_id }) => unit_id);
  const stated = Map.groupBy(answers, ({ unit_id }) => unit_id);
  const decided = Map.groupBy(appraisals, ({ unit_id }) => unit_id);
  return (unitId) => {
    const states = new Map((stated.get(unitId) ?? []).map(({ indicator, state }) => [indicator, state]));
    return {
      figures: new Map((figures.get(unitId) ?? []).map((one) => [`${one.indicator} ${one.input}`, one.value])),
      stateOf: (indicator) => (submitted.has(unitId) ? (states.get(indicator) ?? 'answered') : null),
      points: new Map((decided.get(unitId) ?? []).map(({ indicator, points }) => [indicator, points])),
    };
  };
}

function compareFigure(
  { indicator, name_vi, unit_of_measure_vi }: ListedIndicator,
  input: string,
  old: UnitRound,
  present: UnitRound,
): FigureCorrection[] {
  const key = `${indicator} ${input}`;
  const [before, after] = [old.figures.get(key) ?? null, present.figures.get(key) ?? null];
  return before === after ? [] : [{ indicator, indicator_name_vi: name_vi, unit_of_measure_vi, input, before, after }];
}

/** Of who handed in nothing then or now there is no state to compare: its figures say it. */
function compareState({ indicator, name_vi }: ListedIndicator, old: UnitRound, present: UnitRound): StateCorrection[] {
  const [before, after] = [old.stateOf(indicator), present.stateOf(indicator)];
  if (before === null || after === null || before === after) return [];
  return [{ indicator, indicator_name_vi: name_vi, before, after }];
}

function comparePoints(
  { indicator, name_vi }: ListedIndicator,
  old: UnitRound,
  present: UnitRound,
): PointsCorrection[] {
  const [before, after] = [old.points.get(indicator) ?? null, present.points.get(indicator) ?? null];
  return before === after ? [] : [{ indicator, indicator_name_vi: name_vi, before, after }];
}

import { compare, type Decimal, fixed, minus, readDecimal, sum, zero } from '../../scoring/reference/exact.ts';
import type { AnswerState, IndicatorPoints } from '../../scoring/scores.ts';
import { compareInputs, type InputCorrections } from '../corrections/compare-inputs.ts';
import type { FrozenInputs } from '../frozen-inputs.ts';
import type { EarlierRound } from './earlier-round.ts';

/** Of one round; null: the indicator was not assessed, or the unit handed in nothing. */
export type PointsThen = Pick<IndicatorPoints, 'state' | 'points' | 'max_points'> | null;

/** What became of one indicator of a unit between two rounds, where anything did. */
export interface IndicatorChange {
  unit_id: string;
  indicator: string;
  before: PointsThen;
  after: PointsThen;
  /** Points after less points before; what leaves the maximum counts as no points. */
  change: string;
  /** What of the unit's own inputs is other. */
  inputs: InputCorrections;
  /** Neither its inputs nor its state are other: what changed is how they are scored. */
  byMethod: boolean;
  /** Of the decision that counts now, where reasons are published and it is another than before. */
  reason: string | null;
}

/** By unit, weightiest first; equal ones in the order of the framework. Null: it handed in nothing in one of the two. */
export type ChangesOfIndicators = (unitId: string) => IndicatorChange[] | null;

interface Rounds {
  earlier: EarlierRound;
  now: { inputs: FrozenInputs; points: readonly IndicatorPoints[] };
}

export function changesOfIndicators({ earlier, now }: Rounds): ChangesOfIndicators {
  const codes = [...new Set([...now.inputs.framework.indicators, ...earlier.inputs.framework.indicators].map(codeOf))];
  const [before, after] = [pointsIn(earlier.points), pointsIn(now.points)];
  const inputsOf = compareInputs(earlier.inputs, now.inputs);
  const decided = new Map(now.inputs.appraisals.map((one) => [`${one.unit_id} ${one.indicator}`, one.reason]));
  const inBoth = submittedIn(earlier.inputs).intersection(submittedIn(now.inputs));
  return (unitId) => {
    if (!inBoth.has(unitId)) return null;
    const inputs = byIndicator(inputsOf(unitId));
    return codes
      .flatMap((indicator) => {
        const key = `${unitId} ${indicator}`;
        const sides = { before: before.get(key) ?? null, after: after.get(key) ?? null };
        const own = inputs(indicator);
        const reason = own.points.length > 0 ? (decided.get(key) ?? null) : null;
        return changeOf({ unit_id: unitId, indicator, ...sides, inputs: own, reason });
      })
      .sort(weightiestFirst);
  };
}

const submittedIn = ({ units }: FrozenInputs): Set<string> =>
  new Set(units.flatMap(({ unit_id, submitted }) => (submitted ? [unit_id] : [])));

const codeOf = ({ indicator }: { indicator: string }) => indicator;

const pointsIn = (rows: readonly IndicatorPoints[]): ReadonlyMap<string, IndicatorPoints> =>
  new Map(rows.map((row) => [`${row.unit_id} ${row.indicator}`, row]));

function byIndicator({ figures, states, points }: InputCorrections): (indicator: string) => InputCorrections {
  const isOf = (code: string) => (one: { indicator: string }) => one.indicator === code;
  return (code) => ({
    figures: figures.filter(isOf(code)),
    // A value carried on is the value: every one of a year would be told of in each quarter.
    states: states.filter((one) => isOf(code)(one) && !(isGiven(one.before) && isGiven(one.after))),
    points: points.filter(isOf(code)),
  });
}

const isGiven = (state: AnswerState): boolean => state === 'answered' || state === 'carried';

function changeOf(one: Omit<IndicatorChange, 'change' | 'byMethod'>): IndicatorChange[] {
  const { before, after, inputs } = one;
  const samePoints = before?.points === after?.points && before?.max_points === after?.max_points;
  const sameInputs = Object.values(inputs).every(({ length }) => length === 0);
  if (samePoints && sameInputs) return [];
  const difference = minus(pointsOf(after), pointsOf(before));
  const byMethod = sameInputs && before !== null && after !== null;
  return [{ ...one, change: fixed(difference, difference.decimals), byMethod }];
}

const pointsOf = (side: PointsThen): Decimal => (side?.points == null ? zero : readDecimal(side.points));

const size = ({ change }: IndicatorChange) => readDecimal(change.replace('-', ''));
const weightiestFirst = (a: IndicatorChange, b: IndicatorChange): number => compare(size(b), size(a));

/** Of the points of all indicators: what the sum of the total changed by. */
export function sumOfChanges(changes: readonly IndicatorChange[]): string {
  const total = sum(changes.map(({ change }) => readDecimal(change)));
  return fixed(total, total.decimals);
}

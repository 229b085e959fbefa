import type { Framework, Indicator, ScoringRule } from '../../shared/frameworks/framework.ts';
import { scoringRules } from '../../shared/frameworks/rules.ts';
import { compare, type Decimal, divideHalfUp, readDecimal, times, zero } from '../../shared/scoring/reference/exact.ts';
import { readFormula } from '../../shared/scoring/reference/points-by-rule.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { AnswerState, Scores, ScoringInputs } from '../../shared/scoring/scores.ts';
import { canBeHalf } from './arbitrary-answer.ts';

/** What one row of indicator points shows: the state is the one after a zero denominator was met. */
export interface RowKind {
  rule: ScoringRule;
  state: AnswerState;
  /** The points fell exactly between two that can be written, within zero and the maximum. */
  exact_half: boolean;
}

function nameOf({ rule, state, exact_half }: RowKind): string {
  return `${rule} ${state}${exact_half ? ' half' : ''}`;
}

const states: readonly AnswerState[] = ['answered', 'carried', 'not_applicable', 'not_due', 'not_answered'];
const isByRule = (state: AnswerState) => state === 'answered' || state === 'carried';

/** Every kind there can be: only what is computed can be a half, and only where something is divided or multiplied. */
export const possibleKinds: readonly RowKind[] = scoringRules.flatMap((rule) =>
  states.flatMap((state) => {
    const plain = { rule, state, exact_half: false };
    return isByRule(state) && canBeHalf({ rule }) ? [plain, { ...plain, exact_half: true }] : [plain];
  }),
);

/** One kind per row of `indicator_points`, in that order. */
export function classifyRows(inputs: ScoringInputs, scores: Scores): RowKind[] {
  const indicators = new Map(inputs.framework.indicators.map((one) => [one.indicator, one]));
  const values = new Map(
    inputs.observations.map((row) => [`${row.unit_id} ${row.indicator} ${row.input}`, readDecimal(row.value)]),
  );
  return scores.indicator_points.map(({ unit_id, indicator, state }) => {
    const of = indicators.get(indicator)!;
    const figureOf = (input: string) => values.get(`${unit_id} ${indicator} ${input}`)!;
    return { rule: of.rule, state, exact_half: isByRule(state) && isExactHalf(inputs.framework, of, figureOf) };
  });
}

/** What a unit answered of a measure. The last: appraised ahead of somebody who is ranked, and yet in nobody's way. */
export const answerShares = [
  'all answered',
  'some answered',
  'none answered',
  'none asked',
  'none answered, and ahead of a rank',
] as const;

/** One share per row of `measure_scores`. */
export function classifyShares({ measure_scores }: Scores): (typeof answerShares)[number][] {
  const ranked = Map.groupBy(
    measure_scores.filter(({ rank }) => rank !== null),
    ({ measure }) => measure,
  );
  return measure_scores.map(({ measure, value, answered_count, asked_count }) => {
    if (asked_count === 0) return 'none asked';
    if (answered_count === asked_count) return 'all answered';
    if (answered_count > 0) return 'some answered';
    const isAhead = (other: { value: string | null }) => compare(readDecimal(value!), readDecimal(other.value!)) > 0;
    return ranked.get(measure)?.some(isAhead) ? 'none answered, and ahead of a rank' : 'none answered';
  });
}

function isExactHalf(framework: Framework, indicator: Indicator, figureOf: (input: string) => Decimal): boolean {
  const points = readFormula(indicator)(figureOf, '');
  if (!points) return false;
  const doubled = { dividend: times(points.dividend, readDecimal('2')), divisor: points.divisor };
  const twice = divideHalfUp(doubled.dividend, doubled.divisor, framework.points_decimals);
  const isOdd = twice.digits % 2n !== 0n;
  const isExact = compare(times(twice, doubled.divisor), doubled.dividend) === 0;
  const isWithin =
    compare(twice, zero) > 0 && compare(twice, times(readDecimal(indicator.max_points), readDecimal('2'))) < 0;
  return isOdd && isExact && isWithin;
}

/** Rows seen of each kind. */
export class Coverage {
  readonly #counts = new Map<string, number>([...possibleKinds.map(nameOf), ...answerShares].map((name) => [name, 0]));

  add(inputs: ScoringInputs): void {
    const scores = scoreReference(inputs);
    const seen = [...classifyRows(inputs, scores).map(nameOf), ...classifyShares(scores)];
    for (const name of seen) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Kinds with fewer rows than that, by name. */
  below(least: number): string[] {
    return [...this.#counts].filter(([, count]) => count < least).map(([name, count]) => `${name}: ${count}`);
  }

  /** A line per rule, a column per state and half; `-` where there can be none. Below, a line per share of answers. */
  table(): string {
    const columns = states.flatMap((state) => [
      { state, exact_half: false },
      ...(isByRule(state) ? [{ state, exact_half: true }] : []),
    ]);
    const header = ['rule', ...columns.map(({ state, exact_half }) => (exact_half ? `${state} ½` : state))];
    const lines = scoringRules.map((rule) => [
      rule,
      ...columns.map((column) => `${this.#counts.get(nameOf({ rule, ...column })) ?? '-'}`),
    ]);
    const widths = header.map((_name, n) => Math.max(...[header, ...lines].map((line) => line[n]!.length)));
    const table = [header, ...lines].map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n]!))
        .join('  ')
        .trimEnd(),
    );
    return [...table, ...answerShares.map((share) => `${share}: ${this.#counts.get(share)}`)].join('\n');
  }
}

import fc from 'fast-check';
import type { Framework, Indicator, IndicatorInput } from '../../shared/frameworks/framework.ts';
import type { AnswerState } from '../../shared/scoring/scores.ts';
import { limits } from './arbitrary-framework.ts';
import { decimalText, scaledOf } from './decimal-text.ts';

/** What a unit does about one indicator, and what an appraiser does about that. */
export interface DrawnAnswer {
  state: AnswerState;
  /** Canonical decimals, in the order of the inputs. */
  values: string[];
  /** Figures are handed in though the state ignores them. */
  keepsFigures: boolean;
  appraised: string | null;
}

const left: AnswerState[] = ['not_applicable', 'not_due', 'not_answered'];

const state: fc.Arbitrary<AnswerState> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<AnswerState>('answered') },
  { weight: 2, arbitrary: fc.constant<AnswerState>('carried') },
  { weight: 3, arbitrary: fc.constantFrom(...left) },
);

export function arbitraryAnswer(framework: Framework, indicator: Indicator): fc.Arbitrary<DrawnAnswer> {
  const maximum = scaledOf(indicator.max_points, framework.points_decimals);
  return fc.record({
    state,
    values: arbitraryValues(framework, indicator),
    keepsFigures: fc.boolean(),
    appraised: fc.option(
      fc
        .oneof(fc.bigInt(0n, maximum), fc.constantFrom(0n, maximum))
        .map((points) => decimalText(points, framework.points_decimals)),
      { freq: 2 },
    ),
  });
}

function arbitraryValues(framework: Framework, indicator: Indicator): fc.Arbitrary<string[]> {
  const plain = fc.tuple(...indicator.inputs.map((input) => arbitraryValue(indicator, input)));
  if (!canBeHalf(indicator)) return plain;
  return fc.oneof(plain, arbitraryHalf(framework, indicator, plain));
}

/** The other rules give points as they are written in the framework: there is nothing to round. */
export const canBeHalf = ({ rule }: Pick<Indicator, 'rule'>): boolean =>
  ['direct', 'external', 'ratio', 'ratio_threshold', 'growth'].includes(rule);

function arbitraryValue(indicator: Indicator, input: IndicatorInput): fc.Arbitrary<string> {
  const text = (scaled: bigint) => decimalText(scaled, input.decimals);
  if (indicator.rule === 'role_tiers') return fc.constantFrom(...indicator.tiers!.map(({ key }) => key));
  if (input.maximum !== null) {
    const most = scaledOf(input.maximum, input.decimals);
    return fc.oneof(fc.bigInt(0n, most), fc.constantFrom(0n, most)).map(text);
  }
  const most = mostOf(indicator, input);
  const least = input.minimum === null ? -most : 0n;
  const small = most < 20n ? most : 20n;
  const likely = [fc.bigInt(0n, small), fc.bigInt(0n, most), fc.constantFrom(0n, least, most), fc.bigInt(least, most)];
  return fc.oneof(...likely, ...keysNearby(indicator)).map(text);
}

/** Largest value of an input, once all inputs of the indicator are at one scale. */
function mostOf({ inputs }: Indicator, { decimals }: IndicatorInput): bigint {
  return limits.scaledValue / 10n ** BigInt(Math.max(...inputs.map((one) => one.decimals)) - decimals);
}

/** Counts on a threshold, and one below. */
function keysNearby({ rule, tiers }: Indicator): fc.Arbitrary<bigint>[] {
  if (rule !== 'count_tiers') return [];
  return [fc.constantFrom(...tiers!.flatMap(({ key }) => [BigInt(key) - 1n, BigInt(key)]))];
}

/**
 * Figures whose points, at `points_decimals`, end in exactly one half: `twice / 2` points for an odd `twice` below twice
 * the maximum, solved for the inputs; where they cannot be written with the decimals allowed, any figures.
 */
function arbitraryHalf(framework: Framework, indicator: Indicator, plain: fc.Arbitrary<string[]>) {
  return fc.tuple(fc.bigInt(0n, 10n ** 9n), plain).map(([seed, otherwise]) => {
    const twiceMaximum = 2n * scaledOf(indicator.max_points, framework.points_decimals);
    const target = scaledOf(indicator.target ?? '1', limits.target.decimals);
    const share = { twiceMaximum, over: target, under: 10n ** BigInt(limits.target.decimals) };
    return (indicator.inputs.length === 1 ? solveValue : solveFraction)(indicator, share, seed) ?? otherwise;
  });
}

/** What earns the maximum is `over / under`. */
interface Share {
  twiceMaximum: bigint;
  over: bigint;
  under: bigint;
}

/** value = twice × over / (twiceMaximum × under), where `twice` is an odd multiple that makes it a finite decimal. */
function solveValue(indicator: Indicator, { twiceMaximum, over, under }: Share, seed: bigint): string[] | null {
  const [input] = indicator.inputs as [IndicatorInput];
  const [dividend, divisor] = [over * 10n ** BigInt(input.decimals), twiceMaximum * under];
  const step = divisor / gcd(divisor, dividend);
  if (step % 2n === 0n || step >= twiceMaximum) return null;
  const multiples = (twiceMaximum / step + 1n) / 2n;
  const twice = step * (2n * (seed % multiples) + 1n);
  const scaled = (twice * dividend) / divisor;
  return twice < twiceMaximum && scaled <= mostOf(indicator, input) ? [decimalText(scaled, input.decimals)] : null;
}

/** part / whole = twice × over / (twiceMaximum × under), in whole numbers. */
function solveFraction(indicator: Indicator, { twiceMaximum, over, under }: Share, seed: bigint): string[] | null {
  const twice = 2n * (seed % (twiceMaximum / 2n)) + 1n;
  const [dividend, divisor] = [twice * over, twiceMaximum * under];
  const common = gcd(dividend, divisor);
  const [part, whole] = [dividend / common, divisor / common];
  const values = indicator.rule === 'growth' ? [whole + part, whole] : [part, whole];
  const fits = values.every((value, n) => {
    const input = indicator.inputs[n]!;
    return value * 10n ** BigInt(input.decimals) <= mostOf(indicator, input);
  });
  return fits ? values.map(String) : null;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

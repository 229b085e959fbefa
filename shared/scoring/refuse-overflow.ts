import type { Framework, Indicator } from '../frameworks/framework.ts';
import { Fault } from '../observability/fault.ts';
import { declaredDecimals, targetOf } from './freeze-indicators.ts';
import { scaleDecimal, scaleOf } from './scaled-decimal.ts';

const largestBigint = 2n ** 63n - 1n;

/** Base of the digits in which the SQL divides: two of them hold the maximum of an indicator. */
export const digitBase = 10_000n;

/** Digits of a declared figure, with all decimals of its indicator, for which the long division of `fraction_points` stays within 64 bits. */
export const largestFigureDigits = 14;
const largestFigure = 10n ** BigInt(largestFigureDigits);

/** The largest numbers that the SQL can meet on its way must fit 64 bits, for it has no wider integer. Fault SCALE_OVERFLOW. */
export function refuseOverflow(framework: Framework): void {
  const { indicators, points_decimals, decimals, framework_id } = framework;
  const wide = indicators.filter(({ assessed }) => assessed).find((indicator) => overflows(indicator, points_decimals));
  if (wide) refuse(`points, target or decimals of ${framework_id} ${wide.indicator}`);
  const maxima = indicators.map(({ max_points }) => scaleDecimal(max_points, points_decimals));
  const total = maxima.reduce((sum, points) => sum + points, 0n);
  // Of a value and of the check that multiplies it back.
  if ((2n * scaleOf(decimals) + 2n) * total > largestBigint) refuse(`points and decimals of ${framework_id}`);
}

export function refuseWideFigure(of: { unit_id: string; indicator: string; input: string }, scaled: bigint): bigint {
  if (scaled <= largestFigure && scaled >= -largestFigure) return scaled;
  return refuse(`${of.input} of ${of.unit_id} ${of.indicator}`);
}

/** Follows `fraction_points/query.sql` step by step with the largest figure as denominator. */
function overflows(indicator: Indicator, pointsDecimals: number): boolean {
  const max = scaleDecimal(indicator.max_points, pointsDecimals);
  const target = targetOf(indicator);
  const quotient = target.scaled / target.scale + 2n;
  const onTheWay = [
    largestFigure * (max / digitBase),
    // A remainder carried to the next digit, and the remainder times that digit.
    2n * largestFigure * digitBase,
    largestFigure * target.scale,
    2n * (quotient * max * target.scale + target.scaled),
  ];
  return scaleOf(declaredDecimals(indicator)) > largestFigure || onTheWay.some((number) => number > largestBigint);
}

function refuse(what: string): never {
  throw new Fault('SCALE_OVERFLOW', `${what} need more than 64 bits on the way to a score`);
}

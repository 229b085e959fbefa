import type { AxisBounds } from './chart.ts';

/** Values have four decimals. */
const perUnit = 10_000;
/** From line to line, in ten-thousandths. */
const steps = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const mostSteps = 8;

/**
 * Bounds of an axis of changes on whole steps, so that one of its lines is zero; with room for the figures beside the
 * longest bars, which would lie on the names.
 */
export function boundsAround(changes: readonly string[]): AxisBounds {
  const counts = changes.map((decimal) => Math.round(Number(decimal) * perUnit));
  const [least, most] = [Math.min(0, ...counts), Math.max(0, ...counts)];
  const room = (most - least) * 0.15;
  const [from, to] = [least < 0 ? least - room : 0, most > 0 ? most + room : 0];
  const step = steps.find((one) => one * mostSteps >= to - from) ?? steps.at(-1)!;
  const [min, max] = [Math.floor(from / step), Math.ceil(to / step)].map((count) => (count * step) / perUnit);
  return { min: min!, max: max! === min! ? step / perUnit : max!, step: step / perUnit };
}

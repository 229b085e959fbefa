import Big from 'big.js';
import { formatDecimal } from '../../format/format-decimal.ts';
import type { IndicatorInput } from '../../frameworks/framework.ts';

type Bounds = Pick<IndicatorInput, 'minimum' | 'maximum'>;

/** `từ 0 đến 1`, of a percentage `từ 0% đến 100%`; empty when both sides are open. */
export function describeBounds({ minimum, maximum }: Bounds, percent = false): string {
  const show = (bound: string) => (percent ? `${formatDecimal(timesHundred(bound))}%` : formatDecimal(bound));
  if (minimum !== null && maximum !== null) return `từ ${show(minimum)} đến ${show(maximum)}`;
  if (minimum !== null) return `từ ${show(minimum)} trở lên`;
  return maximum === null ? '' : `không quá ${show(maximum)}`;
}

/** `from 0 to 1`. */
export function describeBoundsEn({ minimum, maximum }: Bounds, percent = false): string {
  const show = (bound: string) => (percent ? `${timesHundred(bound)}%` : bound);
  if (minimum !== null && maximum !== null) return `from ${show(minimum)} to ${show(maximum)}`;
  if (minimum !== null) return `${show(minimum)} or more`;
  return maximum === null ? '' : `${show(maximum)} or less`;
}

/** Decimals of a fraction as its percentage shows them. */
export const shownDecimals = (decimals: number, percent: boolean): number =>
  percent ? Math.max(0, decimals - 2) : decimals;

const timesHundred = (decimal: string): string => new Big(decimal).times(100).toFixed();

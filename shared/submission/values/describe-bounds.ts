import { formatDecimal } from '../../format/format-decimal.ts';
import type { IndicatorInput } from '../../frameworks/framework.ts';

type Bounds = Pick<IndicatorInput, 'minimum' | 'maximum'>;

/** `từ 0 đến 1`; empty when both sides are open. */
export function describeBounds({ minimum, maximum }: Bounds): string {
  if (minimum !== null && maximum !== null) return `từ ${formatDecimal(minimum)} đến ${formatDecimal(maximum)}`;
  if (minimum !== null) return `từ ${formatDecimal(minimum)} trở lên`;
  return maximum === null ? '' : `không quá ${formatDecimal(maximum)}`;
}

/** `from 0 to 1`. */
export function describeBoundsEn({ minimum, maximum }: Bounds): string {
  if (minimum !== null && maximum !== null) return `from ${minimum} to ${maximum}`;
  if (minimum !== null) return `${minimum} or more`;
  return maximum === null ? '' : `${maximum} or less`;
}

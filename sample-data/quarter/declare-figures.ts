import Big from 'big.js';
import type { Indicator } from '../../shared/frameworks/framework.ts';

export interface DeclaredFigure {
  input: string;
  /** Canonical decimal. */
  value: string;
}

/**
 * Figures that earn about the given share of an indicator's maximum. `base` is what is divided by: a denominator or a
 * previous value.
 */
export function declareFigures(indicator: Indicator, share: Big, base: Big): DeclaredFigure[] {
  const target = indicator.target ?? '1';
  const earned = share.times(target);
  switch (indicator.rule) {
    case 'direct':
    case 'external':
      return [figure(indicator, 'value', earned)];
    case 'growth':
      return [figure(indicator, 'value', base.times(earned.plus('1'))), figure(indicator, 'previous', base)];
    default:
      return [figure(indicator, 'numerator', base.times(earned)), figure(indicator, 'denominator', base)];
  }
}

/** Rounded to what may be declared, and kept within its bounds. */
function figure({ inputs }: Indicator, input: string, value: Big): DeclaredFigure {
  const { decimals, maximum } = inputs.find((known) => known.input === input)!;
  const rounded = value.round(decimals, Big.roundHalfUp);
  return { input, value: (maximum !== null && rounded.gt(maximum) ? Big(maximum) : rounded).toFixed() };
}

import Big from 'big.js';
import { formatDecimal } from '../../format/format-decimal.ts';
import { formatPercent } from '../../format/format-percent.ts';
import { isPercent } from '../../frameworks/is-percent.ts';
import type { AskedInput } from '../figure.ts';
import { choicesOf, findChoice } from './choices.ts';

/** A figure as its cell in a form shows it, in each language: a choice by its label, a share as a percentage. */
export function shownFigure({ indicator, input }: AskedInput, value: string): { vi: string; en: string } {
  const choice = findChoice(choicesOf(indicator, input) ?? [], value);
  if (choice) return { vi: choice.label_vi, en: `${value} (${choice.label_vi})` };
  if (!isPercent(indicator)) return { vi: formatDecimal(value), en: value };
  const percent = new Big(value).times(100).toFixed();
  return { vi: formatPercent(value), en: `${percent}%` };
}

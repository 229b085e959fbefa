import { formatDecimal } from '../../../../shared/format/format-decimal.ts';
import { isPercent } from '../../../../shared/frameworks/is-percent.ts';
import type { GridRow } from '../../../../shared/submission/grid/build-grid.ts';
import { cleanText } from '../../../../shared/submission/values/clean-text.ts';
import { type NumberKind, parseNumber } from '../../../../shared/submission/values/parse-number.ts';

type Asked = Pick<GridRow, 'choices' | 'unit_of_measure_vi' | 'decimals'>;

/** A canonical decimal as a form shows it: a choice by its label, a share as a percentage, the rest with a comma. */
export function showFigure(row: Asked, value: string): string {
  const choice = row.choices?.find((one) => one.value === value);
  if (choice) return choice.label_vi;
  return isPercent(row) ? `${formatDecimal(hundredTimes(value))}%` : formatDecimal(value);
}

/** By moving the point: `0.456` → `45.6`. */
function hundredTimes(decimal: string): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}.${fraction.slice(2)}`;
  // Cuts the zeros in front and behind.
  const [left = '', right = ''] = digits.split('.');
  return `${sign}${left.replace(/^0+(?=\d)/, '')}${right ? `.${right}` : ''}`;
}

/** What was typed, read by the same code as a cell; null: not a number, or one that can be read in two ways. */
export function readTyped(row: Asked, typed: string): { value: string | null } | null {
  const { text } = cleanText(typed);
  if (text === '') return { value: null };
  if (row.choices) return { value: text };
  const kind: NumberKind = isPercent(row) ? 'percent' : row.decimals === 0 ? 'whole' : 'decimal';
  const read = parseNumber(text, kind);
  return 'rule' in read ? null : { value: read.value };
}

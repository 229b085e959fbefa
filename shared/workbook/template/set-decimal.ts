import type { Cell } from 'exceljs';
import type { Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import { choicesOf, findChoice } from '../../submission/values/choices.ts';
import { isCanonicalDecimal, significantDigits } from '../../submission/values/decimal-text.ts';

/**
 * Writes a canonical decimal as a number and any other text as text. exceljs takes JavaScript numbers only; a decimal of
 * at most 15 significant digits comes back from a double unchanged, a longer one is written as text in the form's notation.
 */
export function setDecimal(cell: Cell, text: string): void {
  if (!isCanonicalDecimal(text)) cell.value = text;
  else cell.value = significantDigits(text) <= 15 ? Number(text) : text.replace('.', ',');
}

/** Writes what was declared for an input: the label of a choice, a number, or the text it is. */
export function setInput(cell: Cell, indicator: Indicator, input: IndicatorInput, text: string): void {
  const choice = findChoice(choicesOf(indicator, input) ?? [], text);
  if (choice) cell.value = choice.label_vi;
  else if (text === '') cell.value = null;
  else setDecimal(cell, text);
}

/** Shows every decimal that was typed, also those beyond the allowed: an error must not point at a cell that looks right. */
export function decimalFormat(decimals: number, percent: boolean): string {
  if (percent) return '[$-42A]0.00##########%';
  return decimals === 0 ? 'General' : `[$-42A]0.${'0'.repeat(decimals)}##########`;
}

/** Decimals of a figure without the zeros that only its scale adds. */
export const shownDecimals = (decimal: string): number => (decimal.split('.')[1] ?? '').replace(/0+$/, '').length;

import type { Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import { isPercent } from '../../frameworks/is-percent.ts';
import type { CellValue } from '../cell-book.ts';
import type { Notation } from '../figure.ts';
import { makeFinding, makeNumberFinding, type Place } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cellText } from './cell-text.ts';
import { checkBounds } from './check-bounds.ts';
import { type Choice, choicesOf, findChoice } from './choices.ts';
import { canonicalDecimal, compareDecimals } from './decimal-text.ts';
import { exampleOf, findUnderstood } from './figure-words.ts';
import { saysNoFigure } from './no-figure-words.ts';
import { type NumberKind, parseNumber, parsePlainDecimal } from './parse-number.ts';
import { type ReadCell, readCell } from './read-cell.ts';
import { shownDate } from './shown-date.ts';

/** What a figure is read as: its indicator and input, where it stands, and how numbers are written there. */
export interface NumberContext {
  indicator: Indicator;
  input: IndicatorInput;
  place: Place;
  notation: Notation;
}

export interface ReadNumber {
  /** Canonical decimal; null whenever there is an error finding or nothing stood there. */
  value: string | null;
  blank: boolean;
  findings: Finding[];
}

type Reading = Omit<ReadNumber, 'blank'>;

/** Reads one declared figure. Nothing becomes a number in silence, and nothing is rounded. */
export function readNumber(raw: CellValue | undefined, context: NumberContext): ReadNumber {
  const { cell, findings } = readCell(raw, context.place);
  // Warned of, say for an invisible character that was all there was, a blank is still one.
  if (cell === null) return { value: null, blank: findings.every(({ severity }) => severity !== 'error'), findings };
  const read = readContent(cell, context);
  const all = [...findings, ...read.findings];
  if (read.value === null) return { value: null, blank: false, findings: all };
  const broken = checkBounds(read.value, context);
  return { value: broken.length > 0 ? null : read.value, blank: false, findings: [...all, ...broken] };
}

type Content = NonNullable<ReadCell['cell']>;

function readContent(cell: Content, context: NumberContext): Reading {
  const choices = choicesOf(context.indicator, context.input);
  if (choices) return readChoice(cellText(cell), choices, context);
  return cell.kind === 'number' ? readTyped(cell.text, context) : readOther(cell, context);
}

function readChoice(text: string, choices: readonly Choice[], { place }: NumberContext): Reading {
  const chosen = findChoice(choices, text);
  if (chosen) return { value: chosen.value, findings: [] };
  const list = { choices: choices.map(({ label_vi }) => label_vi).join('; ') };
  const keys = { choices_en: choices.map(({ value, label_vi }) => `${value} (${label_vi})`).join('; ') };
  return { value: null, findings: [makeFinding('NOT_IN_LIST', place, { ...list, ...keys }, text)] };
}

function readTyped(text: string, context: NumberContext): Reading {
  const value = canonicalDecimal(text);
  return unclearPercent(value, context) ?? { value, findings: [] };
}

function readOther(cell: Exclude<Content, { kind: 'number' }>, context: NumberContext): Reading {
  if (cell.kind === 'date') return refuse('DATE_NOT_NUMBER', shownDate(cell), context);
  const text = cellText(cell);
  if (cell.kind !== 'text') return refuse('NOT_NUMBER', text, context);
  if (cell.rich) return refuse('RICH_TEXT_NUMBER', text, context);
  const parsed = context.notation === 'plain' ? parsePlainDecimal(text) : parseNumber(text, kindOf(context));
  if ('rule' in parsed) return refuse(saysNoFigure(text) ? 'FIGURE_IN_WORDS' : parsed.rule, text, context);
  const unclear = parsed.percent ? null : unclearPercent(parsed.value, context);
  if (unclear) return unclear;
  const { value, understood, percent } = parsed;
  return { value, findings: understood ? [findUnderstood(value, text, context, percent)] : [] };
}

function kindOf({ indicator, input }: NumberContext): NumberKind {
  if (isPercent(indicator)) return 'percent';
  return input.decimals === 0 ? 'whole' : 'decimal';
}

/** 45.6 in a percent column: 45.6 % or 4560 %? Never divided by 100 on a guess. */
function unclearPercent(value: string, context: NumberContext): Reading | null {
  if (!isPercent(context.indicator) || compareDecimals(value, '1') <= 0) return null;
  return { value: null, findings: [makeNumberFinding('NOT_PERCENT', context.place, value, exampleOf(context))] };
}

function refuse(rule: string, text: string | null, context: NumberContext): Reading {
  return { value: null, findings: [makeFinding(rule, context.place, exampleOf(context, text ?? ''), text)] };
}

import { canonicalDecimal, hundredthOf } from './canonical-decimal.ts';

export type NumberKind = 'whole' | 'decimal' | 'percent';

export type ParsedNumber =
  /** `understood`: not the form's own notation, so the submitter is told how it was read. */
  { value: string; understood: boolean; percent: boolean } | { rule: 'NOT_NUMBER' | 'NUMBER_AMBIGUOUS' };

const notNumber: ParsedNumber = { rule: 'NOT_NUMBER' };
const ambiguous: ParsedNumber = { rule: 'NUMBER_AMBIGUOUS' };

/** Text where all separators are of one known meaning. A leading zero never starts a group: `0.929` is a fraction. */
const grouped = [
  /^-?[1-9][0-9]{0,2}(\.[0-9]{3}){2,}$/,
  /^-?[1-9][0-9]{0,2}(\.[0-9]{3})+,[0-9]+$/,
  /^-?[1-9][0-9]{0,2}( [0-9]{3})+(,[0-9]+)?$/,
  /^-?[1-9][0-9]{0,2}(,[0-9]{3}){2,}$/,
  /^-?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+$/,
  /^-?[1-9][0-9]{0,2}( [0-9]{3})+\.[0-9]+$/,
];
const vietnamese = grouped.slice(0, 3);

/** One separator and three digits behind it: a thousand to some, a fraction to others. */
const groupOrFraction = /^-?[1-9][0-9]{0,2}[.,][0-9]{3}$/;

/**
 * Reads a number that was typed as text, in Vietnamese and other habits; what can be read in two ways is refused, never
 * guessed. `text` is clean (see cleanText). The value is the canonical decimal of exactly the digits that were typed.
 */
export function parseNumber(text: string, kind: NumberKind): ParsedNumber {
  const typed = text.replaceAll('\u2212', '-');
  if (!typed.endsWith('%')) return parseBare(typed, kind);
  if (kind !== 'percent') return notNumber;
  const share = parseBare(typed.slice(0, -1).trimEnd(), 'decimal');
  return 'rule' in share ? share : { ...share, value: hundredthOf(share.value), percent: true };
}

function parseBare(text: string, kind: NumberKind): ParsedNumber {
  if (/^-?[0-9]+$/.test(text)) return read(text, /^-?0[0-9]/.test(text));
  if (groupOrFraction.test(text)) return kind === 'whole' ? read(text.replace(/[.,]/, ''), true) : ambiguous;
  if (/^-?[0-9]+,[0-9]+$/.test(text)) return read(text.replace(',', '.'), false);
  if (/^-?[0-9]+\.[0-9]+$/.test(text)) return read(text, true);
  if (!grouped.some((form) => form.test(text))) return notNumber;
  return read(vietnamese.some((form) => form.test(text)) ? fromVietnamese(text) : text.replace(/[ ,]/g, ''), true);
}

const fromVietnamese = (text: string) => text.replace(/[ .]/g, '').replace(',', '.');

const read = (plain: string, understood: boolean): ParsedNumber => ({
  value: canonicalDecimal(plain),
  understood,
  percent: false,
});

/** The notation of JSON and CSV: decimal point, no groups. */
export function parsePlainDecimal(text: string): ParsedNumber {
  return /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? read(text, false) : notNumber;
}

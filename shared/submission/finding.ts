import { formatDecimal } from '../format/format-decimal.ts';
import type { Indicator } from '../frameworks/framework.ts';
import { nameOfInput } from '../frameworks/input-names.ts';
import { Fault } from '../observability/fault.ts';
import type { AskedInput } from './figure.ts';
import { ruleEntry } from './rules/catalogue.ts';
import type { Finding } from './submission.ts';

/** Where a finding points: a cell of a workbook, or a row and field of JSON or CSV. */
export type Place = Pick<Finding, 'sheet' | 'cell' | 'row' | 'field'>;

export const noPlace: Place = { sheet: null, cell: null, row: null, field: null };

const shownLength = 200;

/** Fills the rule's messages; severity and words come from the catalogue. Throws the fault `RULE_PARAMETER_MISSING`. */
export function makeFinding(
  rule: string,
  place: Place,
  params: Record<string, string> = {},
  value: string | null = null,
): Finding {
  const entry = ruleEntry(rule);
  const known = { ...params, ...(value === null ? {} : { value: shorten(value) }) };
  return {
    rule,
    severity: entry.severity,
    sheet: place.sheet,
    cell: place.cell,
    row: place.row,
    field: place.field,
    value: value === null ? null : shorten(value),
    message_vi: fillMessage(rule, entry.message_vi, known),
    message_en: fillMessage(rule, entry.message_en, known),
  };
}

/** A finding about a figure that was read: each language shows the number in its own notation. */
export const makeNumberFinding = (rule: string, place: Place, number: string, params: Record<string, string> = {}) =>
  makeFinding(rule, place, { ...params, number: formatDecimal(number), number_en: number }, shownAt(place, number));

/** In a workbook as its cells show it: nobody is told of 0.3 beside 0,3. */
const shownAt = ({ sheet }: Place, number: string): string => (sheet === null ? number : formatDecimal(number));

/** What messages call one input by: `Tử số` is `tử số` within a sentence. */
export function inputNamesOf({ indicator, input }: AskedInput) {
  const name = nameOfInput(indicator, input);
  const input_vi = name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
  return { ...namesOf(indicator), input: input.input, input_vi };
}

/** What messages call an indicator by: an officer knows the name, a system the code. */
export const namesOf = ({ indicator, name_vi, name_en }: Indicator) => ({ indicator, name_vi, name_en });

export const shorten = (text: string) => (text.length > shownLength ? `${text.slice(0, shownLength - 1)}…` : text);

function fillMessage(rule: string, message: string, params: Record<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const filled = params[name];
    if (filled === undefined) throw new Fault('RULE_PARAMETER_MISSING', `${rule} needs {${name}}`);
    return filled;
  });
}

import type { DeclaredField, DeclaredRow } from '../figure.ts';
import { makeFinding, noPlace, shorten } from '../finding.ts';
import { checkTableSize, tableLimits } from '../rows/table-size.ts';
import type { Finding } from '../submission.ts';
import {
  checkTexts,
  type DeclaredTable,
  decodeUtf8,
  findLostCharacters,
  hasLostCharacters,
  isDeclaredField,
  notRead,
  notUtf8,
  toDeclaredRow,
} from './declared-table.ts';
import { readRecords, recordTexts } from './evidence-records.ts';
import { isSourceOrNull, sourceIn } from './figure-source.ts';

/**
 * A list of `{indicator, input?, value, evidence?, note?}`; values as strings or numbers, with a decimal point; evidence as a
 * text, or as a list of records; `from`, where a figure stood in an earlier receipt.
 */
export function parseDeclaredJson(bytes: Uint8Array): DeclaredTable {
  const text = decodeUtf8(bytes);
  if (text === null) return notUtf8();
  const list = readList(text);
  if (!list) return hasLostCharacters(text) ? notUtf8() : notRead('JSON');
  const oversize = checkTableSize(list.length, tableLimits.rows, noPlace);
  if (oversize.length > 0) return { rows: [], findings: oversize };
  const lost = findLostCharacters(list.map((element, index) => ({ row: index + 1, texts: textsOf(element) })));
  if (lost.length > 0) return { rows: [], findings: lost };
  const findings = list.flatMap((element, index) => checkElement(element, index + 1));
  if (findings.length > 0) return { rows: [], findings };
  return { rows: list.map((element, index) => toRow(element, index + 1)), findings };
}

type Element = Record<string, unknown>;

function readList(text: string): Element[] | null {
  try {
    const list: unknown = JSON.parse(text, keepDigits);
    return Array.isArray(list) && list.every(isElement) ? list : null;
  } catch {
    return null;
  }
}

const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The digits as they were sent: a figure does not pass through a float. (TypeScript does not know the third parameter.) */
const keepDigits = ((_key: string, value: unknown, context: { source: string }) =>
  typeof value === 'number' ? context.source : value) as (key: string, value: unknown) => unknown;

function checkElement(element: Element, row: number): Finding[] {
  const at = (field: string) => ({ ...noPlace, row, field: shorten(field) });
  const missing = (['indicator', 'value'] as const).filter((name) => !Object.hasOwn(element, name));
  const names = Object.keys(element);
  return [
    ...missing.map((name) => makeFinding('FIELD_MISSING', at(name), { name })),
    ...names
      .filter((name) => !isDeclaredField(name) && name !== 'from')
      .map((name) => makeFinding('FIELD_UNKNOWN', at(name), {}, name)),
    ...names
      .filter((name) => isDeclaredField(name) && !isTextOrNull(element[name]) && !isRecordList(name, element[name]))
      .map((name) => makeFinding('FIELD_NOT_TEXT', at(name))),
    ...checkTexts(row, textsOf(element)),
    ...checkRecords(element, row),
    ...(isSourceOrNull(element.from) ? [] : [makeFinding('FIGURE_SOURCE', at('from'))]),
  ];
}

const isRecordList = (name: string, value: unknown) => name === 'evidence' && Array.isArray(value);

const recordsOf = ({ evidence }: Element): unknown[] | null => (Array.isArray(evidence) ? evidence : null);

const checkRecords = (element: Element, row: number): Finding[] => {
  const records = recordsOf(element);
  return records ? readRecords(records, row).findings : [];
};

function toRow(element: Element, row: number): DeclaredRow {
  const records = recordsOf(element);
  const from = sourceIn(element);
  const declared = { ...toDeclaredRow(row, textsOf(element)), ...(from ? { from } : {}) };
  return records ? { ...declared, evidenceRecords: readRecords(records, row).records } : declared;
}

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

/** Texts by field; those of records as one, for what every text is held to. */
function textsOf(element: Element): Partial<Record<DeclaredField, string>> {
  const records = recordsOf(element);
  const texts = Object.entries(element).filter(([name, text]) => name !== 'from' && typeof text === 'string');
  return Object.fromEntries(records ? [...texts, ['evidence', recordTexts(records)]] : texts);
}

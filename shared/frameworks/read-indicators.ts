import { CsvError, parse } from 'csv-parse/sync';
import type { Indicator, IndicatorInput, ScoringRule } from './framework.ts';
import type { Complaint } from './framework-fault.ts';
import { codeShape, decimalText } from './framework-shape.ts';
import { findInputsMisfit, isRule, readInputs, scoringRules } from './read-inputs.ts';

export const indicatorsFileName = 'indicators.csv';

const columns = [
  'indicator',
  'main_index',
  'name_vi',
  'name_en',
  'unit_of_measure_vi',
  'rule',
  'max_points',
  'assessed',
  'evidence_required',
  'inputs',
] as const;

type Column = (typeof columns)[number];

export interface IndicatorLine {
  /** 1-based line on which the record begins. */
  line: number;
  indicator: Indicator;
}

export interface ReadIndicators {
  /** Records without complaint. */
  lines: IndicatorLine[];
  complaints: Complaint[];
}

interface CsvRecord {
  line: number;
  cells: string[];
}

export const complainOfLine = (line: number | null, message: string): Complaint => ({
  file: indicatorsFileName,
  line,
  message,
});

/** One record per line, as a spreadsheet saves it: UTF-8, comma, with or without BOM. */
export function readIndicators(text: string): ReadIndicators {
  const records = readRecords(text);
  if (!Array.isArray(records)) return { lines: [], complaints: [records] };
  const [header, ...rest] = records;
  if (header?.cells.join() !== columns.join()) {
    const message = `the header must be "${columns.join()}", saved with commas; found "${header?.cells.join() ?? ''}"`;
    return { lines: [], complaints: [complainOfLine(header?.line ?? 1, message)] };
  }
  const read = rest.map(readLine);
  return {
    lines: read.flatMap(({ line }) => line ?? []),
    complaints: [...read.flatMap(({ complaints }) => complaints), ...findRepeatedCodes(rest)],
  };
}

function readRecords(text: string): CsvRecord[] | Complaint {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return (parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]).map(
      ({ record, info }) => ({ cells: record, line: info.lines - countInnerBreaks(record) }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return complainOfLine(typeof error.lines === 'number' ? error.lines : null, `is not CSV: ${error.message}`);
  }
}

// csv-parse counts to the end of a record, and a quoted cell may hold line breaks.
const countInnerBreaks = (record: string[]) => record.join('').split('\n').length - 1;

function readLine({ line, cells }: CsvRecord): { line?: IndicatorLine; complaints: Complaint[] } {
  if (cells.length !== columns.length) {
    const message = `has ${cells.length} cells where the header has ${columns.length}; quote a text that holds a comma`;
    return { complaints: [complainOfLine(line, message)] };
  }
  const row = Object.fromEntries(columns.map((column, i) => [column, cells[i]?.trim() ?? ''])) as Record<
    Column,
    string
  >;
  const inputs = readInputs(row.inputs);
  const messages = [...checkCells(row), ...checkInputs(row.rule, inputs)];
  if (messages.length > 0) return { complaints: messages.map((message) => complainOfLine(line, message)) };
  return { line: { line, indicator: toIndicator(row, inputs as IndicatorInput[]) }, complaints: [] };
}

function checkCells(row: Record<Column, string>): string[] {
  const malformed = (['indicator', 'main_index'] as const).filter(
    (column) => !codeShape.safeParse(row[column]).success,
  );
  const empty = (['name_vi', 'name_en'] as const).filter((column) => row[column] === '');
  const unclear = (['assessed', 'evidence_required'] as const).filter((column) => !/^(true|false)$/i.test(row[column]));
  return [
    ...malformed.map((column) => `${column} "${row[column]}" is not a code; use lower-case letters, digits and _`),
    ...empty.map((column) => `${column} is empty; write a text here`),
    ...unclear.map((column) => `${column} "${row[column]}" must be true or false`),
    ...(isRule(row.rule) ? [] : [`rule "${row.rule}" is not known; known are ${scoringRules.join(', ')}`]),
    ...checkMaxPoints(row.max_points),
  ];
}

function checkMaxPoints(text: string): string[] {
  if (!decimalText.safeParse(text).success) return [`max_points "${text}" is not a plain decimal; write 140 or 12.5`];
  return text === '0' ? ['max_points is 0; an indicator without points belongs in the note, not in the list'] : [];
}

function checkInputs(rule: string, inputs: IndicatorInput[] | string): string[] {
  if (typeof inputs === 'string') return [inputs];
  return isRule(rule) ? [findInputsMisfit(rule, inputs) ?? []].flat() : [];
}

function findRepeatedCodes(records: CsvRecord[]): Complaint[] {
  const firstLines = new Map<string, number>();
  return records.flatMap(({ line, cells }) => {
    const code = cells[0]?.trim() ?? '';
    const first = firstLines.get(code);
    if (first !== undefined)
      return [complainOfLine(line, `indicator "${code}" stands on line ${first} too; codes are unique`)];
    firstLines.set(code, line);
    return [];
  });
}

function toIndicator(row: Record<Column, string>, inputs: IndicatorInput[]): Indicator {
  const { assessed, evidence_required, ...texts } = row;
  return {
    ...texts,
    rule: row.rule as ScoringRule,
    name_vi: row.name_vi.normalize('NFC'),
    unit_of_measure_vi: row.unit_of_measure_vi.normalize('NFC'),
    assessed: assessed.toLowerCase() === 'true', // spreadsheets save TRUE
    evidence_required: evidence_required.toLowerCase() === 'true',
    inputs,
  };
}

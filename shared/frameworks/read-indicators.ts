import type { Indicator } from './framework.ts';
import type { Complaint } from './framework-fault.ts';
import { type CsvRecord, readCsvRecords } from './read-csv-records.ts';
import { columnsOf, type HeaderColumns } from './read-header.ts';
import { readIndicator } from './read-indicator.ts';

const indicatorsFileName = 'indicators.csv';

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

export const complainOfLine = (line: number | null, message: string): Complaint => ({
  file: indicatorsFileName,
  line,
  message,
});

/** One record per line, as a spreadsheet saves it: UTF-8, comma, with or without BOM, columns in any order. */
export function readIndicators(text: string): ReadIndicators {
  const records = readCsvRecords(text);
  if ('problem' in records) {
    return { lines: [], complaints: [complainOfLine(records.line, records.problem)] };
  }
  const [header, ...rest] = records.records;
  const columns = columnsOf(header?.cells ?? []);
  if (Array.isArray(columns)) {
    return { lines: [], complaints: columns.map((message) => complainOfLine(header?.line ?? 1, message)) };
  }
  const read = rest.map((record) => readLine(record, columns));
  return {
    lines: read.flatMap(({ line }) => line ?? []),
    complaints: [...read.flatMap(({ complaints }) => complaints), ...findRepeatedCodes(rest, columns)],
  };
}

function readLine(record: CsvRecord, columns: HeaderColumns): { line?: IndicatorLine; complaints: Complaint[] } {
  const { line, cells } = record;
  if (cells.length !== columns.width) {
    const message = `has ${cells.length} cells where the header has ${columns.width}; quote a text that holds a comma`;
    return { complaints: [complainOfLine(line, message)] };
  }
  const read = readIndicator(columns.rowOf(cells));
  if (Array.isArray(read)) return { complaints: read.map((message) => complainOfLine(line, message)) };
  return { line: { line, indicator: read }, complaints: [] };
}

function findRepeatedCodes(records: CsvRecord[], columns: HeaderColumns): Complaint[] {
  const firstLines = new Map<string, number>();
  return records.flatMap(({ line, cells }) => {
    const code = columns.rowOf(cells).indicator;
    const first = firstLines.get(code);
    if (first !== undefined)
      return [complainOfLine(line, `indicator "${code}" stands on line ${first} too; codes are unique`)];
    firstLines.set(code, line);
    return [];
  });
}

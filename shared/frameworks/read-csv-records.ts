import { CsvError, parse } from 'csv-parse/sync';

export interface CsvRecord {
  /** 1-based line on which the record begins. */
  line: number;
  cells: string[];
}

/** Records of a CSV text, rows without any text left out; or what is wrong with the text as a whole. */
export function readCsvRecords(text: string): { records: CsvRecord[] } | { problem: string; line: number | null } {
  // What decoding puts in place of bytes that are no UTF-8: names would be lost in silence.
  if (text.includes('\uFFFD')) return { problem: 'is not UTF-8; save it as "CSV UTF-8 (comma delimited)"', line: null };
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    const parsed = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    const records = parsed.map(({ record, info }) => ({ cells: record, line: info.lines - countInnerBreaks(record) }));
    // Spreadsheets save rows that were emptied as rows of commas.
    return { records: records.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: `is not CSV: ${error.message}`, line: typeof error.lines === 'number' ? error.lines : null };
  }
}

// csv-parse counts to the end of a record, and a quoted cell may hold line breaks.
const countInnerBreaks = (record: string[]) => record.join('').split('\n').length - 1;

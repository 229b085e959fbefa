import { CsvError, parse } from 'csv-parse/sync';
import type { DeclaredField } from '../figure.ts';
import { makeFinding, noPlace, shorten } from '../finding.ts';
import { checkTableSize, tableLimits } from '../rows/table-size.ts';
import type { Finding } from '../submission.ts';
import {
  checkTexts,
  type DeclaredTable,
  decodeUtf8,
  isDeclaredField,
  notRead,
  toDeclaredRow,
} from './declared-table.ts';

interface CsvLine {
  /** Fields of the record. */
  record: string[];
  info: { lines: number };
}

/** CSV with the header `indicator,value` or `indicator,input,value[,evidence,note]`, in any order; UTF-8, decimal point. */
export function parseDeclaredCsv(bytes: Uint8Array): DeclaredTable {
  const text = decodeUtf8(bytes);
  const lines = text === null ? null : readLines(text);
  if (!lines || lines.length === 0) return notRead('CSV');
  const [header, ...body] = lines;
  const fields = header!.record.map((name) => name.trim());
  const oversize = [
    ...checkTableSize(body.length, tableLimits.rows, noPlace),
    ...checkTableSize(fields.length, tableLimits.columns, { ...noPlace, row: header!.info.lines }),
  ];
  if (oversize.length > 0) return { rows: [], findings: oversize };
  const findings = [...checkHeader(fields, header!.info.lines), ...body.flatMap((line) => checkLine(line, fields))];
  if (findings.length > 0) return { rows: [], findings };
  const rows = body.map(({ record, info }) => toDeclaredRow(info.lines, pair(fields as DeclaredField[], record)));
  return { rows, findings };
}

function readLines(text: string): CsvLine[] | null {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // Header, and one row more than is read, to know that there are more.
      to: tableLimits.rows + 2,
    }) as unknown as CsvLine[];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function checkHeader(fields: string[], line: number): Finding[] {
  const at = (field: string) => ({ ...noPlace, row: line, field: shorten(field) });
  const missing = (['indicator', 'value'] as const).filter((name) => !fields.includes(name));
  const unknown = fields.filter((name, index) => !isDeclaredField(name) || fields.indexOf(name) !== index);
  return [
    ...missing.map((name) => makeFinding('FIELD_MISSING', at(name), { name })),
    ...unknown.map((name) => makeFinding('FIELD_UNKNOWN', at(name), {}, name)),
  ];
}

/** A comma that was not quoted would push every later field into the wrong column. */
function checkLine({ record, info }: CsvLine, fields: string[]): Finding[] {
  if (record.length <= fields.length) return checkTexts(info.lines, pair(fields as DeclaredField[], record));
  const counts = { found: `${record.length}`, expected: `${fields.length}` };
  return [makeFinding('FIELD_COUNT', { ...noPlace, row: info.lines }, counts)];
}

const pair = (fields: DeclaredField[], record: string[]): Partial<Record<DeclaredField, string>> =>
  Object.fromEntries(record.map((text, index) => [fields[index]!, text]));

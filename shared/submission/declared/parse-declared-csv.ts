import { CsvError, parse } from 'csv-parse/sync';
import type { DeclaredField } from '../figure.ts';
import { makeFinding, noPlace, shorten } from '../finding.ts';
import { checkTableSize, tableLimits } from '../rows/table-size.ts';
import type { Finding } from '../submission.ts';
import { type Delimiter, delimiterOf, findMixedDelimiters, findOtherDelimiter, readDecimals } from './csv-dialect.ts';
import { beginningLines } from './csv-lines.ts';
import {
  checkTexts,
  type DeclaredTable,
  decodeUtf8,
  fieldNamed,
  findLostCharacters,
  hasLostCharacters,
  isDeclaredField,
  notRead,
  notUtf8,
  toDeclaredRow,
} from './declared-table.ts';

interface CsvLine {
  /** Fields of the record. */
  record: string[];
  /** That it begins on. */
  line: number;
}

/**
 * CSV with the header `indicator,value` or `indicator,input,value[,evidence,note]`, in any order; UTF-8, decimal point. With
 * semicolons the decimal comma is read too, where the whole file has it.
 */
export function parseDeclaredCsv(bytes: Uint8Array): DeclaredTable {
  const text = decodeUtf8(bytes);
  if (text === null) return notUtf8();
  const delimiter = delimiterOf(text);
  if (delimiter === null) return refused([findMixedDelimiters(1)]);
  const lines = readLines(text, delimiter);
  if (!lines || lines.length === 0) return hasLostCharacters(text) ? notUtf8() : notRead('CSV');
  return readTable(lines, delimiter);
}

const refused = (findings: Finding[]): DeclaredTable => ({ rows: [], findings });

function readTable([header, ...body]: CsvLine[], delimiter: Delimiter): DeclaredTable {
  const fields = header!.record.map(fieldNamed);
  const oversize = [
    ...checkTableSize(body.length, tableLimits.rows, noPlace),
    ...checkTableSize(fields.length, tableLimits.columns, { ...noPlace, row: header!.line }),
  ];
  if (oversize.length > 0) return refused(oversize);
  const lost = findLostCharacters(
    [header!, ...body].map(({ record, line }) => ({ row: line, texts: pair(fields as DeclaredField[], record) })),
  );
  if (lost.length > 0) return refused(lost);
  const findings = [
    ...checkHeader(fields, header!.line),
    ...body.flatMap((line) => checkLine(line, fields, delimiter)),
  ];
  if (findings.length > 0) return refused(findings);
  const rows = body.map(({ record, line }) => toDeclaredRow(line, pair(fields as DeclaredField[], record)));
  return readDecimals(rows, delimiter);
}

function readLines(text: string, delimiter: Delimiter): CsvLine[] | null {
  try {
    const parsed = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // Header, and one row more than is read, to know that there are more.
      to: tableLimits.rows + 2,
    }) as unknown as { record: string[]; info: { bytes: number } }[];
    const lines = beginningLines(
      text,
      parsed.map(({ info }) => info.bytes),
    );
    return parsed.map(({ record }, position) => ({ record, line: lines[position]! }));
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
function checkLine({ record, line }: CsvLine, fields: string[], delimiter: Delimiter): Finding[] {
  const other = findOtherDelimiter(line, record, fields, delimiter);
  if (other.length > 0) return other;
  if (record.length <= fields.length) return checkTexts(line, pair(fields as DeclaredField[], record));
  const counts = { found: `${record.length}`, expected: `${fields.length}` };
  return [makeFinding('FIELD_COUNT', { ...noPlace, row: line }, counts)];
}

const pair = (fields: DeclaredField[], record: string[]): Partial<Record<DeclaredField, string>> =>
  Object.fromEntries(record.map((text, index) => [fields[index]!, text]));

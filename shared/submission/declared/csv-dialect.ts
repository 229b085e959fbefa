import type { DeclaredRow } from '../figure.ts';
import { makeFinding, noPlace } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';

/** Excel in Vietnamese separates fields by semicolons, for its comma is the decimal one. */
export type Delimiter = ',' | ';';

/** As the header has it; null where it holds both, so that nobody knows. */
export function delimiterOf(text: string): Delimiter | null {
  const [header = ''] = text.trimStart().split(/[\r\n]/, 1);
  if (!header.includes(';')) return ',';
  return header.includes(',') ? null : ';';
}

const simpleComma = /^-?[0-9]+,[0-9]+$/;
/** A thousand to whoever writes semicolons, a fraction to a program. */
const groupOrFraction = /^-?[1-9][0-9]{0,2}(\.[0-9]{3})+$/;

export interface Decimals {
  rows: DeclaredRow[];
  findings: Finding[];
}

/** Decimal commas made points, where all figures of the file are written with one; two notations beside each other are refused. */
export function readDecimals(rows: DeclaredRow[], delimiter: Delimiter): Decimals {
  if (delimiter === ',') return { rows, findings: [] };
  const comma = rows.find((row) => figureOf(row).includes(','));
  const point = rows.find((row) => /[0-9]\.[0-9]/.test(figureOf(row)) && !figureOf(row).includes(','));
  if (comma && point) return { rows: [], findings: [findMixed(comma, point)] };
  const findings = rows.filter((row) => groupOrFraction.test(figureOf(row))).map(findAmbiguous);
  return findings.length > 0 ? { rows: [], findings } : { rows: rows.map(withPoint), findings };
}

const figureOf = (row: DeclaredRow): string => cellText(row.cells.value);

function withPoint(row: DeclaredRow): DeclaredRow {
  const text = figureOf(row);
  if (!simpleComma.test(text)) return row;
  return { ...row, cells: { ...row.cells, value: { kind: 'text', text: text.replace(',', '.'), rich: false } } };
}

function findMixed(comma: DeclaredRow, point: DeclaredRow): Finding {
  const [first, second] = comma.row < point.row ? [comma, point] : [point, comma];
  const params = { first: figureOf(first), first_row: `${first.row}` };
  return makeFinding('CSV_DECIMALS_MIXED', second.place('value'), params, figureOf(second));
}

const findAmbiguous = (row: DeclaredRow): Finding =>
  makeFinding('NUMBER_AMBIGUOUS', row.place('value'), { example: '1234,5', example_en: '1234.5' }, figureOf(row));

/** A line that is separated in another way than the header begins with a long code: no code holds a delimiter. */
export function findOtherDelimiter(row: number, record: string[], fields: string[], delimiter: Delimiter): Finding[] {
  const other = delimiter === ',' ? ';' : ',';
  const code = record[fields.indexOf('indicator')] ?? '';
  return code.includes(other) ? [findMixedDelimiters(row)] : [];
}

export const findMixedDelimiters = (row: number): Finding => makeFinding('CSV_DELIMITERS_MIXED', { ...noPlace, row });

import type { Workbook, Worksheet } from 'exceljs';
import { cellAddress } from '../../submission/cell-book.ts';
import { sheetNames } from '../../submission/form/form-layout.ts';
import { type FormRow, type FormSpec, formRows, inputKey } from '../../submission/form/form-spec.ts';
import type { Finding } from '../../submission/submission.ts';
import { columnNumber, type FormColumn, formColumns } from '../template/form-columns.ts';
import { wrongFill } from '../template/form-styles.ts';
import { setInput } from '../template/set-decimal.ts';
import { wrappedHeight } from '../template/text-height.ts';
import { writableText } from '../writable-text.ts';
import { type DeclaredCells, type FormTarget, openFields } from './declared-cells.ts';

/** A finding and where the answer shows it; null: it is about the file, a sheet, or a row the form does not have. */
export interface MarkedFinding {
  finding: Finding;
  address: string | null;
}

/** Puts the values as sent into the form, marks the wrong cells, and says what is wrong in a column of its own. */
export function markFindings(
  book: Workbook,
  form: FormSpec,
  declared: DeclaredCells,
  findings: readonly Finding[],
): MarkedFinding[] {
  const sheet = book.getWorksheet(sheetNames.data)!;
  const columns = formColumns('answer');
  const rows = new Map(formRows(form).map((row) => [inputKey(row.indicator.indicator, row.input.input), row]));
  handBack(sheet, columns, rows, declared);
  const marked = findings.map((finding): MarkedFinding => {
    const target = missingRow(finding) ?? declared.targetOf(finding);
    const row = target && rows.get(target.key);
    return { finding, address: row ? cellAddress(columnNumber(columns, target.field), row.row) : null };
  });
  markCells(sheet, marked);
  fillFindingColumn(sheet, columns, [...rows.values()], marked);
  return marked;
}

/** A row that was deleted is here again: its empty cell is the one to fill. */
function missingRow({ rule, value }: Finding): FormTarget | null {
  const isRow = ['ROW_MISSING', 'RECORD_MISSING', 'FIGURE_WITHDRAWN'].includes(rule);
  return isRow && value !== null ? { key: value, field: 'value' } : null;
}

function handBack(sheet: Worksheet, columns: FormColumn[], rows: Map<string, FormRow>, declared: DeclaredCells): void {
  for (const [key, row] of rows) {
    const sent = declared.sent.get(key);
    for (const field of sent ? openFields : []) {
      const cell = sheet.getCell(row.row, columnNumber(columns, field));
      const { text, isNumber } = sent![field];
      growRow(sheet, row.row, { text, width: columns[columnNumber(columns, field) - 1]!.width });
      if (field === 'value' && isNumber) setInput(cell, row.indicator, row.input, text);
      else cell.value = text === '' ? null : text;
    }
  }
}

function markCells(sheet: Worksheet, marked: MarkedFinding[]): void {
  for (const [address, findings] of byAddress(marked)) {
    if (findings.every(({ severity }) => severity !== 'error')) continue;
    const cell = sheet.getCell(address);
    // A style of its own: exceljs lets cells share one object, and a fill would spread to all of them.
    cell.style = { ...structuredClone(cell.style), fill: wrongFill };
    // Notes have a fixed size and do not print: the column and the list hold the full text.
    const text = findings.map(({ message_vi }) => message_vi).join('\n');
    cell.note = writableText(text.slice(0, 250));
  }
}

function byAddress(marked: MarkedFinding[]): Map<string, Finding[]> {
  const cells = new Map<string, Finding[]>();
  for (const { finding, address } of marked) {
    if (address !== null) cells.set(address, [...(cells.get(address) ?? []), finding]);
  }
  return cells;
}

function fillFindingColumn(sheet: Worksheet, columns: FormColumn[], rows: FormRow[], marked: MarkedFinding[]): void {
  const column = columnNumber(columns, 'finding');
  const { width } = columns[column - 1]!;
  for (const { row } of rows) {
    const found = marked.filter(({ address }) => address !== null && rowOf(address) === row);
    const text = writableText(found.map(describe).join('\n'));
    if (text === '') continue;
    sheet.getCell(row, column).value = text;
    growRow(sheet, row, { text, width });
  }
}

function growRow(sheet: Worksheet, row: number, wrapped: { text: string; width: number }): void {
  sheet.getRow(row).height = Math.max(sheet.getRow(row).height, wrappedHeight([wrapped]));
}

const rowOf = (address: string): number => Number.parseInt(address.replace(/^[A-Z]+/, ''), 10);

/** The word says what the fill says: colour alone is not seen by everyone, nor on a black-and-white printer. */
const describe = ({ finding, address }: MarkedFinding): string =>
  `${severityLabels[finding.severity]}, ô ${address}: ${finding.message_vi}`;

export const severityLabels = { error: 'Lỗi', warning: 'Lưu ý', shadow: '' } as const;

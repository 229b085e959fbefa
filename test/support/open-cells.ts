import { expect } from 'vitest';
import { type CellSheet, type CellValue, cellAddress } from '../../shared/submission/cell-book.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';
import { type RawBook, rawWorkbook } from './raw-workbook.ts';

export const number = (text: string): CellValue => ({ kind: 'number', text });
export const text = (content: string, rich = false): CellValue => ({ kind: 'text', text: content, rich });
export const error = (code: string): CellValue => ({ kind: 'error', code });
export const date = (iso: string): CellValue => ({ kind: 'date', iso });
export const formula = (cached: CellValue | null, external = false): CellValue => ({
  kind: 'formula',
  cached,
  external,
});

export async function openSheets(book: RawBook): Promise<CellSheet[]> {
  const causes: unknown[] = [];
  const opened = await openWorkbook(rawWorkbook(book), { reportCause: (cause) => causes.push(cause) });
  expect(causes).toEqual([]);
  expect(opened.book, JSON.stringify(opened.findings)).not.toBeNull();
  return opened.book!.sheets;
}

export const flatten = (sheet: CellSheet): Record<string, CellValue> =>
  Object.fromEntries(
    [...sheet.rows.values()].flatMap(({ row, cells }) =>
      [...cells].map(([column, value]) => [cellAddress(column, row), value]),
    ),
  );

/** Cells of one sheet by address. */
export async function openCells(data: string, book: RawBook = {}): Promise<Record<string, CellValue>> {
  const [sheet] = await openSheets({ ...book, sheets: [{ ...book.sheets?.[0], data }] });
  return flatten(sheet!);
}

/** One row of cells A1, B1… */
export const openRow = async (cells: string[], book: RawBook = {}): Promise<CellValue[]> => {
  const row = cells.map((cell, at) => cell.replace('<c', `<c r="${cellAddress(at + 1, 1)}"`)).join('');
  return Object.values(await openCells(`<row r="1">${row}</row>`, book));
};

import Big from 'big.js';
import ExcelJS from 'exceljs';
import { type CellBook, type CellRow, type CellSheet, type CellValue, cellAddress } from '../submission/cell-book.ts';
import { type CellRange, placeAt } from './guard/cell-reference.ts';
import { normaliseText } from './guard/normalise-text.ts';
import type { SanitisedPackage } from './guard/sanitise-package.ts';
import type { SanitisedSheet } from './guard/sheet-part.ts';

/** Check 18: the only place where a spreadsheet library reads what came from outside, and never the upload itself. */
export async function readCells(source: SanitisedPackage): Promise<CellBook> {
  const workbook = new ExcelJS.Workbook();
  // Its types ask for a Buffer of their own making.
  await workbook.xlsx.load(source.bytes as unknown as ExcelJS.Buffer);
  const sheets = source.sheets.map((sheet, at): CellSheet => {
    const worksheet = workbook.getWorksheet(`s${at + 1}`);
    if (!worksheet) throw new Error(`Sheet ${at + 1} of the sanitised book was not loaded`);
    const { name, visibility, merges, links } = sheet;
    return {
      name,
      visibility,
      rows: buildRows(readPlaces(worksheet, sheet), sheet),
      merges: merges.ranges.map(formatRange),
      ...(links.length > 0 ? { links } : {}),
    };
  });
  return { sheets, properties: source.properties };
}

/** Values by `placeKey`; formulas wrapped around what was cached for them. */
function readPlaces(worksheet: ExcelJS.Worksheet, { values: grid, formulas }: SanitisedSheet): Map<number, CellValue> {
  const values = new Map<number, CellValue>();
  worksheet.eachRow((line, row) => {
    line.eachCell((cell, column) => {
      values.set(grid.keyAt({ row, column }), readValue(cell.value));
    });
  });
  for (const [key, { external, link }] of formulas) {
    const cached = values.get(key) ?? null;
    values.set(key, { kind: 'formula', cached, external, ...(link === null ? {} : { link }) });
  }
  return values;
}

function buildRows(values: Map<number, CellValue>, { hiddenRows, merges }: SanitisedSheet): Map<number, CellRow> {
  const rows = new Map<number, CellRow>();
  for (const key of [...values.keys()].sort((a, b) => a - b)) {
    if (merges.covers(key)) continue;
    const { row, column } = placeAt(key);
    let line = rows.get(row);
    if (!line) {
      line = { row, hidden: hiddenRows.has(row), cells: new Map() };
      rows.set(row, line);
    }
    line.cells.set(column, values.get(key)!);
  }
  return rows;
}

function readValue(value: ExcelJS.CellValue): CellValue {
  if (typeof value === 'number') return readNumber(value);
  if (typeof value === 'string') return readText(value, false);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (value instanceof Date) return readDate(value);
  if (value && 'richText' in value) return readText(value.richText.map((run) => run.text).join(''), true);
  if (value && 'error' in value) return { kind: 'error', code: value.error };
  throw new Error('The sanitised book holds a kind of value that the guard does not write');
}

/** Excel keeps 15 digits; the double behind them shows more (`0.1 + 0.2`). */
function readNumber(value: number): CellValue {
  if (!Number.isFinite(value)) return { kind: 'error', code: '#NUM!' };
  return { kind: 'number', text: value === 0 ? '0' : new Big(value.toPrecision(15)).toFixed() };
}

function readDate(value: Date): CellValue {
  const year = value.getUTCFullYear();
  // NaN for a serial beyond what dates can hold; five digits and minus signs are no ISO date.
  if (!(year >= 0 && year <= 9999)) return { kind: 'error', code: '#NUM!' };
  return { kind: 'date', iso: value.toISOString().slice(0, 10) };
}

function readText(text: string, rich: boolean): CellValue {
  return { kind: 'text', text: normaliseText(text), rich };
}

function formatRange({ from, to }: CellRange): string {
  return `${cellAddress(from.column, from.row)}:${cellAddress(to.column, to.row)}`;
}

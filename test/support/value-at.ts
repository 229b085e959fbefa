import Big from 'big.js';
import type { Framework } from '../../shared/frameworks/framework.ts';
import type { TracedFigure, TracedPlace } from '../../shared/release/provenance/provenance.ts';
import { type CellSheet, type CellValue, cellAddress } from '../../shared/submission/cell-book.ts';
import { readNumber } from '../../shared/submission/values/read-number.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';

/** The figure that stands in raw bytes at a place, as a canonical decimal; throws where there is none. */
export type ValueAt = (place: TracedPlace, figure: TracedFigure & { indicator: string }) => string;

/** Written without the intake: an editor's lines, JSON's own pointers, and cells as the book has them. */
export async function openFile(bytes: Uint8Array, framework: Framework): Promise<ValueAt> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const sheets = isZip ? (await openWorkbook(bytes)).book!.sheets : [];
  const text = isZip ? '' : new TextDecoder().decode(bytes);
  return (place, figure) => {
    switch (place.kind) {
      case 'cell':
        return canonical(valueOfCell(cellAt(sheets, place), figure, framework));
      case 'line':
        return canonical(fieldAt(text, place.line));
      case 'pointer':
        return canonical(`${resolve(JSON.parse(text), place.pointer)}`);
      case 'unknown':
        throw new Error(`nobody says where ${figure.indicator} ${figure.input} stands`);
    }
  };
}

const canonical = (text: string): string => new Big(text).toFixed();

function cellAt(sheets: CellSheet[], { sheet, cell }: { sheet: string; cell: string }): CellValue {
  const rows = sheets.find(({ name }) => name === sheet)?.rows.values() ?? [];
  for (const { row, cells } of rows) {
    for (const [column, value] of cells) if (cellAddress(column, row) === cell) return value;
  }
  throw new Error(`${sheet}!${cell} is empty`);
}

/** A number is its digits; a choice stands in words, which the form's reader turns into the number of its tier. */
function valueOfCell(
  value: CellValue,
  { indicator: code, ...figure }: { indicator: string; input: string },
  { indicators }: Framework,
): string {
  if (value.kind === 'number') return value.text;
  const indicator = indicators.find((one) => one.indicator === code)!;
  const input = indicator.inputs.find((one) => one.input === figure.input)!;
  const place = { sheet: null, cell: null, row: null, field: null };
  return readNumber(value, { indicator, input, place, notation: 'form' }).value!;
}

/** Of a line as an editor counts it, the field that the header calls `value`; a comma in it is a decimal one. */
function fieldAt(text: string, line: number): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const delimiter = lines[0]!.includes(';') ? ';' : ',';
  return lines[line - 1]!.split(delimiter)[lines[0]!.split(delimiter).indexOf('value')]!.replace(',', '.');
}

/** RFC 6901. */
const resolve = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], document);

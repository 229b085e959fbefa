import type { Workbook, Worksheet } from 'exceljs';
import { sheetNames } from '../../submission/form/form-layout.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import type { OpenPoint } from '../../submission/marks/open-points.ts';
import type { Finding } from '../../submission/submission.ts';
import { styles, wrongFill } from '../template/form-styles.ts';
import { writableText } from '../writable-text.ts';
import { attachFindings } from './attach-findings.ts';
import { type FormCells, findFormCells } from './form-cells.ts';
import { growRow, handBack, writeMarks } from './hand-back.ts';
import { numberMarks } from './number-marks.ts';
import type { SentForm } from './sent-form.ts';
import type { SentPoints } from './sent-points.ts';

/** A finding and where the answer shows it; null: it is about the file or a sheet. */
export interface MarkedFinding {
  finding: Finding;
  address: string | null;
  /** All its cells, those of its marks among them. */
  cells: string[];
}

export interface MarkedForm {
  marked: MarkedFinding[];
  points: OpenPoint[];
}

/** Puts what was sent into the form, marks what is wrong or not clear, and says so in a column of its own. */
export function markFindings(
  book: Workbook,
  form: FormSpec,
  sent: SentForm,
  { findings, points }: { findings: readonly Finding[]; points: SentPoints },
): MarkedForm {
  const sheet = book.getWorksheet(sheetNames.data)!;
  const cells = findFormCells(sheet, form);
  handBack(sheet, cells, sent);
  const attached = attachFindings(findings, sent, points);
  const numbered = numberMarks(findings, attached);
  const addresses = writeMarks(sheet, cells, numbered);
  const marked = findings.map((finding, position): MarkedFinding => {
    if (attached.isWhole(position)) return { finding, address: null, cells: [] };
    const own = addresses.filter((_address, at) => attached.marks[at]!.of.includes(position));
    const target = attached.targets[position];
    const all = [...new Set([...(target ? [cells.cellOf(target).address] : []), ...own])];
    return { finding, address: all[0] ?? null, cells: all };
  });
  fillCells(sheet, marked);
  addFindingTexts(sheet, cells, marked);
  return { marked, points: numbered.points };
}

function fillCells(sheet: Worksheet, marked: MarkedFinding[]): void {
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
  const found = new Map<string, Finding[]>();
  for (const { finding, cells } of marked)
    for (const address of cells) found.set(address, [...(found.get(address) ?? []), finding]);
  return found;
}

/** More would not fit into one cell, and nobody would read it there. */
const mostTexts = 10;

/** Characters of the whole column: what is said here stands in the list too. */
const mostColumnText = 150_000;
const elsewhere = 'Xem trang “Kết quả kiểm tra”.';

function addFindingTexts(sheet: Worksheet, { inputs, cellOf, finding }: FormCells, marked: MarkedFinding[]): void {
  const texts = new Map<number, string[]>();
  for (const { cells, finding: one } of marked) {
    for (const address of cells) {
      const row = rowOf(address);
      texts.set(row, [...(texts.get(row) ?? []), describe(one, address)]);
    }
  }
  const rows = new Set([
    ...[...inputs.keys()].map((key) => rowOf(cellOf({ key, field: 'value' }).address)),
    ...texts.keys(),
  ]);
  let length = 0;
  for (const row of rows) {
    const cell = sheet.getCell(row, finding);
    const all = writableText(shorten(texts.get(row) ?? []).join('\n'));
    const text = length + all.length <= mostColumnText ? all : elsewhere;
    length += text.length;
    if (text !== '') cell.value = text;
    cell.style = styles.text;
    growRow(sheet, { row, col: finding }, text);
  }
}

const shorten = (texts: string[]): string[] =>
  texts.length <= mostTexts ? texts : [...texts.slice(0, mostTexts), `… và ${texts.length - mostTexts} nội dung nữa.`];

const rowOf = (address: string): number => Number.parseInt(address.replace(/^[A-Z]+/, ''), 10);

/** The word says what the fill says: colour alone is not seen by everyone, nor on a black-and-white printer. */
const describe = ({ severity, message_vi }: Finding, address: string): string =>
  `${severityLabels[severity]}, ô ${address}: ${message_vi}`;

export const severityLabels = { error: 'Lỗi', warning: 'Lưu ý', shadow: '' } as const;

import type { Alignment, Font, Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { officeOf } from '../../release/office.ts';
import { reportSentencesVi } from '../../release/report-sentences.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { groupVi, noticesVi, releaseVi, titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { findGroup } from '../../units/groups.ts';
import { countLines } from '../template/text-height.ts';
import { copiesVi, motto, nation, type ReportingOffice, reportingOffice, reportVi, rule } from './cover-words.ts';
import { footerOf, paperMargins, sum } from './report-sheet.ts';

/** Of the grid, in characters: 165 mm together. What stands left is merged over A:C, what stands right over E:G. */
export const coverWidths = [10, 14, 10, 1, 10, 29, 10];
const name = 'Times New Roman';
const font = (size: number, more: Partial<Font> = {}): Partial<Font> => ({ name, size, ...more });
/** Of the merged columns; their own margins stay in reserve, for a cover that is drawn smaller has wider letters. */
const bodyWidth = sum(coverWidths);

const bodyLines = (text: string, bold: boolean): number =>
  countLines({ text, width: bodyWidth, size: 14, bold, indent: 0 });

/** The first page as Decree 30/2020/NĐ-CP has it; number, date and name are left for whoever signs. */
export function addCoverSheet(workbook: Workbook, { scoreboard, changes, inputs }: ReportSource): Worksheet {
  const office = reportingOffice(findGroup(scoreboard.group)?.owner ?? '', officeOf(scoreboard.group));
  const sheet = workbook.addWorksheet('Bìa', { views: [{ state: 'normal', zoomScale: 100, activeCell: 'A1' }] });
  sheet.columns = coverWidths.map((width) => ({ width }));
  setUpCover(sheet, scoreboard);
  writeHeading(sheet, office);
  let row = writeSubject(sheet, scoreboard, 7);
  const legal = inputs?.framework.legal_reference.title_vi;
  for (const basis of basesVi(scoreboard, legal)) row = writeBody(sheet, row, basis, { italic: true });
  const sentences = reportSentencesVi(scoreboard, changes);
  for (const paragraph of [openingVi(scoreboard), ...sentences.slice(0, 2), closingVi(scoreboard)])
    row = writeBody(sheet, row, paragraph);
  for (const notice of noticesVi(scoreboard)) row = writeBody(sheet, row, notice, { bold: true });
  const last = writeSigning(sheet, office, row + 1);
  sheet.pageSetup.printArea = `A$1:G$${last}`;
  return sheet;
}

export function setUpCover(sheet: Worksheet, scoreboard: Scoreboard): void {
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
    ...{ horizontalCentered: true, margins: paperMargins },
  });
  // No page number on the first page. On this sheet alone: Excel takes the first page of every sheet for one.
  Object.assign(sheet.headerFooter, {
    differentFirst: true,
    firstFooter: footerOf(scoreboard),
    oddFooter: footerOf(scoreboard),
  });
}

type Place = 'left' | 'right' | 'full';
const spans: Record<Place, [string, string]> = { left: ['A', 'C'], right: ['E', 'G'], full: ['A', 'G'] };

interface Line {
  font: Partial<Font>;
  alignment?: Partial<Alignment>;
}

export function write(sheet: Worksheet, row: number, place: Place, value: string, { font, alignment }: Line): void {
  const [from, to] = spans[place];
  sheet.mergeCells(`${from}${row}:${to}${row}`);
  const centred = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
  Object.assign(sheet.getCell(`${from}${row}`), { value, font, alignment: alignment ?? centred });
}

/**
 * Names of offices may take two lines; the rule stands below the last of them, as the motto has its own below it. A rule
 * is the upper border of one cell in the middle.
 */
export function writeHeading(sheet: Worksheet, office: ReportingOffice): void {
  const [issuing, more = ''] = office.issuing;
  write(sheet, 1, 'left', office.governing, { font: font(12) });
  write(sheet, 1, 'right', nation, { font: font(12, { bold: true }) });
  write(sheet, 2, 'left', issuing, { font: font(12, { bold: true }) });
  write(sheet, 2, 'right', motto, { font: font(13, { bold: true }) });
  write(sheet, 3, 'left', more, { font: font(12, { bold: true }) });
  for (const cell of ['B4', 'F3']) sheet.getCell(cell).border = { top: { style: 'thin' } };
  write(sheet, 5, 'left', `Số:        /${office.symbol}`, { font: font(13) });
  write(sheet, 5, 'right', `${office.place}, ngày      tháng      năm         `, { font: font(13, { italic: true }) });
  const heights = [18, 18, more === '' ? 3 : 18, 5, 22, 14];
  heights.forEach((height, n) => {
    sheet.getRow(n + 1).height = height;
  });
}

function writeSubject(sheet: Worksheet, scoreboard: Scoreboard, row: number): number {
  write(sheet, row, 'full', reportVi, { font: font(14, { bold: true }) });
  write(sheet, row + 1, 'full', subjectVi(scoreboard), { font: font(14, { bold: true }) });
  write(sheet, row + 2, 'full', rule, { font: font(10) });
  sheet.getRow(row).height = 22;
  sheet.getRow(row + 1).height = 4 + 19 * bodyLines(subjectVi(scoreboard), true);
  sheet.getRow(row + 2).height = 22;
  return row + 3;
}

const subjectVi = (scoreboard: Scoreboard): string => `${titleVi(scoreboard)} của ${groupVi(scoreboard)}`;

/** Each ends with a semicolon, the last with a full stop. */
function basesVi({ framework }: Scoreboard, title: string | undefined): string[] {
  const { legal_number, title_vi } = framework;
  const number = legal_number.replace(/^QĐ\s+/, 'Quyết định số ');
  const about = title && !title.includes(legal_number) ? ` (${title})` : '';
  // Of a list whose decision has not been read, what stands for its number is no basis.
  const basis = /\d/.test(legal_number) ? `${number}${about}` : `${title ?? title_vi} (${legal_number})`;
  return [`Căn cứ ${basis};`, 'Căn cứ số liệu do các đơn vị báo cáo.'];
}

const openingVi = (scoreboard: Scoreboard): string =>
  `Đợt công bố ${releaseVi(scoreboard)} gồm ${scoreboard.unit_count} đơn vị, số liệu đến ngày ${formatDate(scoreboard.closing_date)}. Kết quả chính như sau:`;

const closingVi = ({ ranked_count }: Scoreboard): string =>
  `Tóm tắt, bảng ${ranked_count > 0 ? 'xếp hạng' : 'kết quả'}, chi tiết từng chỉ số, phương pháp tính và nguồn gốc từng số liệu ở các trang kèm theo.`;

export function writeBody(sheet: Worksheet, row: number, text: string, more: Partial<Font> = {}): number {
  const alignment = { horizontal: 'justify', vertical: 'top', wrapText: true } as const;
  // First line 1 cm in, as the decree asks: a cell knows no indent of one line.
  const indented = `\u2003\u2003${text}`;
  write(sheet, row, 'full', indented, { font: font(14, more), alignment });
  sheet.getRow(row).height = 6 + 19 * bodyLines(indented, more.bold ?? false);
  return row + 1;
}

/** Recipients and signature begin on one row; five rows stay free for signature and seal. */
function writeSigning(sheet: Worksheet, office: ReportingOffice, row: number): number {
  const left = { horizontal: 'left', vertical: 'top' } as const;
  write(sheet, row, 'left', copiesVi, { font: font(12, { bold: true, italic: true }), alignment: left });
  write(sheet, row, 'right', office.signs, { font: font(14, { bold: true }) });
  office.copies.forEach((text, n) => {
    write(sheet, row + 1 + n, 'left', text, { font: font(11), alignment: left });
  });
  const last = row + 7;
  for (let line = row; line <= last; line += 1) sheet.getRow(line).height = 18;
  return last;
}

import type { Workbook, Worksheet } from 'exceljs';
import { reportSentencesVi } from '../../release/report-sentences.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import { addReportSheet, countLines, headerRow } from './report-sheet.ts';
import { boxed, fonts } from './report-style.ts';
import { writeHeader } from './table-header.ts';

const widths = [7, 26, 54];

/** Second in the book; the contents are written last, when all sheets have their titles. */
export function addSummarySheet(workbook: Workbook, { scoreboard, changes }: ReportSource): Worksheet {
  const sheet = addReportSheet(workbook, scoreboard, {
    ...{
      name: 'Tóm tắt',
      title: `${titleVi(scoreboard)}: tóm tắt`,
      widths,
      orientation: 'portrait',
      onePage: true,
      note: '',
    },
  });
  const alignment = { wrapText: true, vertical: 'top' } as const;
  reportSentencesVi(scoreboard, changes).forEach((sentence, n) => {
    const row = headerRow + n;
    const number = { horizontal: 'center', vertical: 'top' } as const;
    Object.assign(sheet.getCell(row, 1), { value: n + 1, font: fonts.body, alignment: number });
    sheet.mergeCells(row, 2, row, widths.length);
    Object.assign(sheet.getCell(row, 2), { value: sentence, font: fonts.body, alignment });
    sheet.getRow(row).height = 5 + 16 * countLines(sentence, widths[1]! + widths[2]!);
  });
  return sheet;
}

/** Every sheet that is seen, behind this one, with a link to it. */
export function writeContents(sheet: Worksheet, workbook: Workbook): void {
  const start = sheet.rowCount + 2;
  const columns = ['STT', 'Trang tính', 'Nội dung'].map((header, n) => ({ header, width: widths[n]! }));
  writeHeader(sheet, columns, start);
  const listed = workbook.worksheets.filter(
    ({ name, state }) => state === 'visible' && name !== 'Bìa' && name !== sheet.name,
  );
  listed.forEach((of, n) => {
    const row = start + 1 + n;
    const { name } = of;
    const title = of.getCell('A1').text;
    const link = { text: name, hyperlink: `#'${name}'!A1` };
    const alignment = { wrapText: true, vertical: 'middle' } as const;
    const centred = { horizontal: 'center', vertical: 'middle' } as const;
    Object.assign(sheet.getCell(row, 1), { value: n + 1, font: fonts.body, border: boxed, alignment: centred });
    Object.assign(sheet.getCell(row, 2), {
      value: link,
      font: { ...fonts.body, underline: true },
      border: boxed,
      alignment,
    });
    Object.assign(sheet.getCell(row, 3), { value: title, font: fonts.body, border: boxed, alignment });
    sheet.getRow(row).height = 3 + 15 * Math.max(countLines(title, widths[2]!), countLines(name, widths[1]!));
  });
}

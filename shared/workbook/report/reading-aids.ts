import type { Worksheet } from 'exceljs';
import { scoredUnits } from '../../release/read-scoreboard.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { breakPages } from './break-pages.ts';
import { headerRow } from './report-sheet.ts';
import { dataBarColour } from './report-style.ts';
import type { ScoreColumn } from './score-columns.ts';

/** What helps on screen and on paper: frozen names, filters, a bar, repeated titles, whole pages. */
export function addReadingAids(sheet: Worksheet, scoreboard: Scoreboard, columns: ScoreColumn[]): void {
  const last = headerRow + scoreboard.units.length;
  const named = columns.findIndex(({ role }) => role === 'unit') + 1;
  sheet.views = [
    {
      state: 'frozen',
      xSplit: named,
      ySplit: headerRow,
      topLeftCell: sheet.getCell(headerRow + 1, named + 1).address,
      activeCell: 'A1',
      zoomScale: 100,
    },
  ];
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: last, column: columns.length } };
  sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
  // exceljs puts a dollar before each column itself, and none before the row.
  sheet.pageSetup.printArea = `A$1:${sheet.getCell(1, columns.length).address.replace(/\d+/, '')}$${last + 1}`;
  const bar = columns.findIndex(({ role }) => role === 'total');
  if (bar >= 0 && scoredUnits(scoreboard).length > 0) addDataBar(sheet, bar + 1, last);
  // A break of ours would split what is to be one page.
  if (sheet.pageSetup.fitToHeight !== 1) breakPages(sheet, headerRow, last + 1);
}

/** Fixed to 0–1, so that bars of two releases can be laid side by side. Without its bounds Excel offers a repair. */
function addDataBar(sheet: Worksheet, column: number, last: number): void {
  const ref = `${sheet.getCell(headerRow + 1, column).address}:${sheet.getCell(last, column).address}`;
  const bounds = [0, 1].map((value) => ({ type: 'num' as const, value }));
  const rule = {
    type: 'dataBar',
    priority: 1,
    cfvo: bounds,
    color: { argb: dataBarColour },
    gradient: false,
    border: false,
  };
  sheet.addConditionalFormatting({ ref, rules: [rule as never] });
}

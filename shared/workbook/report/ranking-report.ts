import exceljs from 'exceljs';
import type { ReportSource } from '../../release/report-source.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { addChangesSheet } from './changes-sheet.ts';
import { addCharts } from './charts/add-charts.ts';
import { addDataSheet } from './charts/data-sheet.ts';
import { addFigureSheets } from './charts/figure-sheets.ts';
import { figuresOf } from './charts/figures.ts';
import { addCorrectionsSheet } from './corrections-sheet.ts';
import { addCoverSheet } from './cover-sheet.ts';
import { addFiguresSheet } from './figures-sheet.ts';
import { addIndexSheets } from './index-sheets.ts';
import { addMeasuresSheet } from './measures-sheet.ts';
import { addMethodSheet } from './method-sheet.ts';
import { addMissingSheet } from './missing-sheet.ts';
import { addProvenanceSheet } from './provenance-sheet.ts';
import { addScoreSheets } from './score-sheets.ts';
import { addSummarySheet, writeContents } from './summary-sheet.ts';

/** `ranking.xlsx`. Equal arguments give equal bytes on any machine; nothing in it is protected or computed. */
export async function writeRankingReport(source: ReportSource): Promise<Uint8Array> {
  const { scoreboard, changes, corrections } = source;
  const workbook = new exceljs.Workbook();
  describeWorkbook(workbook, scoreboard);
  addCoverSheet(workbook, source);
  const summary = addSummarySheet(workbook, source);
  addScoreSheets(workbook, source);
  addIndexSheets(workbook, source);
  const { charts, data } = addFigureSheets(workbook, scoreboard, figuresOf(scoreboard, changes));
  if (changes) addChangesSheet(workbook, scoreboard, changes);
  if (corrections) addCorrectionsSheet(workbook, scoreboard, corrections);
  addMissingSheet(workbook, scoreboard);
  addMeasuresSheet(workbook, scoreboard);
  addMethodSheet(workbook, scoreboard);
  addProvenanceSheet(workbook, scoreboard);
  if (source.inputs) addFiguresSheet(workbook, source, source.inputs);
  addDataSheet(workbook, data);
  writeContents(summary, workbook);
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), (parts) => addCharts(parts, charts));
}

/** Properties of the file; the only times in it are the closing date. */
export function describeWorkbook(
  workbook: exceljs.Workbook,
  scoreboard: Scoreboard,
  title = titleVi(scoreboard),
): void {
  const closing = new Date(`${scoreboard.closing_date}T00:00:00Z`);
  Object.assign(workbook, {
    title,
    subject: scoreboard.group_name_vi,
    description: `${scoreboard.release} ${scoreboard.inputs_sha256}`,
    creator: 'DTI',
    lastModifiedBy: 'DTI',
    created: closing,
    modified: closing,
    // Opens on the cover, whatever sheet the program would choose.
    views: [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }],
  });
}

import exceljs from 'exceljs';
import type { ReportSource } from '../../release/report-source.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { addChangesSheet } from './changes-sheet.ts';
import { addCorrectionsSheet } from './corrections-sheet.ts';
import { addMeasuresSheet } from './measures-sheet.ts';
import { addMethodSheet } from './method-sheet.ts';
import { addMissingSheet } from './missing-sheet.ts';
import { addProvenanceSheet } from './provenance-sheet.ts';
import { addScoreSheets } from './score-sheets.ts';

/** `ranking.xlsx`. Equal arguments give equal bytes on any machine; nothing in it is protected or computed. */
export async function writeRankingReport(source: ReportSource): Promise<Uint8Array> {
  const { scoreboard, changes, corrections } = source;
  const workbook = new exceljs.Workbook();
  describeWorkbook(workbook, scoreboard);
  addScoreSheets(workbook, scoreboard);
  if (changes) addChangesSheet(workbook, scoreboard, changes);
  if (corrections) addCorrectionsSheet(workbook, scoreboard, corrections);
  addMissingSheet(workbook, scoreboard);
  addMeasuresSheet(workbook, scoreboard);
  addMethodSheet(workbook, scoreboard);
  addProvenanceSheet(workbook, scoreboard);
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function describeWorkbook(workbook: exceljs.Workbook, scoreboard: Scoreboard): void {
  const closing = new Date(`${scoreboard.closing_date}T00:00:00Z`);
  Object.assign(workbook, {
    title: titleVi(scoreboard),
    subject: scoreboard.group_name_vi,
    description: `${scoreboard.release} ${scoreboard.inputs_sha256}`,
    creator: 'DTI',
    lastModifiedBy: 'DTI',
    created: closing,
    modified: closing,
  });
}

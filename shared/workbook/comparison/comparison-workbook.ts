import exceljs from 'exceljs';
import type { Changes } from '../../release/changes/changes.ts';
import type { Corrections } from '../../release/corrections/corrections.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { groupVi, periodVi } from '../../release/scoreboard-words.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { addChangesSheet } from '../report/changes-sheet.ts';
import { addCorrectionsSheet } from '../report/corrections-sheet.ts';
import { describeWorkbook } from '../report/ranking-report.ts';
import { addEachIndicatorSheet } from './each-indicator-sheet.ts';
import { addEachMeasureSheet } from './each-measure-sheet.ts';
import { addOverviewSheet } from './overview-sheet.ts';

/** A release that has something to be compared with: the one whose place it takes, the last comparable period, or both. */
export type Comparable = ReportSource & ({ changes: Changes } | { corrections: Corrections });

export const isComparable = (source: ReportSource): source is Comparable =>
  source.changes !== null || source.corrections !== null;

/** `comparison.xlsx`: what is other than before, and why. Says what `changes.json` and `corrections.json` say, and no more. */
export async function writeComparison(source: Comparable): Promise<Uint8Array> {
  const { scoreboard, changes, corrections } = source;
  const workbook = new exceljs.Workbook();
  describeWorkbook(workbook, scoreboard, `So sánh kết quả ${periodVi(scoreboard)} của ${groupVi(scoreboard)}`);
  addOverviewSheet(workbook, source);
  if (corrections) addCorrectionsSheet(workbook, scoreboard, corrections);
  if (changes) {
    addChangesSheet(workbook, scoreboard, changes);
    addEachMeasureSheet(workbook, scoreboard, changes);
    addEachIndicatorSheet(workbook, source, changes);
  }
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

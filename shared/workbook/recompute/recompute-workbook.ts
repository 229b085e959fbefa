import exceljs from 'exceljs';
import type { FrozenInputs } from '../../release/frozen-inputs.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { addCheckSheet, fillCheckSheet } from './check-sheet.ts';
import { addDeclaredSheet } from './declared-sheet.ts';
import { addIndicatorsSheet } from './indicators-sheet.ts';
import { addMeasureSheets } from './measure-sheets.ts';
import { addPointSheets } from './point-sheets.ts';
import { layOut } from './recompute-layout.ts';

/**
 * `tinh-lai.xlsx`: the figures of a release as live formulas, from declared figures to ranks, beside the published ones.
 * Equal sources give equal bytes. A program that does not compute shows the published figures.
 */
export async function writeRecomputeWorkbook(source: ReportSource, inputs: FrozenInputs): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const layout = layOut(source, inputs);
  describeWorkbook(workbook, source);
  const check = addCheckSheet(workbook, layout);
  addIndicatorsSheet(workbook, layout);
  addDeclaredSheet(workbook, layout);
  addPointSheets(workbook, layout);
  addMeasureSheets(workbook, layout);
  fillCheckSheet(check, workbook, layout);
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function describeWorkbook(workbook: exceljs.Workbook, { scoreboard }: ReportSource): void {
  const closing = new Date(`${scoreboard.closing_date}T00:00:00Z`);
  Object.assign(workbook, {
    title: `${titleVi(scoreboard)}: tính lại bằng công thức`,
    subject: scoreboard.group_name_vi,
    description: `${scoreboard.release} ${scoreboard.inputs_sha256}`,
    creator: 'DTI',
    lastModifiedBy: 'DTI',
    created: closing,
    modified: closing,
  });
  workbook.calcProperties.fullCalcOnLoad = true;
}

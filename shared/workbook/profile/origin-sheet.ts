import type { Workbook } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import type { ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { figureColumns, originNoteVi, rowsIn } from '../report/figures-sheet.ts';
import { writePlainTable } from '../report/plain-table.ts';
import { releaseFacts, writeFact } from '../report/provenance-sheet.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';
import type { ProfileSource } from './profile-source.ts';
import { sheetsVi } from './profile-words.ts';

/** The facts of the release, then each figure that counts with the cell and the file it was read from. */
export function addOriginSheet(workbook: Workbook, profile: ProfileSource, unit: ScoreboardUnit): void {
  const { source, inputs, own, nameOf } = profile;
  const { scoreboard } = source;
  const sheet = addReportSheet(workbook, scoreboard, {
    name: sheetsVi.origin,
    title: `Nguồn gốc số liệu của ${nameOf(unit)}`,
    widths: figureColumns.map(({ width }) => width),
    orientation: 'landscape',
    note: `Số liệu như đã được tiếp nhận đến ngày ${formatDate(scoreboard.closing_date)}. Địa chỉ của tệp này: /releases/${scoreboard.release}/units/${unit.unit_id}.xlsx. ${originNoteVi(scoreboard)}`,
  });
  const facts = releaseFacts(scoreboard);
  for (const [index, fact] of facts.entries()) writeFact(sheet, headerRow + index, fact, 3);
  const rows = rowsIn({ ...inputs, ...own(unit.unit_id) })(unit);
  if (rows.length > 0) writePlainTable(sheet, { columns: figureColumns, rows, startRow: headerRow + facts.length + 1 });
}

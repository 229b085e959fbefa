import type { Workbook } from 'exceljs';
import type { Changes } from '../../release/changes/changes.ts';
import { againstPeriodVi } from '../../release/changes/changes-words.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { periodVi, titleVi } from '../../release/scoreboard-words.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { changeCells, changeColumns } from '../profile/changes-of-unit-sheet.ts';
import { changedIndicatorsOf } from '../profile/profile-source.ts';
import { writeProfileTable } from '../profile/profile-table.ts';
import { changesNotesVi } from '../profile/profile-words.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';

/** Rows of the sheet: a workbook stays one that opens; profiles of units hold all. */
const mostRows = 5000;

/** Which indicators of each unit changed, and why; none where it is not known what they were. */
export function addEachIndicatorSheet(workbook: Workbook, source: ReportSource, changes: Changes): void {
  const { scoreboard, inputs } = source;
  const changed = inputs && changedIndicatorsOf(source, inputs);
  if (!changed) return;
  const before = againstPeriodVi(changes);
  const columns = [{ header: 'Đơn vị', width: 16 }, ...changeColumns(before, periodVi(scoreboard))];
  const rows = scoreboard.units.flatMap((unit) => (changed.of(unit.unit_id) ?? []).map((change) => ({ unit, change })));
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Chỉ số thành phần',
    title: `${titleVi(scoreboard)}: từng chỉ số thành phần so với ${before}`,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    note: [...changesNotesVi.each, moreVi(rows.length)].filter((text) => text !== '').join(' '),
  });
  writeProfileTable(sheet, {
    columns,
    rows: rows
      .slice(0, mostRows)
      .map(({ unit, change }) => ({ cells: [named(unitLabel(unit)), ...changeCells(change, changed)] })),
    startRow: headerRow,
  });
  sheet.views = [
    { state: 'frozen', xSplit: 3, ySplit: headerRow, topLeftCell: 'D7', activeCell: 'A1', zoomScale: 100 },
  ];
}

const named = (text: string) => ({ kind: 'text', text }) as const;

const moreVi = (rows: number): string =>
  rows > mostRows ? `Trang này có ${mostRows} dòng đầu trong ${rows} dòng; hồ sơ của từng đơn vị có đủ.` : '';

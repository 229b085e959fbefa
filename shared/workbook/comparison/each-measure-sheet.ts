import type { Workbook } from 'exceljs';
import type { Changes, ScoreChange } from '../../release/changes/changes.ts';
import { againstPeriodVi } from '../../release/changes/changes-words.ts';
import { periodVi, titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { type ProfileCell, writeProfileTable } from '../profile/profile-table.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';
import { missingCodes } from '../report/score-columns.ts';

/** Rows of the sheet: a workbook stays one that opens; `changes.json` holds all. */
const mostRows = 5000;

type Row = { who: string; measure: string } & ScoreChange;

/** Value and rank of every unit by every measure, before and after. */
export function addEachMeasureSheet(workbook: Workbook, scoreboard: Scoreboard, changes: Changes): void {
  const [before, after] = [againstPeriodVi(changes), periodVi(scoreboard)];
  const columns = [
    ...[
      { header: 'Đơn vị', width: 24 },
      { header: 'Chỉ số', width: 31 },
    ],
    ...[
      { header: `Giá trị ${before}`, width: 12 },
      { header: `Giá trị ${after}`, width: 12 },
    ],
    { header: 'Thay đổi giá trị', width: 11 },
    ...[
      { header: `Hạng ${before}`, width: 10 },
      { header: `Hạng ${after}`, width: 10 },
    ],
    { header: 'Thay đổi hạng', width: 10 },
  ];
  const rows = rowsOf(scoreboard, changes);
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Từng chỉ số',
    title: `${titleVi(scoreboard)}: từng chỉ số so với ${before}`,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    note:
      '[s]: không so sánh được hoặc không có giá trị ở đợt đó. Dòng “Trung bình” là giá trị trung bình của nhóm.' +
      (rows.length > mostRows
        ? ` Trang này có ${mostRows} dòng đầu trong ${rows.length} dòng; changes.json có đủ.`
        : ''),
  });
  writeProfileTable(sheet, {
    columns,
    rows: rows.slice(0, mostRows).map((row) => ({ cells: cellsOf(row) })),
    startRow: headerRow,
  });
  sheet.views = [
    { state: 'frozen', xSplit: 2, ySplit: headerRow, topLeftCell: 'C7', activeCell: 'A1', zoomScale: 100 },
  ];
}

const noRanks = { rank_before: null, rank_after: null, rank_change: null };

function rowsOf({ measures }: Scoreboard, changes: Changes): Row[] {
  const names = new Map(measures.map(({ measure, name_vi }) => [measure, name_vi]));
  const averages = changes.measures.map(({ measure, value_before, value_after, value_change }) => ({
    ...{ who: averageName, measure: names.get(measure) ?? measure },
    ...{ value_before, value_after, value_change, ...noRanks },
  }));
  const units = changes.units.flatMap((unit) =>
    Object.entries(unit.scores).map(([measure, change]) => ({
      ...{ who: unitLabel(unit), measure: names.get(measure) ?? measure },
      ...change,
    })),
  );
  return [...averages, ...units];
}

/** Nobody ranks an average. */
const averageName = 'Trung bình';

const missing: ProfileCell = { kind: 'code', code: missingCodes.not_comparable };

const rankCell = (rank: number | null, who: string): ProfileCell => {
  if (rank !== null) return { kind: 'rank', rank };
  return who === averageName ? { kind: 'text', text: '' } : missing;
};

const cellsOf = (row: Row): ProfileCell[] => [
  { kind: 'text', text: row.who },
  { kind: 'text', text: row.measure },
  row.value_before === null ? missing : { kind: 'value', decimal: row.value_before },
  row.value_after === null ? missing : { kind: 'value', decimal: row.value_after },
  row.value_change === null ? missing : { kind: 'signed', decimal: row.value_change },
  rankCell(row.rank_before, row.who),
  rankCell(row.rank_after, row.who),
  row.rank_change === null ? rankCell(null, row.who) : { kind: 'places', places: row.rank_change },
];

import type { Workbook } from 'exceljs';
import { formatDecimal } from '../../format/format-decimal.ts';
import type { Corrections, UnitCorrection } from '../../release/corrections/corrections.ts';
import {
  causesVi,
  correctionsTitleVi,
  effectVi,
  inputLinesVi,
  reasonVi,
  replacesVi,
} from '../../release/corrections/corrections-words.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { writePlainTable } from './plain-table.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';

const columns = [
  { header: 'Đơn vị', width: 24 },
  { header: 'Nội dung', width: 37 },
  { header: 'Trước', width: 13 },
  { header: 'Sau', width: 13 },
  { header: 'Hạng trước', width: 8 },
  { header: 'Hạng sau', width: 8 },
  { header: 'Nguyên nhân', width: 31 },
];

/** Rows of the sheet: a report stays a report; `corrections.json` holds all. */
const mostRows = 5000;

/** Every figure, value and rank that is other than in the release whose place this one takes. */
export function addCorrectionsSheet(workbook: Workbook, scoreboard: Scoreboard, corrections: Corrections): void {
  const names = new Map(scoreboard.measures.map(({ measure, name_vi }) => [measure, name_vi]));
  const rows = [...averageRows(corrections, names), ...corrections.units.flatMap((unit) => unitRows(unit, names))];
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Đính chính',
    title: `${titleVi(scoreboard)}: ${lowerFirst(correctionsTitleVi(corrections))}`,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    note: [replacesVi(corrections), reasonVi(corrections.reason), effectVi(corrections), moreVi(rows.length)]
      .filter((sentence) => sentence !== '')
      .join(' '),
  });
  writePlainTable(sheet, { columns, rows: rows.slice(0, mostRows), startRow: headerRow });
}

type Names = ReadonlyMap<string, string>;

const averageRows = ({ averages }: Corrections, names: Names): string[][] =>
  averages.map(({ measure, before, after }) => [
    ...['Trung bình', names.get(measure) ?? measure, shownValue(before), shownValue(after)],
    ...['', '', 'do giá trị của các đơn vị'],
  ]);

function unitRows(unit: UnitCorrection, names: Names): string[][] {
  const inputs = inputLinesVi(unit).map(({ what, before, after }) => [
    ...[unit.unit_name_vi, what, before, after],
    ...['', '', 'nội dung được sửa'],
  ]);
  const scores = Object.entries(unit.scores).map(([measure, score]) => [
    ...[
      unit.unit_name_vi,
      names.get(measure) ?? measure,
      shownValue(score.value_before),
      shownValue(score.value_after),
    ],
    ...[shownRank(score.rank_before), shownRank(score.rank_after), causesVi(score)],
  ]);
  return [...inputs, ...scores];
}

const shownValue = (value: string | null) => (value === null ? '–' : formatDecimal(value));
const shownRank = (rank: number | null) => (rank === null ? '–' : `${rank}`);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const moreVi = (rows: number) =>
  rows > mostRows ? `Trang này có ${mostRows} dòng đầu trong ${rows} dòng; corrections.json có đủ.` : '';

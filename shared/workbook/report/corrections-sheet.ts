import type { Workbook } from 'exceljs';
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
import { unitLabel } from '../../units/unit-label.ts';
import { type ProfileCell, writeProfileTable } from '../profile/profile-table.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';

const columns = [
  { header: 'Đơn vị', width: 24 },
  { header: 'Nội dung', width: 33 },
  { header: 'Trước', width: 13 },
  { header: 'Sau', width: 13 },
  { header: 'Hạng trước', width: 8 },
  { header: 'Hạng sau', width: 8 },
  { header: 'Nguyên nhân', width: 35 },
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
  writeProfileTable(sheet, {
    columns,
    rows: rows.slice(0, mostRows).map((cells) => ({ cells })),
    startRow: headerRow,
  });
}

type Names = ReadonlyMap<string, string>;

const text = (value: string): ProfileCell => ({ kind: 'text', text: value });
/** Of a figure in its own unit of measure, which is no value. */
const told = (value: string): ProfileCell => ({ kind: 'code', code: value });
const none: ProfileCell = { kind: 'code', code: '–' };
const valueCell = (decimal: string | null): ProfileCell => (decimal === null ? none : { kind: 'value', decimal });
const rankCell = (rank: number | null): ProfileCell => (rank === null ? none : { kind: 'rank', rank });

const averageRows = ({ averages }: Corrections, names: Names): ProfileCell[][] =>
  averages.map(({ measure, before, after }) => [
    ...[text('Trung bình'), text(names.get(measure) ?? measure), valueCell(before), valueCell(after)],
    ...[text(''), text(''), text('do giá trị của các đơn vị')],
  ]);

function unitRows(unit: UnitCorrection, names: Names): ProfileCell[][] {
  const inputs = inputLinesVi(unit).map(({ what, before, after }) => [
    ...[text(unitLabel(unit)), text(what), told(before), told(after)],
    ...[text(''), text(''), text('nội dung được sửa')],
  ]);
  const scores = Object.entries(unit.scores).map(([measure, score]) => [
    ...[text(unitLabel(unit)), text(names.get(measure) ?? measure)],
    ...[valueCell(score.value_before), valueCell(score.value_after)],
    ...[rankCell(score.rank_before), rankCell(score.rank_after), text(causesVi(score))],
  ]);
  return [...inputs, ...scores];
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const moreVi = (rows: number) =>
  rows > mostRows ? `Trang này có ${mostRows} dòng đầu trong ${rows} dòng; corrections.json có đủ.` : '';

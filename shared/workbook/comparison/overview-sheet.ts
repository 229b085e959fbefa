import type { Workbook } from 'exceljs';
import type { Changes } from '../../release/changes/changes.ts';
import { againstVi, averagesVi, stateVi } from '../../release/changes/changes-words.ts';
import { effectVi, reasonVi, replacesVi } from '../../release/corrections/corrections-words.ts';
import { namesVi } from '../../release/names-vi.ts';
import { reportSentencesVi } from '../../release/report-sentences.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { writePlainTable } from '../report/plain-table.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';

const columns = [
  { header: 'Nội dung', width: 24 },
  { header: 'Kết quả so sánh', width: 63 },
];

/** With what it is compared, how much is other, and what cannot be compared. */
export function addOverviewSheet(workbook: Workbook, source: ReportSource): void {
  const { scoreboard } = source;
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Tóm tắt',
    title: `${titleVi(scoreboard)}: so sánh`,
    widths: columns.map(({ width }) => width),
    orientation: 'portrait',
    note: '',
  });
  const rows = [...correctionRows(source), ...(source.changes ? changeRows(source, source.changes) : [])];
  writePlainTable(sheet, { columns, rows: rows.filter(([, text]) => text !== ''), startRow: headerRow });
}

function correctionRows({ corrections }: ReportSource): string[][] {
  if (!corrections) return [];
  return [
    ['Đợt được thay', replacesVi(corrections)],
    ['Lý do đính chính', reasonVi(corrections.reason)],
    ['Ảnh hưởng', effectVi(corrections)],
  ];
}

/** In one cell: the sheets that follow, and `changes.json`, name all. */
const mostNames = 20;
const namesOf = (units: readonly { unit_name_vi: string }[]): string => namesVi(units.map(unitLabel), mostNames);

/** Of the report's sentences the one about movers. */
const moversSentence = 4;

function changeRows({ scoreboard }: ReportSource, changes: Changes): string[][] {
  const apart = Map.groupBy(changes.units, ({ state }) => state);
  const notCompared = [...apart].flatMap(([state, units]) =>
    state === 'compared' ? [] : [`${namesOf(units)} (${stateVi[state]})`],
  );
  return [
    ['Đợt so sánh', againstVi(changes)],
    ['Thứ hạng', reportSentencesVi(scoreboard, changes)[moversSentence]!],
    ['Giá trị trung bình', averagesVi(changes)],
    ['Không so sánh thứ hạng', notCompared.join('; ')],
    ['Không còn thuộc nhóm', namesOf(changes.left)],
  ];
}

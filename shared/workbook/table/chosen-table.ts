import exceljs, { type Font, type Workbook, type Worksheet } from 'exceljs';
import { timeInVietnam } from '../../format/format-date.ts';
import { formatList } from '../../format/format-list.ts';
import { frameworkVi, noticesVi, periodVi, releaseVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { type ProfileCell, writeProfileTable } from '../profile/profile-table.ts';
import { countLines, headerRow, sum } from '../report/report-sheet.ts';
import { fonts } from '../report/report-style.ts';
import { missingCodes } from '../report/score-columns.ts';
import { addPlainSheet } from '../status/plain-sheet.ts';
import { namingWidths, pairWidths, setUpTablePages } from './table-pages.ts';

/** What somebody chose of what is released. */
export interface ChosenTable {
  /** Of one group, oldest period first. */
  scoreboards: Scoreboard[];
  /** By code, in publication order. */
  measures: Pick<ScoreboardMeasure, 'measure' | 'name_vi'>[];
  /** Null: all. */
  unitIds: ReadonlySet<string> | null;
  at: Date;
}

const title = 'Bảng số liệu theo lựa chọn';

/** One line a unit and period, value and rank of each measure; where each figure is from; how to read it. */
export async function writeChosenTable(chosen: ChosenTable): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const { at } = chosen;
  Object.assign(workbook, { title, creator: 'DTI', lastModifiedBy: 'DTI', created: at, modified: at });
  addFigures(workbook, chosen);
  addSources(workbook, chosen);
  addInfo(workbook, chosen);
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addFigures(workbook: Workbook, { scoreboards, measures, unitIds }: ChosenTable): void {
  const sheet = workbook.addWorksheet('Số liệu', { views: [{ state: 'normal', activeCell: 'A1' }] });
  const columns = [
    ...['Mã đơn vị', 'Đơn vị', 'Kỳ'].map((header, n) => ({ header, width: namingWidths[n]! })),
    ...measures.flatMap(({ name_vi }) =>
      [name_vi, `Hạng ${name_vi}`].map((header, n) => ({ header, width: pairWidths[n]! })),
    ),
  ];
  sheet.columns = columns.map(({ width }) => ({ width }));
  setUpTablePages(sheet, measures.length);
  writeAbove(sheet, 1, title, fonts.title);
  writeAbove(sheet, 2, noticesOf(scoreboards).join(' '), fonts.illustrative);
  writeAbove(sheet, 3, codesVi, fonts.note);
  const rows = scoreboards.flatMap((scoreboard) =>
    scoreboard.units
      .filter(({ unit_id }) => unitIds === null || unitIds.has(unit_id))
      .map((unit) => ({ cells: cellsOf(unit, scoreboard, measures) })),
  );
  writeProfileTable(sheet, { columns, rows, startRow: headerRow });
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: headerRow + rows.length, column: columns.length },
  };
  sheet.views = [
    {
      state: 'frozen',
      xSplit: namingWidths.length,
      ySplit: headerRow,
      topLeftCell: 'D7',
      activeCell: 'A1',
      zoomScale: 100,
    },
  ];
}

/** Over the columns that every page has: what must be said before the first figure is whole on each of them. */
function writeAbove(sheet: Worksheet, row: number, text: string, font: Partial<Font>): void {
  sheet.mergeCells(row, 1, row, namingWidths.length);
  const width = sum(namingWidths);
  Object.assign(sheet.getCell(row, 1), { value: text, font, alignment: { wrapText: true, vertical: 'middle' } });
  sheet.getRow(row).height = text === '' ? 5 : 6 + 15.5 * countLines(text, width * (font.bold ? 0.85 : 0.95));
}

/** What is to be known of all periods; of some of them, with their names: a figure that was made up is told from others. */
function noticesOf(scoreboards: Scoreboard[]): string[] {
  const told = scoreboards.flatMap((one) => noticesVi(one).map((notice) => ({ notice, period: periodVi(one) })));
  return [...Map.groupBy(told, ({ notice }) => notice)].map(([notice, of]) =>
    of.length === scoreboards.length ? notice : `${upperFirst(formatList(of.map(({ period }) => period)))}: ${notice}`,
  );
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function cellsOf(unit: ScoreboardUnit, scoreboard: Scoreboard, measures: ChosenTable['measures']): ProfileCell[] {
  const published = new Set(scoreboard.measures.map(({ measure }) => measure));
  return [
    ...[unit.unit_id, unitLabel(unit), periodVi(scoreboard)].map((text): ProfileCell => ({ kind: 'text', text })),
    ...measures.flatMap(({ measure }): ProfileCell[] => {
      const score = unit.scores[measure];
      if (!score) return Array<ProfileCell>(2).fill({ kind: 'code', code: codeOf(unit, published.has(measure)) });
      const rank: ProfileCell =
        score.rank === null ? { kind: 'code', code: missingCodes.unranked } : { kind: 'rank', rank: score.rank };
      return [{ kind: 'value', decimal: score.value }, rank];
    }),
  ];
}

const codeOf = ({ state }: ScoreboardUnit, isPublished: boolean): string => {
  if (!isPublished) return missingCodes.not_due;
  return state === 'not_submitted' ? missingCodes.not_submitted : missingCodes.not_applicable;
};

const codesVi =
  '[x]: chưa nộp số liệu; [z]: không áp dụng; [n]: không công bố trong kỳ đó; –: không xếp hạng. Giá trị từ 0 đến 1.';

function addSources(workbook: Workbook, { scoreboards }: ChosenTable): void {
  addPlainSheet(workbook, {
    name: 'Nguồn',
    title: 'Nguồn của từng kỳ',
    lines: ['Mỗi số liệu là của đợt công bố ghi ở đây, không tính lại.'],
    columns: [
      { header: 'Kỳ', width: 14 },
      { header: 'Đợt công bố', width: 30 },
      { header: 'Bộ chỉ số', width: 34 },
      { header: 'Số đơn vị xếp hạng', width: 9, counts: true },
      { header: 'Địa chỉ', width: 34 },
      { header: 'Mã băm đầu vào', width: 20, font: 'digest' },
    ],
    rows: scoreboards.map((one) => [
      ...[periodVi(one), `${releaseVi(one)} (${one.release})`, frameworkVi(one), `${one.ranked_count}`],
      ...[`/releases/${one.release}/scoreboard.json`, one.inputs_sha256],
    ]),
  });
}

function addInfo(workbook: Workbook, { scoreboards, measures, unitIds, at }: ChosenTable): void {
  const names = new Map(scoreboards.flatMap(({ units }) => units.map((one) => [one.unit_id, unitLabel(one)])));
  const rows = [
    ['Nhóm đơn vị', scoreboards[0]!.group_name_vi],
    ['Kỳ', scoreboards.map(periodVi).join(', ')],
    [
      'Đơn vị',
      unitIds === null
        ? 'tất cả đơn vị của nhóm trong từng kỳ'
        : [...unitIds].map((id) => `${names.get(id) ?? '–'} (${id})`).join(', '),
    ],
    ['Chỉ số', measures.map(({ measure, name_vi }) => `${name_vi} (${measure})`).join(', ')],
    ['Lập lúc', timeInVietnam(at.toISOString())],
    ['Giá trị', 'tổng điểm chia điểm tối đa, làm tròn đến 4 chữ số thập phân, từ 5 trở lên làm tròn lên'],
    [
      'Thứ hạng',
      'trong các đơn vị được xếp hạng của kỳ đó; kỳ dùng bộ chỉ số khác nhau chỉ so sánh khi bộ chỉ số ghi là so sánh được',
    ],
    ['Ký hiệu', codesVi],
  ];
  addPlainSheet(workbook, {
    ...{ name: 'Thông tin', title: 'Thông tin về bảng số liệu', lines: [], rows },
    columns: [
      { header: 'Mục', width: 24 },
      { header: 'Nội dung', width: 110 },
    ],
  });
}

import type { Workbook } from 'exceljs';
import type { Changes, MeasureChange, RankParts, UnitChange } from '../../release/changes/changes.ts';
import { againstPeriodVi, againstVi, averagesVi, stateVi } from '../../release/changes/changes-words.ts';
import { answeredNoteVi } from '../../release/measure-words.ts';
import { namesVi } from '../../release/names-vi.ts';
import { mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { pageCharacters, sum } from './report-sheet.ts';
import { type CellContent, leadingColumns, missingCodes, type ScoreColumn, unitColumnWidth } from './score-columns.ts';
import { addScoreTable } from './score-table.ts';

const nothing: CellContent = { kind: 'text', text: '' };
const notComparable: CellContent = { kind: 'code', code: missingCodes.not_comparable };

/** Every column says against which period; the note, against which release. */
export function addChangesSheet(workbook: Workbook, scoreboard: Scoreboard, changes: Changes): void {
  const isRanked = totalMeasure(scoreboard)?.ranked ?? false;
  addScoreTable(workbook, scoreboard, {
    name: 'So với đợt trước',
    title: `${titleVi(scoreboard)}: so với ${againstPeriodVi(changes)}`,
    columns: changeColumns(scoreboard, changes),
    notes: [
      againstVi(changes),
      ...(isRanked ? [partsNote, answeredNoteVi(scoreboard, '(3/6) sau thứ hạng')] : []),
      ...leftNote(changes),
      averagesVi(changes),
    ],
  });
}

const partsNote =
  '▲ tăng bậc, ▼ giảm bậc, – không đổi. Thay đổi hạng bằng tổng các phần: do giá trị của chính đơn vị, do giá trị của các đơn vị khác, ' +
  'do phương pháp, do sắp xếp (đơn vị chỉ xếp hạng ở một trong hai đợt).';

/** Of a sheet's note: `changes.json` names all. */
const mostLeft = 20;

const leftNote = ({ left }: Changes): string[] =>
  left.length === 0 ? [] : [`Không còn thuộc nhóm: ${namesVi(left.map(unitLabel), mostLeft)}.`];

function changeColumns(scoreboard: Scoreboard, changes: Changes): ScoreColumn[] {
  const byUnit = new Map(changes.units.map((unit) => [unit.unit_id, unit]));
  const cellFrom = (content: (unit: UnitChange) => CellContent) => (unit: ScoreboardUnit) =>
    content(byUnit.get(unit.unit_id)!);
  const leading = leadingColumns(scoreboard, unitColumnWidth(scoreboard, 24));
  const total = totalMeasure(scoreboard);
  const measures = total ? [total] : mainIndices(scoreboard);
  const label = againstPeriodVi(changes);
  const values = measures.flatMap((measure) => valueColumns(measure, label, changes, cellFrom));
  if (!total?.ranked) return [...leading, ...values];
  const columns = [...leading, ...values, ...rankColumns(label, cellFrom)];
  return [...columns, noteColumn(pageCharacters.landscape - sum(columns.map(({ width }) => width)), cellFrom)];
}

type CellFrom = (content: (unit: UnitChange) => CellContent) => ScoreColumn['cellOf'];

function valueColumns(
  { measure, kind, name_vi }: ScoreboardMeasure,
  label: string,
  changes: Changes,
  cellFrom: CellFrom,
): ScoreColumn[] {
  const average = changes.measures.find((one) => one.measure === measure);
  const name = kind === 'total' ? 'DTI' : name_vi;
  const before = (row: Value | undefined) => valueCell(row?.value_before);
  const change = (row: Value | undefined) => signedCell(row?.value_change);
  const column = (header: string, content: (row: Value | undefined) => CellContent): ScoreColumn => ({
    header,
    width: 10.5,
    cellOf: cellFrom(({ scores }) => content(scores[measure])),
    average: content(average),
    role: 'other',
  });
  return [column(`${name} ${label}`, before), column(`Thay đổi ${name} so với ${label}`, change)];
}

type Value = Pick<MeasureChange, 'value_before' | 'value_change'>;

const valueCell = (decimal: string | null | undefined): CellContent =>
  decimal == null ? notComparable : { kind: 'value', decimal };

const signedCell = (decimal: string | null | undefined): CellContent =>
  decimal == null ? notComparable : { kind: 'signed', decimal };

function rankColumns(label: string, cellFrom: CellFrom): ScoreColumn[] {
  const column = (header: string, width: number, content: (unit: UnitChange) => CellContent): ScoreColumn => ({
    header,
    width,
    cellOf: cellFrom(content),
    average: nothing,
    role: 'other',
  });
  const part = (header: string, of: keyof RankParts) =>
    column(header, 8, ({ rank_parts }) => placesCell(rank_parts?.[of] ?? null));
  return [
    column(`Hạng ${label}`, 8, ({ rank_before }) =>
      rank_before === null ? notComparable : { kind: 'rank', rank: rank_before },
    ),
    column(`Thay đổi hạng so với ${label}`, 10, ({ rank_change }) => placesCell(rank_change)),
    part('do đơn vị', 'own'),
    part('do đơn vị khác', 'others'),
    part('do phương pháp', 'method'),
    part('do sắp xếp', 'merger'),
  ];
}

/** Takes what the page has left: a reason broken over four lines would push units to another page. */
const noteColumn = (left: number, cellFrom: CellFrom): ScoreColumn => ({
  header: 'Ghi chú',
  width: Math.max(15, left),
  cellOf: cellFrom(({ state }) => ({ kind: 'text', text: stateVi[state] })),
  average: nothing,
  role: 'other',
});

const placesCell = (places: number | null): CellContent =>
  places === null ? notComparable : { kind: 'places', places };

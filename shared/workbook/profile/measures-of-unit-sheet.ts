import type { Workbook } from 'exceljs';
import { againstPeriodVi, againstVi } from '../../release/changes/changes-words.ts';
import { differenceOf } from '../../release/profile/group-figures.ts';
import { findNextRank } from '../../release/profile/next-rank.ts';
import { periodVi } from '../../release/scoreboard-words.ts';
import type { ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';
import { missingCodes } from '../report/score-columns.ts';
import type { ProfileSource } from './profile-source.ts';
import { type ProfileCell, writeProfileTable } from './profile-table.ts';
import { codesVi, lostNotesVi, profileNotesVi, sheetsVi } from './profile-words.ts';

const code = (text: string): ProfileCell => ({ kind: 'code', code: text });
const valueOr = (decimal: string | null | undefined, missing: string): ProfileCell =>
  decimal == null ? code(missing) : { kind: 'value', decimal };

/** Every measure of the unit beside the group, with what was lost and what the next rank would have taken. */
export function addMeasuresOfUnitSheet(workbook: Workbook, profile: ProfileSource, unit: ScoreboardUnit): void {
  const { scoreboard, changes } = profile.source;
  const against = changes ? againstPeriodVi(changes) : null;
  const columns = shownOf(profile, columnsOf(against));
  const rows = scoreboard.measures.map((measure) => ({
    cells: shownOf(profile, [...cellsOf(measure, profile, unit), ...changeCells(measure, profile, unit)]),
    strong: measure.kind === 'total',
  }));
  const sheet = addReportSheet(workbook, scoreboard, {
    name: sheetsVi.profile,
    title: `Hồ sơ ${profile.nameOf(unit)} ${periodVi(scoreboard)}`,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    note: [
      ...(profile.alone ? lostNotesVi : profileNotesVi),
      ...codesVi(rows.flatMap(({ cells }) => cells)),
      ...(changes ? [againstVi(changes)] : []),
    ].join(' '),
  });
  const last = writeProfileTable(sheet, { columns, rows, startRow: headerRow });
  sheet.pageSetup.printArea = `A$1:${sheet.getCell(1, columns.length).address.replace(/\d+/, '')}$${last}`;
}

/** Median, difference, best, and points to the next rank: of others too. */
const ofOthers = new Set([3, 4, 5, 9]);

const shownOf = <Cell>({ alone }: ProfileSource, row: Cell[]): Cell[] =>
  alone ? row.filter((_, place) => !ofOthers.has(place)) : row;

const columnsOf = (against: string | null) => [
  { header: 'Chỉ số', width: 25 },
  { header: 'Giá trị', width: 10 },
  { header: 'Thứ hạng', width: 8 },
  { header: 'Trung vị nhóm', width: 10 },
  { header: 'So với trung vị', width: 10.5 },
  { header: 'Cao nhất nhóm', width: 10 },
  { header: 'Điểm đạt', width: 12 },
  { header: 'Điểm tối đa', width: 12 },
  { header: 'Điểm chưa đạt', width: 12 },
  { header: 'Điểm để lên hạng', width: 12 },
  ...(against
    ? [
        { header: `Giá trị ${against}`, width: 10 },
        { header: 'Thay đổi giá trị', width: 10 },
        { header: 'Thay đổi hạng', width: 8 },
      ]
    : []),
];

function cellsOf(
  { measure, name_vi }: ScoreboardMeasure,
  { source, group }: ProfileSource,
  unit: ScoreboardUnit,
): ProfileCell[] {
  const { scoreboard } = source;
  const score = unit.scores[measure];
  const figure = group.measures.get(measure);
  const missing = unit.state === 'not_submitted' ? missingCodes.not_submitted : missingCodes.not_applicable;
  const points = (decimal: string | undefined): ProfileCell =>
    decimal === undefined ? code(missing) : { kind: 'points', decimal };
  return [
    { kind: 'text', text: name_vi },
    valueOr(score?.value, missing),
    score?.rank == null ? code(score ? missingCodes.unranked : missing) : { kind: 'rank', rank: score.rank },
    valueOr(figure?.median, missingCodes.unranked),
    score && figure ? { kind: 'signed', decimal: differenceOf(score.value, figure.median) } : code(missing),
    valueOr(figure?.best, missingCodes.unranked),
    points(score?.points),
    points(score?.max_points),
    points(score && differenceOf(score.max_points, score.points)),
    nextRankCell(findNextRank(scoreboard, unit.unit_id, measure)),
  ];
}

function nextRankCell(next: ReturnType<typeof findNextRank>): ProfileCell {
  if (next === null || next === 'first') return code(missingCodes.unranked);
  return next === 'out_of_reach' ? code(missingCodes.not_applicable) : { kind: 'morePoints', decimal: next.points };
}

function changeCells(
  { measure }: ScoreboardMeasure,
  { source: { changes } }: ProfileSource,
  unit: ScoreboardUnit,
): ProfileCell[] {
  if (!changes) return [];
  const change = changes.units.find(({ unit_id }) => unit_id === unit.unit_id)?.scores[measure];
  const { value_before = null, value_change = null, rank_change = null } = change ?? {};
  return [
    valueOr(value_before, missingCodes.not_comparable),
    value_change === null ? code(missingCodes.not_comparable) : { kind: 'signed', decimal: value_change },
    rank_change === null ? code(missingCodes.not_comparable) : { kind: 'places', places: rank_change },
  ];
}

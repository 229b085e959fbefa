import type { Workbook } from 'exceljs';
import { answeredNoteVi, isOfFewerUnits } from '../../release/measure-words.ts';
import { mainIndices, pillars, totalMeasure } from '../../release/read-scoreboard.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import { pageCharacters, sum } from './report-sheet.ts';
import {
  formedFromColumn,
  leadingColumns,
  rankColumn,
  type ScoreColumn,
  unitColumnWidth,
  valueColumn,
} from './score-columns.ts';
import { addScoreTable } from './score-table.ts';

const tieNote = 'Đơn vị có giá trị bằng nhau thì đồng hạng, thứ hạng kế tiếp bỏ qua.';

/** One table of total and pillars, one of main indices; only the second when no total is published. */
export function addScoreSheets(workbook: Workbook, scoreboard: Scoreboard): void {
  const total = totalMeasure(scoreboard);
  const name = total?.ranked ? 'Xếp hạng' : 'Kết quả';
  const title = titleVi(scoreboard);
  const common = [answeredNoteVi(scoreboard, '(3/6) sau thứ hạng'), fewerUnitsNote(scoreboard)];
  const notes = total?.ranked
    ? [tieNote, ...common]
    : [
        total ? 'Đợt này không xếp hạng.' : 'Đợt này không công bố giá trị DTI và thứ hạng.',
        fewerUnitsNote(scoreboard),
      ];
  if (total === null) {
    addScoreTable(workbook, scoreboard, { name, title, columns: detailColumns(scoreboard), notes });
    return;
  }
  addScoreTable(workbook, scoreboard, { name, title, columns: rankingColumns(scoreboard), notes });
  const keys = total.ranked ? ['Hạng (k) là thứ hạng theo chỉ số chính (k).', tieNote, ...common] : notes;
  addScoreTable(workbook, scoreboard, {
    name: 'Chi tiết',
    title: `${title}: các chỉ số chính`,
    columns: detailColumns(scoreboard),
    notes: keys,
  });
}

/** A line of averages can be headed with one number only. */
function fewerUnitsNote(scoreboard: Scoreboard): string {
  const fewer = scoreboard.measures.filter((measure) => isOfFewerUnits(measure, scoreboard));
  if (fewer.length === 0) return '';
  const counts = fewer.map(({ name_vi, average_units }) => `${name_vi} ${average_units}`);
  return `Số đơn vị trong giá trị trung bình ít hơn: ${counts.join(', ')}.`;
}

function rankingColumns(scoreboard: Scoreboard): ScoreColumn[] {
  const merged = scoreboard.units.some(({ formed_from_vi }) => formed_from_vi.length > 0);
  const columns = [
    ...leadingColumns(scoreboard, unitColumnWidth(scoreboard, merged ? 22 : 46)),
    ...pillars(scoreboard).flatMap((pillar) =>
      scorePair(scoreboard, pillar, [pillarName(pillar), 10.5], [`Hạng ${lowerFirst(pillarName(pillar))}`, 8.5]),
    ),
  ];
  const left = pageCharacters.landscape - sum(columns.map(({ width }) => width));
  return merged ? [...columns, formedFromColumn(Math.max(20, left))] : columns;
}

/** Numbered, as official tables number their columns, because eight full names would not fit twice. */
function detailColumns(scoreboard: Scoreboard): ScoreColumn[] {
  const pairs = mainIndices(scoreboard).flatMap((index, i) =>
    scorePair(scoreboard, index, [`(${i + 1}) ${index.name_vi}`, 8.4], [`Hạng (${i + 1})`, 6.2]),
  );
  return [...leadingColumns(scoreboard, unitColumnWidth(scoreboard, 24)), ...pairs];
}

function scorePair(
  scoreboard: Scoreboard,
  measure: ScoreboardMeasure,
  value: [string, number],
  rank: [string, number],
): ScoreColumn[] {
  const column = valueColumn(measure, ...value);
  if (!measure.ranked) return [{ ...column, width: column.width + 3 }];
  return [column, rankColumn(measure.measure, scoreboard, ...rank)];
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const pillarName = ({ name_vi }: ScoreboardMeasure) =>
  /^trụ cột/i.test(name_vi) ? name_vi : `Trụ cột ${lowerFirst(name_vi)}`;

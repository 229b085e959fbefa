import type { Workbook } from 'exceljs';
import { answeredNoteVi, isOfFewerUnits } from '../../release/measure-words.ts';
import { mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import { rankingColumns } from './ranking-columns.ts';
import { leadingColumns, rankColumn, type ScoreColumn, unitColumnWidth, valueColumn } from './score-columns.ts';
import { addScoreTable } from './score-table.ts';

const tieNote = 'Đơn vị có giá trị bằng nhau thì đồng hạng, thứ hạng kế tiếp bỏ qua.';

/** Units that one portrait page holds with its title and notes, a little smaller. */
export const mostOnPage = 40;

/** One table of total and pillars, one of main indices; only the second when no total is published. */
export function addScoreSheets(workbook: Workbook, { scoreboard, changes }: ReportSource): void {
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
  addScoreTable(workbook, scoreboard, {
    ...{ name, title, notes, columns: rankingColumns(scoreboard, changes) },
    orientation: 'portrait',
    onePage: scoreboard.units.length <= mostOnPage,
  });
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

import { stringify } from 'csv-stringify/sync';
import { formatDecimal } from '../../format/format-decimal.ts';
import { guardText } from '../../format/guard-text.ts';
import { measuresExceptTotal, totalMeasure } from '../read-scoreboard.ts';
import type { OpenScoreboard, OpenUnit } from './score-rows.ts';

export const scoreboardViPath = 'scoreboard-vi.csv';

/** The last column: who sent nothing is not who is not ranked. */
export const stateWordsVi: Record<OpenUnit['state'], string> = {
  ranked: 'được xếp hạng',
  unranked: 'không xếp hạng',
  not_submitted: 'chưa nộp số liệu',
};

/** Heads of the columns, as in `scoreboard.csv` and then the state. */
export function headsVi(scoreboard: OpenScoreboard): string[] {
  const total = totalMeasure(scoreboard)?.name_vi ?? 'Chỉ số tổng';
  const others = measuresExceptTotal(scoreboard).flatMap(({ name_vi }) => [name_vi, `Thứ hạng ${name_vi}`]);
  return ['Thứ hạng', 'Mã đơn vị', 'Tên đơn vị', total, ...others, 'Trạng thái'];
}

/** `scoreboard-vi.csv`, which spreadsheets in Vietnamese open as it is: semicolons, decimal comma, BOM, CRLF. */
export function renderScoreboardViCsv(scoreboard: OpenScoreboard): string {
  const rows = scoreboard.units.map((unit) => unitRow(unit, scoreboard));
  return stringify([headsVi(scoreboard).map(guardText), ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}

function unitRow(unit: OpenUnit, scoreboard: OpenScoreboard): string[] {
  const total = totalMeasure(scoreboard)?.measure ?? scoreboard.index;
  const others = measuresExceptTotal(scoreboard).flatMap(({ measure }) => [
    valueVi(unit, measure),
    rankText(unit.scores[measure]?.rank),
  ]);
  const names = [guardText(unit.unit_id), guardText(unit.unit_name_vi)];
  return [rankText(unit.rank), ...names, valueVi(unit, total), ...others, stateWordsVi[unit.state]];
}

function valueVi({ scores }: OpenUnit, measure: string): string {
  const value = scores[measure]?.value;
  return value === undefined ? '' : formatDecimal(value);
}

const rankText = (rank: number | null | undefined) => (rank == null ? '' : `${rank}`);

import { averagesHeadVi } from '../../release/measure-words.ts';
import { totalMeasure } from '../../release/read-scoreboard.ts';
import type { PublishedScore, Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { widthOf } from '../template/text-height.ts';

/** What stands in one cell: a code says why there is no figure. */
export type CellContent =
  | { kind: 'value'; decimal: string }
  | { kind: 'rank'; rank: number; answered?: AnswerCount }
  /** A change: always with its sign. */
  | { kind: 'signed'; decimal: string }
  /** Places gained; lost when negative. */
  | { kind: 'places'; places: number }
  | { kind: 'code'; code: string; answered?: AnswerCount }
  | { kind: 'text'; text: string };

/** Of the measure's indicators, where some were left unanswered: told in the cell of the rank, which stays a number. */
export type AnswerCount = NonNullable<PublishedScore['answered']>;

export interface ScoreColumn {
  header: string;
  /** In characters of the default font. */
  width: number;
  cellOf: (unit: ScoreboardUnit) => CellContent;
  /** What stands in the last line, that of the averages. */
  average: CellContent;
  /** The unit's column is frozen and heads its row; the total alone carries a data bar. */
  role: 'unit' | 'total' | 'other';
}

const nothing: CellContent = { kind: 'text', text: '' };

/** Codes for what is missing, as official statistics write them, with their meaning. */
export const missingCodes = {
  ...{ not_submitted: '[x]', not_applicable: '[z]', not_due: '[n]' },
  ...{ unranked: '–', not_comparable: '[s]' },
};

export function rankColumn(measure: string, { units }: Scoreboard, header: string, width: number): ScoreColumn {
  const cellOf = (unit: ScoreboardUnit): CellContent => {
    const { rank = null, answered } = unit.scores[measure] ?? {};
    const told = answered ? { answered } : {};
    if (rank !== null) return { kind: 'rank', rank, ...told };
    const code = unit.state === 'not_submitted' ? missingCodes.not_submitted : missingCodes.unranked;
    return { kind: 'code', code, ...told };
  };
  const told = Math.max(...units.map(({ scores }) => answeredText(scores[measure]?.answered).length));
  const needed = told > 0 ? `${units.length}`.length + told + 1.5 : 0;
  return { header, width: Math.max(width, needed), cellOf, average: nothing, role: 'other' };
}

/** ` (40/47)`, after a rank; empty when everything was answered. */
export const answeredText = (count: AnswerCount | undefined): string =>
  count ? ` (${count.answered}/${count.asked})` : '';

export function valueColumn(measure: ScoreboardMeasure, header: string, width: number): ScoreColumn {
  const cellOf = (unit: ScoreboardUnit): CellContent => {
    const score = unit.scores[measure.measure];
    if (score) return { kind: 'value', decimal: score.value };
    const code = unit.state === 'not_submitted' ? missingCodes.not_submitted : missingCodes.not_applicable;
    return { kind: 'code', code };
  };
  const average: CellContent = measure.average === null ? nothing : { kind: 'value', decimal: measure.average };
  return { header, width, cellOf, average, role: measure.kind === 'total' ? 'total' : 'other' };
}

/** How a table calls its units. */
export type NameOf = (unit: ScoreboardUnit) => string;

function unitColumn(scoreboard: Scoreboard, width: number, nameOf: NameOf): ScoreColumn {
  const cellOf = (unit: ScoreboardUnit): CellContent => ({ kind: 'text', text: nameOf(unit) });
  return { header: 'Đơn vị', width, cellOf, average: { kind: 'text', text: averagesHeadVi(scoreboard) }, role: 'unit' };
}

/** Rank of the total, unit and total: how every table of scores begins. */
export function leadingColumns(scoreboard: Scoreboard, unitWidth: number, nameOf: NameOf = unitLabel): ScoreColumn[] {
  const total = totalMeasure(scoreboard);
  const unit = unitColumn(scoreboard, unitWidth, nameOf);
  const columns = total ? [unit, valueColumn(total, 'Giá trị DTI', 10.5)] : [unit];
  return total?.ranked ? [rankColumn(total.measure, scoreboard, 'Thứ hạng', 7.5), ...columns] : columns;
}

/** Rank of one measure, unit and its value. */
export function measureColumns(scoreboard: Scoreboard, measure: ScoreboardMeasure, unitWidth: number): ScoreColumn[] {
  const unit = unitColumn(scoreboard, unitWidth, unitLabel);
  const value = { ...valueColumn(measure, 'Giá trị', 10.5), role: 'other' as const };
  return measure.ranked ? [rankColumn(measure.measure, scoreboard, 'Thứ hạng', 7.5), unit, value] : [unit, value];
}

/** Wide enough for the longest name on one line up to a limit, then names wrap. */
export function unitColumnWidth(scoreboard: Scoreboard, limit: number): number {
  const longest = Math.max(...scoreboard.units.map((unit) => widthOf({ text: unitLabel(unit) })));
  return Math.min(limit, Math.max(14, Math.ceil(longest)));
}

/** Sentences for the codes that do occur in a table. */
export function explainCodes(columns: ScoreColumn[], units: ScoreboardUnit[]): string[] {
  const cells = units.flatMap((unit) => columns.map(({ cellOf }) => cellOf(unit)));
  const used = new Set(cells.flatMap((cell) => (cell.kind === 'code' ? [cell.code] : [])));
  const meanings: [string, string][] = [
    [missingCodes.not_submitted, 'chưa nộp số liệu, hoặc chưa trả lời'],
    [missingCodes.not_applicable, 'không áp dụng hoặc không đánh giá trong đợt này'],
    [missingCodes.not_due, 'không thu thập trong kỳ'],
    [missingCodes.unranked, 'không xếp hạng'],
    [missingCodes.not_comparable, 'không so sánh được'],
  ];
  return meanings.flatMap(([code, meaning]) => (used.has(code) ? [`${code} ${meaning}`] : []));
}

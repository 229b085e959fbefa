import { formatList } from '../../format/format-list.ts';
import { totalMeasure } from '../../release/read-scoreboard.ts';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../release/scoreboard.ts';

/** What stands in one cell: a code says why there is no figure. */
export type CellContent =
  | { kind: 'value'; decimal: string }
  | { kind: 'rank'; rank: number }
  | { kind: 'code'; code: string }
  | { kind: 'text'; text: string };

export interface ScoreColumn {
  header: string;
  /** In characters of the default font. */
  width: number;
  cellOf: (unit: ScoreboardUnit) => CellContent;
  /** Decimal text for the line of averages; null for none. */
  average: string | null;
  /** The total alone carries a data bar. */
  bar: boolean;
}

/** Codes for what is missing, as official statistics write them, with their meaning. */
export const missingCodes = { not_submitted: '[x]', not_applicable: '[z]', unranked: '–' };

export function rankColumn(
  header: string,
  width: number,
  rankOf: (unit: ScoreboardUnit) => number | null,
): ScoreColumn {
  const cellOf = (unit: ScoreboardUnit): CellContent => {
    const rank = rankOf(unit);
    if (rank !== null) return { kind: 'rank', rank };
    return { kind: 'code', code: unit.state === 'not_submitted' ? missingCodes.not_submitted : missingCodes.unranked };
  };
  return { header, width, cellOf, average: null, bar: false };
}

export function valueColumn(measure: ScoreboardMeasure, header: string, width: number): ScoreColumn {
  const cellOf = (unit: ScoreboardUnit): CellContent => {
    const score = unit.scores[measure.measure];
    if (score) return { kind: 'value', decimal: score.value };
    const code = unit.state === 'not_submitted' ? missingCodes.not_submitted : missingCodes.not_applicable;
    return { kind: 'code', code };
  };
  return { header, width, cellOf, average: measure.average, bar: measure.kind === 'total' };
}

export function textColumn(header: string, width: number, textOf: (unit: ScoreboardUnit) => string): ScoreColumn {
  return { header, width, cellOf: (unit) => ({ kind: 'text', text: textOf(unit) }), average: null, bar: false };
}

/** Rank of the total, unit and total: how every table of scores begins. */
export function leadingColumns(scoreboard: Scoreboard, unitWidth: number): ScoreColumn[] {
  const total = totalMeasure(scoreboard);
  const unit = textColumn('Đơn vị', unitWidth, ({ unit_name_vi }) => unit_name_vi);
  const columns = total ? [unit, valueColumn(total, 'Giá trị DTI', 10.5)] : [unit];
  return total?.ranked ? [rankColumn('Thứ hạng', 7.5, ({ rank }) => rank), ...columns] : columns;
}

export const formedFromColumn = (width: number): ScoreColumn =>
  textColumn('Hình thành từ', width, ({ formed_from_vi }) => formatList(formed_from_vi));

/** Wide enough for the longest name on one line up to a limit, then names wrap. */
export function unitColumnWidth(scoreboard: Scoreboard, limit: number): number {
  const longest = Math.max(...scoreboard.units.map(({ unit_name_vi }) => unit_name_vi.length));
  return Math.min(limit, Math.max(14, longest * 1.15));
}

/** Sentences for the codes that do occur in a table. */
export function explainCodes(columns: ScoreColumn[], units: ScoreboardUnit[]): string[] {
  const cells = units.flatMap((unit) => columns.map(({ cellOf }) => cellOf(unit)));
  const used = new Set(cells.flatMap((cell) => (cell.kind === 'code' ? [cell.code] : [])));
  const meanings: [string, string][] = [
    [missingCodes.not_submitted, 'chưa nộp số liệu'],
    [missingCodes.not_applicable, 'không áp dụng hoặc không đánh giá trong đợt này'],
    [missingCodes.unranked, 'không xếp hạng'],
  ];
  return meanings.flatMap(([code, meaning]) => (used.has(code) ? [`${code} ${meaning}`] : []));
}

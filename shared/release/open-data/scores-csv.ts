import { guardText } from '../../format/guard-text.ts';
import { parsePlainCsv, renderPlainCsv } from './csv.ts';
import type { ScoreRow, ScoreState } from './score-rows.ts';

export const scoresCsvPath = 'scores.csv';

/** In this order for ever: readers name columns, and some count them. */
export const scoreColumns = ['release', 'unit_id', 'measure', 'value', 'rank', 'state', 'n'] as const;

/** `scores.csv`: one line per unit and measure, decimal point, empty where there is no value or rank. */
export const renderScoresCsv = (rows: ScoreRow[]): string => renderPlainCsv([scoreColumns, ...rows.map(scoreCells)]);

export const scoreCells = (row: ScoreRow): string[] => [
  guardText(row.release),
  guardText(row.unit_id),
  guardText(row.measure),
  row.value ?? '',
  row.rank === null ? '' : `${row.rank}`,
  row.state,
  `${row.n}`,
];

/** Reverses {@link renderScoresCsv}. */
export const readScoresCsv = (text: string): ScoreRow[] =>
  parsePlainCsv(text).map((record) => ({
    release: record.release!,
    unit_id: record.unit_id!,
    measure: record.measure!,
    value: record.value || null,
    rank: record.rank ? Number(record.rank) : null,
    state: record.state as ScoreState,
    n: Number(record.n),
  }));

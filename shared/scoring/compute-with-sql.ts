import type { Framework } from '../frameworks/framework.ts';
import type { QueryResult } from '../lake/run-query.ts';
import type { Column, Table } from '../lake/tables.ts';
import type { CellOfTable, TableRow } from '../lake/write-parquet.ts';
import { Fault } from '../observability/fault.ts';
import { renderScaled } from './scaled-decimal.ts';
import type { AnswerState, IndicatorPoints, MeasureAverage, MeasureScore, Scores } from './scores.ts';
import { composeCheck, composeTable, type Statement } from './sql/compose-statement.ts';
import type { OutputTable } from './sql/output-table.ts';
import { outputTables, scoredTables } from './sql/output-tables.ts';

/** Runs one statement with one SQL literal per question mark. */
export type RunStatement = (sql: string, parameters: string[]) => Promise<QueryResult>;

/** Where a run's tables lie, and the engine that reads them. */
export interface ScoringLake {
  query: RunStatement;
  put(table: Table, runId: string, rows: TableRow[]): Promise<void>;
}

/** Something wrong with the inputs or the scores of a run. A `fail` stops publication. */
export interface CheckRow {
  severity: 'fail' | 'warn';
  check: string;
  unit_id: string | null;
  /** Measure or indicator. */
  measure: string | null;
  detail: string;
}

/** Main index of a merged unit; the value is null where a predecessor has none. */
export interface SuccessorMainIndex {
  unit_id: string;
  measure: string;
  value: string | null;
  predecessor_count: number;
}

/**
 * The scores of a run's frozen inputs, table by table: each is put into the lake, where the next one and the checks read
 * it. Fault SCORES_INCOMPLETE names figures that are missing: they are never zero.
 */
export async function computeWithSql(lake: ScoringLake, runId: string, framework: Framework): Promise<Scores> {
  const scored: Record<string, Row[]> = {};
  for (const table of scoredTables) scored[table.table] = await computeTable(lake, runId, table);
  refuseMissing(scored.indicator_points!);
  return {
    indicator_points: scored.indicator_points!.map((row) => readPoints(row, framework)),
    measure_scores: scored.measure_scores!.map((row) => readScore(row, framework)),
    averages: scored.averages!.map((row) => readAverage(row, framework)),
  };
}

async function computeTable(lake: ScoringLake, runId: string, table: OutputTable): Promise<Row[]> {
  const rows = await runStatement(lake.query, composeTable(table.table), runId);
  const typed = rows.map((row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellOf(column, row[column.name])])),
  );
  await lake.put(table, runId, typed);
  return rows;
}

/** Athena answers in text. */
function cellOf({ type }: Column, text: string | null | undefined): CellOfTable {
  if (text == null) return null;
  return type === 'bigint' ? BigInt(text) : text;
}

const scoreTables = [
  'unit_answers',
  'tier_points',
  'indicator_points',
  'main_index_scores',
  'measure_scores',
  'averages',
];

/** Every row that a check of the run's inputs and scores yields; empty when all is well. */
export const runChecks = (query: RunStatement, runId: string): Promise<CheckRow[]> =>
  runChecksOf(scoreTables, query, runId);

/** Main indices of merged units, by unit_id, then measure order. */
export async function computeSuccessors(
  query: RunStatement,
  runId: string,
  framework: Framework,
): Promise<SuccessorMainIndex[]> {
  const rows = await runStatement(query, composeTable('successor_main_indices'), runId);
  return rows.map((row) => ({
    unit_id: text(row, 'unit_id'),
    measure: text(row, 'measure'),
    value: decimalOrNull(row, 'value_scaled', framework.decimals),
    predecessor_count: Number(text(row, 'predecessor_count')),
  }));
}

export const runSuccessorChecks = (query: RunStatement, runId: string): Promise<CheckRow[]> =>
  runChecksOf(['successor_main_indices'], query, runId);

async function runChecksOf(tables: string[], query: RunStatement, runId: string): Promise<CheckRow[]> {
  const checks = outputTables
    .filter(({ table }) => tables.includes(table))
    .flatMap(({ table, checks }) => checks.map(({ check }) => composeCheck(table, check)));
  const answers = await Promise.all(checks.map((check) => runStatement(query, check, runId)));
  return answers.flat().map(readCheck);
}

type Row = Record<string, string | null>;

async function runStatement(query: RunStatement, statement: Statement, runId: string): Promise<Row[]> {
  // An execution parameter is a literal: text carries its own quotes.
  const literal = `'${runId.replaceAll("'", "''")}'`;
  const { columns, rows } = await query(statement.sql, Array(statement.parameterCount).fill(literal));
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
}

/** States that take an indicator out of the maximum, so that it rightly has no points. */
const leavesMaximum: (string | null | undefined)[] = ['not_applicable', 'not_due'] satisfies AnswerState[];

function refuseMissing(points: Row[]): void {
  const missing = points
    .filter(({ points_scaled, state }) => points_scaled === null && !leavesMaximum.includes(state))
    .map((row) => `${row.unit_id} ${row.indicator}`);
  if (missing.length === 0) return;
  const named = missing.slice(0, 10).join(', ');
  throw new Fault('SCORES_INCOMPLETE', `${missing.length} indicators without a figure or a known choice: ${named}`);
}

const readPoints = (row: Row, { points_decimals }: Framework): IndicatorPoints => ({
  unit_id: text(row, 'unit_id'),
  indicator: text(row, 'indicator'),
  state: text(row, 'state') as AnswerState,
  self_points: decimalOrNull(row, 'self_points_scaled', points_decimals),
  appraised_points: decimalOrNull(row, 'appraised_points_scaled', points_decimals),
  points: decimalOrNull(row, 'points_scaled', points_decimals),
  max_points: decimal(row, 'max_points_scaled', points_decimals),
});

const readScore = (row: Row, { decimals, points_decimals }: Framework): MeasureScore => ({
  unit_id: text(row, 'unit_id'),
  measure: text(row, 'measure'),
  points: decimal(row, 'points_scaled', points_decimals),
  max_points: decimal(row, 'max_points_scaled', points_decimals),
  value: decimalOrNull(row, 'value_scaled', decimals),
  rank: row.rank == null ? null : Number(row.rank),
  answered_count: Number(text(row, 'answered_count')),
  asked_count: Number(text(row, 'asked_count')),
});

const readAverage = (row: Row, { decimals }: Framework): MeasureAverage => ({
  measure: text(row, 'measure'),
  value: decimalOrNull(row, 'value_scaled', decimals),
  unit_count: Number(text(row, 'unit_count')),
});

const readCheck = (row: Row): CheckRow => ({
  severity: text(row, 'severity') === 'warn' ? 'warn' : 'fail',
  check: text(row, 'check_name'),
  unit_id: row.unit_id ?? null,
  measure: row.measure ?? null,
  detail: text(row, 'detail'),
});

const decimal = (row: Row, column: string, decimals: number) => renderScaled(BigInt(text(row, column)), decimals);

const decimalOrNull = (row: Row, column: string, decimals: number) =>
  row[column] == null ? null : decimal(row, column, decimals);

function text(row: Row, column: string): string {
  const value = row[column];
  if (value == null)
    throw new Fault('ANSWER_MISFIT', `column ${column} of an answer is missing: ${JSON.stringify(row)}`);
  return value;
}

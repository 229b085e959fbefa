import type { Column, Table } from '../../lake/tables.ts';
import { type TableRow, writeTable } from '../../lake/write-parquet.ts';
import type { ScoreRow } from './score-rows.ts';

export const scoresParquetPath = 'scores.parquet';

/** The columns of `scores.csv`, in its order. */
const scoresTable = (decimals: number): Table => ({
  table: 'scores',
  description: 'Published figures',
  grain: 'release, unit and measure',
  columns: [
    { name: 'release', type: 'varchar', description: 'Name of the release' },
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit' },
    { name: 'measure', type: 'varchar', description: 'Code of the measure' },
    { name: 'value', type: 'bigint', decimals, nullable: true, description: 'From 0 to 1, exact; NULL: none' },
    { name: 'rank', type: 'bigint', nullable: true, description: 'NULL: not ranked' },
    { name: 'state', type: 'varchar', description: 'ranked, unranked, no_value, not_submitted' },
    { name: 'n', type: 'bigint', description: 'Units ranked in the measure' },
  ],
});

/**
 * Values as `DECIMAL` with as many places as the most exact of them: engines that know decimals (DuckDB, Arrow, Athena)
 * read the published figure itself and compute with it, where text would have to be cast and a double would be near it.
 */
export function writeScoresParquet(
  rows: ScoreRow[],
  extra: { columns: Column[]; cells: TableRow[] } = none,
): Uint8Array {
  // Not by spreading them: of all releases there are more rows than a call takes arguments.
  const decimals = rows.reduce((most, { value }) => Math.max(most, decimalsOf(value)), 0);
  const table = scoresTable(decimals);
  table.columns.push(...extra.columns);
  return writeTable(
    table,
    rows.map((row, index) => ({ ...cellsOf(row, decimals), ...extra.cells[index] })),
  );
}

const none = { columns: [], cells: [] };

const decimalsOf = (value: string | null): number => value?.split('.')[1]?.length ?? 0;

const cellsOf = ({ value, rank, n, ...row }: ScoreRow, decimals: number): TableRow => ({
  ...row,
  value: value === null ? null : scaled(value, decimals),
  rank: rank === null ? null : BigInt(rank),
  n: BigInt(n),
});

/** `0.8241` at four places is 8241. */
function scaled(value: string, decimals: number): bigint {
  const [whole, fraction = ''] = value.split('.') as [string, string?];
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

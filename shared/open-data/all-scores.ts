import type { Column } from '../lake/tables.ts';
import { renderPlainCsv } from '../release/open-data/csv.ts';
import { csvwPath, renderCsvw } from '../release/open-data/csvw.ts';
import { describedScoreColumns } from '../release/open-data/described-tables.ts';
import type { ScoreRow } from '../release/open-data/score-rows.ts';
import { scoreCells, scoreColumns } from '../release/open-data/scores-csv.ts';
import { writeScoresParquet } from '../release/open-data/scores-parquet.ts';
import { inOrder, type PublicRelease, successorsOf } from './public-release.ts';

const csvPath = '/all/scores.csv';

const extraColumns = [
  { name: 'illustrative', description: 'true: made up, not an official result / Số liệu minh họa' },
  { name: 'superseded_by', description: 'Release that took its place; empty: current / Đợt thay thế' },
];

/**
 * Every figure that was ever released, the superseded ones too, in one file: the lines of each release's own `scores.csv`
 * and, at their end, what is true of the release today. By path.
 */
export function allScoresFiles(
  releases: readonly PublicRelease[],
  rowsOf: (release: string) => readonly ScoreRow[],
): Map<string, string | Uint8Array> {
  const successors = successorsOf(releases);
  const lines = inOrder(releases).flatMap(({ header }) => {
    const superseded_by = successors.get(header.release)?.header.release ?? null;
    return rowsOf(header.release).map((row) => ({ row, illustrative: header.framework.illustrative, superseded_by }));
  });
  const head = [...scoreColumns, ...extraColumns.map(({ name }) => name)];
  const csv = lines.map(({ row, illustrative, superseded_by }) => [
    ...scoreCells(row),
    `${illustrative}`,
    superseded_by ?? '',
  ]);
  const cells = lines.map(({ illustrative, superseded_by }) => ({ illustrative, superseded_by }));
  return new Map<string, string | Uint8Array>([
    [csvPath, renderPlainCsv([head, ...csv])],
    [csvwPath(csvPath), renderCsvw(description)],
    [
      '/all/scores.parquet',
      writeScoresParquet(
        lines.map(({ row }) => row),
        { columns: parquetColumns, cells },
      ),
    ],
  ]);
}

const parquetColumns: Column[] = [
  { name: 'illustrative', type: 'boolean', description: extraColumns[0]!.description },
  { name: 'superseded_by', type: 'varchar', nullable: true, description: extraColumns[1]!.description },
];

const description = {
  path: 'scores.csv',
  title: 'Mọi giá trị đã công bố / Every figure ever released',
  delimiter: ',' as const,
  decimalChar: '.' as const,
  hasBom: false,
  primaryKey: ['release', 'unit_id', 'measure'],
  columns: [
    ...describedScoreColumns(),
    ...extraColumns.map((column) => ({
      ...{ ...column, head: column.name, type: 'string' as const, required: column.name === 'illustrative' },
      ...(column.name === 'illustrative' ? { values: ['true', 'false'] } : {}),
    })),
  ],
};

import { parse } from 'csv-parse/sync';
import { countRows } from '../lake/write-parquet.ts';
import { Fault } from '../observability/fault.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import { type Files, fileOf, populationPath, textOf } from './frozen-inputs.ts';
import { type Manifest, manifestPath } from './manifest.ts';
import { scoreboardViPath } from './open-data/scoreboard-vi-csv.ts';
import { scoresCsvPath } from './open-data/scores-csv.ts';
import { scoresParquetPath } from './open-data/scores-parquet.ts';
import { scoresSdmxPath } from './open-data/scores-sdmx.ts';

/**
 * Rows are counted in the bytes that go out: a row for each member of the group in each table, one for each of its measures
 * in the long ones, and as many with an answer as the manifest has workbooks. Fault `SCORES_ROWS_WRONG` says which counts differ.
 */
export function requireRows(files: Files): void {
  const { submissions, derived_from } = JSON.parse(textOf(files, manifestPath)) as Manifest;
  const { units } = JSON.parse(textOf(files, populationPath)) as { units: unknown[] };
  const { units: published, measures } = JSON.parse(textOf(files, 'scoreboard.json')) as Scoreboard;
  const figures = units.length * measures.length;
  const linesOf = (path: string, delimiter = ',') => parse(textOf(files, path), { bom: true, delimiter }).length - 1;
  const scored = published.filter(({ state }) => state !== 'not_submitted').length;
  const counts = [
    { what: 'units in scoreboard.json', found: published.length, wanted: units.length },
    { what: 'rows in scoreboard.csv', found: linesOf('scoreboard.csv'), wanted: units.length },
    { what: `rows in ${scoreboardViPath}`, found: linesOf(scoreboardViPath, ';'), wanted: units.length },
    ...[scoresCsvPath, scoresSdmxPath].map((path) => ({
      what: `rows in ${path}`,
      found: linesOf(path),
      wanted: figures,
    })),
    { what: `rows in ${scoresParquetPath}`, found: countRows(fileOf(files, scoresParquetPath)), wanted: figures },
    // What was carried over to successors has no workbooks of its own.
    ...(derived_from === null
      ? [{ what: 'units with scores', found: scored, wanted: new Set(submissions.map(({ unit_id }) => unit_id)).size }]
      : []),
  ];
  const wrong = counts.filter(({ found, wanted }) => found !== wanted);
  if (wrong.length === 0) return;
  throw new Fault(
    'SCORES_ROWS_WRONG',
    wrong.map(({ what, found, wanted }) => `${found} ${what}, not ${wanted}`).join('; '),
  );
}

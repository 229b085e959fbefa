import { parse } from 'csv-parse/sync';
import { Fault } from '../observability/fault.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import { type Files, populationPath, textOf } from './frozen-inputs.ts';
import { type Manifest, manifestPath } from './manifest.ts';

/**
 * Rows are counted in the bytes that go out: a row for each member of the group in both tables, and as many with an answer
 * as the manifest has workbooks. Fault `SCORES_ROWS_WRONG` says which counts differ.
 */
export function requireRows(files: Files): void {
  const { submissions, derived_from } = JSON.parse(textOf(files, manifestPath)) as Manifest;
  const { units } = JSON.parse(textOf(files, populationPath)) as { units: unknown[] };
  const published = (JSON.parse(textOf(files, 'scoreboard.json')) as Scoreboard).units;
  const lines = parse(textOf(files, 'scoreboard.csv'), { bom: true }).length - 1;
  const scored = published.filter(({ state }) => state !== 'not_submitted').length;
  const counts = [
    { what: 'units in scoreboard.json', found: published.length, wanted: units.length },
    { what: 'rows in scoreboard.csv', found: lines, wanted: units.length },
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

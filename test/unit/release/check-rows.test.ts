import { describe, expect, it } from 'vitest';
import { requireRows } from '../../../shared/release/check-rows.ts';
import { populationPath } from '../../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../../shared/release/manifest.ts';
import { openDataFiles } from '../../../shared/release/open-data/open-data-files.ts';
import { renderScoreboardCsv } from '../../../shared/release/scoreboard-csv.ts';
import { renderScoreboardJson } from '../../../shared/release/scoreboard-json.ts';
import { writeManifest } from '../../../shared/release/write-manifest.ts';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { asDerived, buildProvinceScoreboard, withMissing } from '../../support/scoreboard-builder.ts';

const whole = withMissing(buildProvinceScoreboard(), 'P04-2025');
const without = { ...whole, units: whole.units.slice(1) };
const rowsOf = (
  scoreboard: Scoreboard,
  { json = scoreboard, csv = scoreboard, manifest = scoreboard, long = scoreboard } = {},
) => {
  const files = new Map([[populationPath, JSON.stringify({ units: whole.units.map(({ unit_id }) => unit_id) })]]);
  files.set('scoreboard.json', renderScoreboardJson(json)).set('scoreboard.csv', renderScoreboardCsv(csv));
  files.set(manifestPath, writeManifest(manifest, new Map()));
  const bytes = [...files].map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return new Map([...bytes, ...openDataFiles(long, new Map())]);
};

describe('requireRows', () => {
  it('is silent where everybody is there, those who sent nothing without scores', () => {
    expect(() => requireRows(rowsOf(whole))).not.toThrow();
  });

  it('does not expect workbooks of scores carried over to successors', () => {
    expect(() => requireRows(rowsOf(asDerived(buildProvinceScoreboard())))).not.toThrow();
  });

  it('stops a release that lost a row, and says in which table', () => {
    expect(() => requireRows(rowsOf(whole, { csv: without }))).toThrow(
      'SCORES_ROWS_WRONG: 33 rows in scoreboard.csv, not 34',
    );
    expect(() => requireRows(rowsOf(whole, { long: without }))).toThrow(
      'SCORES_ROWS_WRONG: 33 rows in scoreboard-vi.csv, not 34; 396 rows in scores.csv, not 408; ' +
        '396 rows in scores.sdmx.csv, not 408; 396 rows in scores.parquet, not 408',
    );
    expect(() => requireRows(rowsOf(whole, { json: without }))).toThrow('33 units in scoreboard.json, not 34');
    expect(() => requireRows(rowsOf(whole, { manifest: without }))).toThrow('33 units with scores, not 32');
  });
});

import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../../shared/digest/canonical-json.ts';
import { openDataFiles } from '../../../../shared/release/open-data/open-data-files.ts';
import { type ScoreRow, scoreRows } from '../../../../shared/release/open-data/score-rows.ts';
import { readScoresCsv } from '../../../../shared/release/open-data/scores-csv.ts';
import { renderScoreboardCsv } from '../../../../shared/release/scoreboard-csv.ts';
import type { Scoreboard } from '../../../../shared/scoring/scoreboard.ts';
import {
  asDerived,
  asIllustrative,
  buildProvinceScoreboard,
  withAnswered,
  withMissing,
  withoutTotal,
} from '../../../support/scoreboard-builder.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const build = (scoreboard: Scoreboard) =>
  openDataFiles(scoreboard, new Map([['scoreboard.csv', bytesOf(renderScoreboardCsv(scoreboard))]]));
const made = new WeakMap<Scoreboard, ReturnType<typeof build>>();
const make = (scoreboard: Scoreboard) => {
  const files = made.get(scoreboard) ?? build(scoreboard);
  made.set(scoreboard, files);
  return files;
};
const textOf = (scoreboard: Scoreboard, path: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(make(scoreboard).get(path));
const records = (scoreboard: Scoreboard, path: string, delimiter = ','): string[][] =>
  parse(textOf(scoreboard, path), { bom: true, delimiter });

/** One sent nothing, one has a value of a measure and no rank in it. */
const round = () =>
  withAnswered(withMissing(asIllustrative(buildProvinceScoreboard()), 'P04-2025'), 'P01-2025', { awareness: [0, 3] });
const scoreboards: [string, Scoreboard][] = [
  ['the round of 2024', buildProvinceScoreboard()],
  ['an illustrative round with missing and unranked units', round()],
  ['main indices without a total', withoutTotal(buildProvinceScoreboard())],
  ['values carried over to successors', asDerived(buildProvinceScoreboard())],
];

const find = (rows: ScoreRow[], unit_id: string, measure: string) =>
  rows.find((row) => row.unit_id === unit_id && row.measure === measure)!;

describe('scoreRows', () => {
  it('has a row for each unit and measure, with why there is a value and a rank or not', () => {
    const rows = scoreRows(round());
    expect(rows).toHaveLength(34 * 12);
    expect(find(rows, 'P04-2025', 'dti')).toMatchObject({ value: null, rank: null, state: 'not_submitted', n: 33 });
    expect(find(rows, 'P01-2025', 'awareness')).toMatchObject({ rank: null, state: 'unranked', n: 32 });
    expect(find(rows, 'P46-2025', 'awareness')).toMatchObject({ value: '1.0000', rank: 1, state: 'ranked', n: 32 });
  });

  it('tells a measure without a value from a unit that sent nothing', () => {
    const scoreboard = buildProvinceScoreboard();
    delete scoreboard.units[0]!.scores.security;
    expect(find(scoreRows(scoreboard), scoreboard.units[0]!.unit_id, 'security').state).toBe('no_value');
  });
});

describe.each(scoreboards)('open data of %s', (_, scoreboard) => {
  it('says the same in the long CSV, in SDMX-CSV and in Parquet', async () => {
    const rows = scoreRows(scoreboard);
    expect(readScoresCsv(textOf(scoreboard, 'scores.csv'))).toEqual(rows);
    const [head, ...lines] = records(scoreboard, 'scores.sdmx.csv');
    const column = (line: string[], name: string) => line[head!.indexOf(name)];
    const names = ['RELEASE', 'REF_UNIT', 'MEASURE', 'OBS_VALUE', 'RANK', 'STATE', 'RANKED_UNITS'];
    const asText = ({ release, unit_id, measure, value, rank, state, n }: ScoreRow) =>
      [release, unit_id, measure, value ?? '', rank ?? '', state, n].map(String);
    expect(lines.map((line) => names.map((name) => column(line, name)))).toEqual(rows.map(asText));
    const file = new Uint8Array(make(scoreboard).get('scores.parquet')!).buffer;
    const read = (await parquetReadObjects({ file })) as Record<string, string | number | bigint | null>[];
    const decimal = (value: unknown) => (value === null ? null : (value as number).toFixed(4));
    expect(read.map((row) => ({ ...row, value: decimal(row.value) }))).toEqual(
      rows.map((row) => ({ ...row, rank: row.rank === null ? null : BigInt(row.rank), n: BigInt(row.n) })),
    );
  });

  it('has the table for Vietnamese spreadsheets: the cells of scoreboard.csv with commas, then the state', () => {
    const plain: string[][] = parse(renderScoreboardCsv(scoreboard), { bom: true });
    const vietnamese = records(scoreboard, 'scoreboard-vi.csv', ';');
    expect(vietnamese.slice(1).map((row) => row.slice(0, -1).map((cell) => cell.replace(',', '.')))).toEqual(
      plain.slice(1),
    );
    expect(vietnamese[0]!.length).toBe(plain[0]!.length + 1);
    expect(vietnamese[0]!.at(-1)).toBe('Trạng thái');
    expect(textOf(scoreboard, 'scoreboard-vi.csv').startsWith('\uFEFF')).toBe(true);
    expect(textOf(scoreboard, 'scoreboard-vi.csv').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('describes each column of each CSV file in CSVW, by its own head', () => {
    for (const path of ['scoreboard.csv', 'scoreboard-vi.csv', 'scores.csv', 'scores.sdmx.csv']) {
      const metadata = JSON.parse(textOf(scoreboard, `${path}-metadata.json`));
      // CSVW: a table has a url; a schema has columns with names that URI templates may use.
      expect(metadata).toMatchObject({ '@context': 'http://www.w3.org/ns/csvw', url: path });
      const columns: { name: string; titles: string; datatype: unknown }[] = metadata.tableSchema.columns;
      const text = path === 'scoreboard.csv' ? renderScoreboardCsv(scoreboard) : textOf(scoreboard, path);
      const lines: string[][] = parse(text, { bom: true, delimiter: metadata.dialect.delimiter });
      expect(columns.map(({ titles }) => titles)).toEqual(lines[0]);
      expect(columns.every(({ name }) => /^[A-Za-z][A-Za-z0-9_]*$/.test(name))).toBe(true);
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
      expect(metadata.tableSchema.primaryKey.every((name: string) => columns.some((one) => one.name === name))).toBe(
        true,
      );
      expect(keysOf(lines, columns, metadata.tableSchema.primaryKey)).toHaveLength(lines.length - 1);
    }
  });

  it('is listed in a data package, each file with its size and hash', () => {
    const files = new Map(make(scoreboard)).set('scoreboard.csv', bytesOf(renderScoreboardCsv(scoreboard)));
    const descriptor = JSON.parse(new TextDecoder().decode(files.get('datapackage.json')));
    // Data Package 2.0: at least one resource, each with a name of its own and a path.
    expect(descriptor.name).toMatch(/^[-a-z0-9._]+$/);
    const resources: { name: string; path: string; bytes: number; hash: string }[] = descriptor.resources;
    expect(resources.map(({ path }) => path)).toEqual(
      [...files.keys()].filter((path) => path !== 'datapackage.json').sort(),
    );
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    for (const { path, name, bytes, hash } of resources) {
      expect(name).toMatch(/^[-a-z0-9._/]+$/);
      expect([bytes, hash]).toEqual([files.get(path)!.length, `sha256:${sha256Of(files.get(path)!)}`]);
    }
  });

  it('gives the same bytes twice, whatever the clock says', () => {
    expect(build(structuredClone(scoreboard))).toEqual(build(scoreboard));
  });
});

const keysOf = (lines: string[][], columns: { name: string }[], key: string[]) => [
  ...new Set(
    lines.slice(1).map((line) => key.map((name) => line[columns.findIndex((one) => one.name === name)]).join('\n')),
  ),
];

describe('scoreboard-vi.csv', () => {
  it('tells who sent nothing from who is not ranked, in its last column', () => {
    const scoreboard = round();
    scoreboard.units[0]!.rank = null;
    scoreboard.units[0]!.state = 'unranked';
    const states = records(scoreboard, 'scoreboard-vi.csv', ';').map((row) => [row[1], row.at(-1)]);
    expect(states).toContainEqual(['P04-2025', 'chưa nộp số liệu']);
    expect(states).toContainEqual([scoreboard.units[0]!.unit_id, 'không xếp hạng']);
    expect(states).toContainEqual(['P46-2025', 'được xếp hạng']);
  });

  it('lets no name run as a formula', () => {
    const scoreboard = buildProvinceScoreboard();
    scoreboard.units[0]!.unit_name_vi = '=1+1';
    expect(records(scoreboard, 'scoreboard-vi.csv', ';')[1]![2]).toBe("'=1+1");
  });
});

describe('datapackage.json', () => {
  it('says in its title that figures are illustrative', () => {
    expect(JSON.parse(textOf(round(), 'datapackage.json')).title).toMatch(/^Số liệu minh họa/);
    expect(JSON.parse(textOf(buildProvinceScoreboard(), 'datapackage.json')).title).not.toMatch(/minh họa/);
  });
});

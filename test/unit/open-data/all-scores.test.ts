import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { allScoresFiles } from '../../../shared/open-data/all-scores.ts';
import { threeReleases } from '../../support/public-releases.ts';

const told = threeReleases();
const rows = new Map(told.map((one) => [one.release.header.release, one.rows]));
const make = (releases = told.map(({ release }) => release)) => allScoresFiles(releases, (name) => rows.get(name)!);
const records = (): Record<string, string>[] => parse(make().get('/all/scores.csv') as string, { columns: true });

describe('allScoresFiles', () => {
  it('have every line of every release, with what is true of it today', () => {
    expect(records()).toHaveLength(3 * 34 * 12);
    const dti = records().filter(({ unit_id, measure }) => unit_id === 'P46-2025' && measure === 'dti');
    expect(dti.map(({ release, illustrative, superseded_by }) => [release, illustrative, superseded_by])).toEqual([
      ['dti/province34/2024/r1', 'false', 'dti/province34/2024/r2'],
      ['dti/province34/2024/r2', 'false', ''],
      ['dti/province34/2026-Q3/r1', 'true', ''],
    ]);
  });

  it('say the same in Parquet', async () => {
    const file = new Uint8Array(make().get('/all/scores.parquet') as Uint8Array).buffer;
    const read = (await parquetReadObjects({ file })) as Record<string, unknown>[];
    const text = (value: unknown) => (typeof value === 'number' ? value.toFixed(4) : `${value ?? ''}`);
    const asText = read.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])),
    );
    expect(asText).toEqual(records());
  });

  it('are the same bytes whatever order the releases are listed in', () => {
    expect(make(told.map(({ release }) => release).reverse())).toEqual(make());
  });

  it('have no lines before the first release, and their columns described all the same', () => {
    const files = make([]);
    expect((files.get('/all/scores.csv') as string).split('\r\n')).toHaveLength(2);
    const { url, tableSchema } = JSON.parse(files.get('/all/scores.csv-metadata.json') as string);
    expect([url, tableSchema.columns.map(({ titles }: { titles: string }) => titles).join()]).toEqual([
      'scores.csv',
      (files.get('/all/scores.csv') as string).trimEnd(),
    ]);
  });
});

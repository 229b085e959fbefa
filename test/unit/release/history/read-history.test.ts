import { describe, expect, it } from 'vitest';
import { publishedTables } from '../../../../sample-data/published/published-tables.ts';
import { getObject, putObject } from '../../../../shared/lake/objects.ts';
import { buildUnitHistory, pointsByUnit } from '../../../../shared/release/history/build-unit-history.ts';
import { readHistorySources, readUnitHistory } from '../../../../shared/release/history/read-history.ts';
import { buildPublished, freezePublished } from '../../../../shared/release/published/build-published.ts';
import { type KeepDeps, keepPublished } from '../../../../shared/release/published/keep-published.ts';
import { listPublishedTables } from '../../../../shared/score-store/published-tables.ts';
import { makeCurrent, reserveRelease } from '../../../../shared/score-store/releases.ts';
import { writeScoreboard } from '../../../../shared/score-store/scores.ts';
import { startTestS3 } from '../../../infra/local/s3/start-test-s3.ts';
import { openScoreTable } from '../../../support/score-table.ts';
import { buildProvinceScoreboard } from '../../../support/scoreboard-builder.ts';

const tables = (await publishedTables()).map((request) => buildPublished(freezePublished(request)));
const first = tables[0]!;

async function openStores(): Promise<KeepDeps> {
  const { client } = await startTestS3({ buckets: ['public'] });
  return { publicBucket: { client, name: 'public' }, table: await openScoreTable(), now: () => new Date(0) };
}

/** Two releases of one period; the second is current. */
async function releaseTwice({ table }: KeepDeps): Promise<void> {
  const line = { index: 'dti', group: 'province34', period: '2024' };
  for (const number of [1, 2]) {
    const release = `dti/province34/2024/r${number}`;
    const facts = { inputs_sha256: 'a', manifest_sha256: 'b', released_at: '', code_version: 'test', published: true };
    const item = { ...line, ...facts, release, number, run_id: `run-${number}` };
    await writeScoreboard(table, item.run_id, { ...buildProvinceScoreboard(), release });
    await reserveRelease(table, item);
    await makeCurrent(table, item);
  }
}

describe('what is stored of published tables and current releases', () => {
  it('gives a province of today its series across the merger, from the current release of its period alone', async () => {
    const deps = await openStores();
    for (const files of tables) await keepPublished(files, deps);
    await releaseTwice(deps);
    const history = await readUnitHistory('dti', 'P33-2025', deps.table);
    expect(history.series.points).toMatchObject([
      { release: 'dti/province34/2024/r2', kind: 'computed', value: '0.5895', rank: 32, n: 34 },
    ]);
    const [hungYen, thaiBinh] = history.predecessors;
    expect(hungYen!.points.map(({ period, kind, n }) => [period, kind, n])).toEqual([
      ['2022', 'published', 63],
      ['2023', 'published', 63],
      ['2024', 'published', 63],
    ]);
    expect(hungYen!.breaks).toMatchObject([{ kind: 'framework', after: 'dti/province63/2024/published' }]);
    expect(thaiBinh!.points).toHaveLength(3);
    const dissolved = await readUnitHistory('dti', 'P34', deps.table);
    expect([dissolved.series, dissolved.succession?.successors[0]?.unit_id]).toEqual([
      { ...thaiBinh, relation: 'self' },
      'P33-2025',
    ]);
  });

  it('gives the histories of a whole group in one reading, each the same as read alone', async () => {
    const deps = await openStores();
    for (const files of tables.slice(0, 2)) await keepPublished(files, deps);
    await releaseTwice(deps);
    const sources = await readHistorySources({ index: 'dti', groups: ['province63', 'province34'] }, deps.table);
    const points = pointsByUnit('dti', sources);
    expect(points.size).toBe(63 + 34);
    for (const unitId of ['P33-2025', 'P46-2025', 'P34'])
      expect(buildUnitHistory('dti', unitId, points)).toEqual(await readUnitHistory('dti', unitId, deps.table));
  });

  it('is nothing, of a unit of which nothing was released', async () => {
    const { table } = await openStores();
    expect(await readUnitHistory('dti', 'M01', table)).toMatchObject({ series: { points: [] }, predecessors: [] });
  });
});

describe('keeping a published table', () => {
  it('again changes nothing, not even when it was first taken in', async () => {
    const deps = await openStores();
    expect(await keepPublished(first, deps)).toEqual({ release: 'dti/province63/2022/published', isNew: true });
    const before = await listPublishedTables(deps.table);
    expect(await keepPublished(first, { ...deps, now: () => new Date() })).toMatchObject({ isNew: false });
    expect(await listPublishedTables(deps.table)).toEqual(before);
    expect(before).toMatchObject([{ kind: 'published', period: '2022', loaded_at: '1970-01-01T00:00:00.000Z' }]);
  });

  it('goes on where it was cut off, and lists nothing before its files are out', async () => {
    const deps = await openStores();
    const cut = { ...deps, table: { ...deps.table, name: 'no-such-table' } };
    await expect(keepPublished(first, cut)).rejects.toThrow();
    expect(await listPublishedTables(deps.table)).toEqual([]);
    expect(await keepPublished(first, deps)).toMatchObject({ isNew: true });
  });

  it('by two at once ends in one item and the same bytes', async () => {
    const deps = await openStores();
    await Promise.all([0, 1].map((at) => keepPublished(first, { ...deps, now: () => new Date(at) })));
    expect(await listPublishedTables(deps.table)).toHaveLength(1);
    expect(await keepPublished(first, deps)).toMatchObject({ isNew: false });
  });

  it('refuses other bytes under its name, and leaves what was there', async () => {
    const deps = await openStores();
    const key = 'releases/dti/province63/2022/published/scoreboard.csv';
    await putObject(deps.publicBucket, key, 'other');
    await expect(keepPublished(first, deps)).rejects.toThrow(expect.objectContaining({ code: 'RELEASE_CONFLICT' }));
    expect(await listPublishedTables(deps.table)).toEqual([]);
    expect(new TextDecoder().decode((await getObject(deps.publicBucket, key))!.bytes)).toBe('other');
  });
});

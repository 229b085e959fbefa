import { describe, expect, it } from 'vitest';
import { findRoute } from '../../../functions/read-published/find-route.ts';
import { relistReleases } from '../../../infra/local/ledger/relist-releases.ts';
import { loadPublished } from '../../../infra/local/round/load-published.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { releaseKey } from '../../../shared/lake/keys.ts';
import { getObject } from '../../../shared/lake/objects.ts';
import type { Answer } from '../../../shared/public-api/answers.ts';
import { publicRoutes } from '../../../shared/public-api/public-routes.ts';
import { openEngines } from '../../support/engines.ts';
import { remove } from '../../support/ledger-rows.ts';
import { openEmptyApi, openPublishedApi } from '../../support/published-api.ts';
import { openRound } from '../../support/released-round.ts';
import { framework } from '../../support/round-workbooks.ts';

const r1 = { index: 'dti', group: 'province34', period: '2024', number: 'r1' };
const r2 = { ...r1, number: 'r2' };
const hanoi = 'P01-2025';
const reason = { text_vi: 'Số liệu gửi nhầm', kind: 'input', found_by: 'unit' } as const;

/** Two units, then a correction of one. */
async function released() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hanoi);
  await round.receive('P04-2025');
  await round.close();
  await round.publish(await round.run());
  await round.resend('P04-2025', { changes: { awareness: '1' } });
  await round.publish(await round.run({ reason }));
  return { engines, ...openPublishedApi(engines) };
}

describe('units and groups', () => {
  const { read, ask } = openEmptyApi();
  const idsOf = async (query: Record<string, string>) =>
    (await read<Answer<'UnitList'>>('getUnits', { query })).units.map(({ unit_id }) => unit_id);

  it('tell a unit with validity, lineage, codes and groups', async () => {
    expect(await read('getUnit', { path: { unit_id: 'P48-2025' } })).toMatchObject({
      ...{ name_vi: 'Đà Nẵng', valid_from: '2025-07-01', valid_to: null, groups: ['province34'] },
      formed_from: [{ unit_id: 'P48' }, { unit_id: 'P49', name_vi: 'Quảng Nam' }],
      official: { code: '48', identification: 'H17', identification_status: 'derived' },
    });
    expect(await read('getUnit', { path: { unit_id: 'P49' } })).toMatchObject({
      ...{
        valid_to: '2025-06-30',
        succeeded_by: [{ unit_id: 'P48-2025', name_en: 'Da Nang' }],
        groups: ['province63'],
      },
    });
  });

  it('are found without marks, by English and by former names, and what was merged is found where it is now', async () => {
    expect(await idsOf({ q: 'da nang', group: 'province34' })).toEqual(['P48-2025']);
    expect(await idsOf({ q: 'QUANG  NAM', group: 'province34' })).toEqual(['P48-2025']);
    expect(await idsOf({ q: 'Bình Phước', group: 'province34' })).toEqual(['P75-2025']);
    expect(await idsOf({ q: 'Ministry of Science', period: '2026' })).toEqual(['M06-2025']);
    expect(await idsOf({ q: 'nowhere at all' })).toEqual([]);
  });

  it('are those of a group in a period', async () => {
    expect(await idsOf({ group: 'province63', period: '2024' })).toHaveLength(63);
    expect(await idsOf({ group: 'province34' })).toHaveLength(34);
    expect(await idsOf({ period: '2024', q: 'P48' })).toEqual(['P48']);
  });

  it('come page by page, all of them once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { limit: '500', ...(cursor === undefined ? {} : { cursor }) };
      const page = await read<Answer<'UnitList'>>('getUnits', { query });
      seen.push(...page.units.map(({ unit_id }) => unit_id));
      cursor = page.next_cursor;
    }
    expect(seen.length).toBeGreaterThan(3_400);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('are listed by group with what is released of each', async () => {
    const { groups } = await read<Answer<'GroupList'>>('getGroups');
    const sizes = Object.fromEntries(groups.map(({ group, unit_count }) => [group, unit_count]));
    expect(sizes).toMatchObject({ province63: 63, province34: 34, 'communes-P04-2025': 56, country: 1 });
    expect(groups.every(({ periods }) => periods.length === 0)).toBe(true);
  });

  it.each([
    ['getUnits', { query: { grup: 'x' } }, 400, 'query-unknown'],
    ['getUnits', { query: { period: '2024-13' } }, 400, 'query-invalid'],
    ['getUnits', { query: { limit: '501' } }, 400, 'query-invalid'],
    ['getUnits', { query: { q: ' ' } }, 400, 'query-invalid'],
    ['getUnits', { query: { cursor: 'AAAA' } }, 400, 'cursor-invalid'],
    ['getUnits', { query: { group: 'province99' } }, 404, 'group-unknown'],
    ['getUnit', { path: { unit_id: 'x'.repeat(101) } }, 400, 'path-invalid'],
    ['getPeriods', { query: { group: 'province99' } }, 404, 'group-unknown'],
    ['getFeed', { query: { unit_id: 'P99' } }, 404, 'unit-unknown'],
    ['getFeed', { accept: 'image/png' }, 406, 'format-unknown'],
    ['getRelease', { path: r1 }, 404, 'release-unknown'],
    ['getFramework', { path: { sha256: framework.sha256 } }, 404, 'framework-unknown'],
  ] as const)('%s %j is refused with %i %s', async (operationId, asked, status, code) => {
    await expect(ask(operationId, asked)).rejects.toMatchObject({ status, code });
  });
});

describe('releases', () => {
  it('are heard of only once there is one; a unit has a history before', async () => {
    const engines = await openEngines();
    // Opened, which the public hears nothing of.
    await openRound(engines);
    const { read, ask } = openPublishedApi(engines);
    for (const operation of ['getPeriods', 'getReleases', 'getFrameworks', 'getFeed'])
      expect((await ask(operation)).body).not.toContain('2024');
    const history = await read<Answer<'UnitHistory'>>('getUnitHistory', { path: { unit_id: 'P48-2025' } });
    expect(history.predecessors.map(({ unit_id }) => unit_id)).toEqual(['P48', 'P49']);
    await expect(ask('getUnitHistory', { path: { unit_id: 'P99' } })).rejects.toMatchObject({ code: 'unit-unknown' });
  });

  it('are listed with their state, what took their place and why, and nothing of persons, runs and chains', async () => {
    const { read, ask: answer, engines } = await released();
    const { releases } = await read<Answer<'PublicReleaseList'>>('getReleases');
    expect(releases).toMatchObject([
      { release: 'dti/province34/2024/r2', state: 'current', superseded_by: null, corrected_by: [] },
      {
        release: 'dti/province34/2024/r1',
        state: 'superseded',
        superseded_by: 'dti/province34/2024/r2',
        correction: null,
      },
    ]);
    // What older code published is put into the list by the command that makes all lists again.
    for (const sk of ['000001', '000002'])
      await remove(engines.table, { pk: 'LISTED', sk: `dti#province34#2024#${sk}` });
    expect((await read<Answer<'PublicReleaseList'>>('getReleases')).releases).toEqual([]);
    expect(await relistReleases(engines)).toBe(2);
    expect((await read<Answer<'PublicReleaseList'>>('getReleases')).releases).toEqual(releases);
    expect(releases[0]?.correction).toEqual({ corrects: 'dti/province34/2024/r1', reason });
    expect(releases[1]?.corrected_by).toEqual([{ release: 'dti/province34/2024/r2', reason }]);
    const ask = async (query: Record<string, string>) =>
      (await read<Answer<'PublicReleaseList'>>('getReleases', { query })).releases.map(({ number }) => number);
    expect(await ask({ state: 'superseded' })).toEqual([1]);
    expect(await ask({ period: '2023' })).toEqual([]);
    const { periods } = await read<Answer<'PeriodList'>>('getPeriods', { query: { group: 'province34' } });
    expect(periods).toMatchObject([{ period: '2024', current: 'dti/province34/2024/r2', releases: 2 }]);
    const { groups } = await read<Answer<'GroupList'>>('getGroups');
    expect(groups.find(({ group }) => group === 'province34')?.periods).toEqual(['2024']);
    const answers = await Promise.all([
      ...['getGroups', 'getPeriods', 'getReleases', 'getFrameworks', 'getFeed'].map((operation) => answer(operation)),
      ...['getRelease', 'getScores'].map((operation) => answer(operation, { path: r2 })),
    ]);
    for (const { body } of answers)
      expect(body).not.toMatch(
        /ministry-(opener|runner|releaser)|officer-|"(subject|run_id|released_by|run_by|published_by|heads?|despite_vi)"/,
      );
  });

  it('tell their files with sizes and hashes, some byte for byte, and the framework they were scored by', async () => {
    const { read, ask, engines } = await released();
    const { files } = await read<Answer<'ReleaseWithFiles'>>('getRelease', { path: r2 });
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['scoreboard.csv', 'corrections.json', 'inputs/observations.parquet', 'manifest.json']),
    );
    // All that `npm run verify` and OpenSSL ask for, each where it is said to be.
    expect(files.map(({ path }) => path).slice(-6)).toEqual([
      ...['manifest.json', 'release.json', 'provenance.json'],
      ...['manifest.json.sig', 'release.json.sig', 'signing-key.pem'],
    ]);
    for (const { address, sha256 } of files.slice(-6)) {
      const { bytes } = (await getObject(engines.publicBucket, address.slice(1)))!;
      expect(sha256 ?? sha256Of(bytes)).toBe(sha256Of(bytes));
    }
    for (const [operation, path] of [
      ['getReleaseScoreboard', 'scoreboard.json'],
      ['getReleaseCorrections', 'corrections.json'],
    ] as const) {
      const { body, headers } = await ask(operation, { path: r2 });
      const stored = await getObject(engines.publicBucket, releaseKey('dti/province34/2024/r2', path));
      expect(body).toBe(new TextDecoder().decode(stored!.bytes));
      expect(headers?.['cache-control']).toBe('public, max-age=31536000, immutable');
      await read(operation, { path: r2 });
      const again = await ask(operation, { path: r2, ifNoneMatch: `W/${headers?.etag}` });
      expect(again).toMatchObject({ statusCode: 304, headers: { 'access-control-allow-origin': '*' } });
    }
    const { frameworks } = await read<Answer<'FrameworkList'>>('getFrameworks');
    expect(frameworks).toMatchObject([
      { sha256: framework.sha256, releases: [{}, {}].map((_, n) => expect.stringContaining(`r${n + 1}`)) },
    ]);
    expect(await read('getFramework', { path: { sha256: framework.sha256 } })).toMatchObject({
      framework_id: framework.framework_id,
    });
    const none = { status: 404, code: 'release-file-unknown' };
    await expect(ask('getReleaseCorrections', { path: r1 })).rejects.toMatchObject(none);
    await expect(ask('getReleaseChanges', { path: r1 })).rejects.toMatchObject(none);
  });
});

describe('tables published elsewhere', () => {
  it('are among the releases as what they are: never current, without points, and in the history of a unit', async () => {
    const engines = await openEngines();
    for await (const _ of loadPublished({ ...engines, now: () => new Date(0) }));
    const { read, ask } = openPublishedApi(engines);
    const query = { state: 'published' };
    const { releases } = await read<Answer<'PublicReleaseList'>>('getReleases', { query });
    expect(releases.map(({ release, number, released_at }) => [release, number, released_at])).toEqual(
      ['2024', '2023', '2022'].map((period) => [`dti/province63/${period}/published`, null, null]),
    );
    const { periods } = await read<Answer<'PeriodList'>>('getPeriods');
    expect(periods[0]).toMatchObject({ period: '2024', current: null, published: 'dti/province63/2024/published' });
    const path = { index: 'dti', group: 'province63', period: '2023', number: 'published' };
    expect(await read('getReleaseScoreboard', { path })).toMatchObject({ kind: 'published', unit_count: 63 });
    const { files } = await read<Answer<'ReleaseWithFiles'>>('getRelease', { path });
    expect(files.map((file) => file.path)).toContain('inputs/source.json');
    for (const operation of ['getScores', 'getUnitScores'])
      await expect(ask(operation, { path: { ...path, unit_id: 'P01' } })).rejects.toMatchObject({
        ...{ status: 404, code: 'scores-unknown' },
      });
    const history = await read<Answer<'UnitHistory'>>('getUnitHistory', { path: { unit_id: 'P33-2025' } });
    expect(history.predecessors[0]?.points).toHaveLength(3);
    expect((await read<Answer<'Feed'>>('getFeed')).items).toEqual([]);
  });
});

describe('scores', () => {
  it('add up to what is published, down to the cell and the file, and come in the order of publication', async () => {
    const { read, ask } = await released();
    const { unit } = await read<Answer<'ReleaseUnitScores'>>('getUnitScores', { path: { ...r2, unit_id: hanoi } });
    const board = await read<Answer<'Scoreboard'>>('getReleaseScoreboard', { path: r2 });
    const shown = board.units.find(({ unit_id }) => unit_id === hanoi)!;
    for (const { measure, value, points, max_points, rank } of unit.measures) {
      expect(shown.scores[measure]).toMatchObject({ value, points, max_points, rank });
    }
    const total = unit.measures.find(({ kind }) => kind === 'total')!;
    expect(total.main_indices).toHaveLength(8);
    expect(unit.indicators.length).toBeGreaterThan(7);
    for (const { figures } of unit.indicators)
      for (const { source } of figures)
        expect(source).toEqual({ submission_sha256: unit.submission_sha256, sheet: 'Số liệu', cell: 'H7' });
    expect(unit.indicators.flatMap(({ figures }) => figures).length).toBeGreaterThan(7);

    const first = await read<Answer<'ScoreList'>>('getScores', { path: r2, query: { limit: '3' } });
    const query = { limit: '100', cursor: first.next_cursor! };
    const rest = await read<Answer<'ScoreList'>>('getScores', { path: r2, query });
    const elsewhere = { path: { ...r2, number: 'r1' }, query: { cursor: first.next_cursor! } };
    await expect(ask('getScores', elsewhere)).rejects.toMatchObject({ status: 400, code: 'cursor-invalid' });
    const told = [...first.units, ...rest.units];
    expect([told.length, rest.next_cursor]).toEqual([34, null]);
    expect(told.map(({ unit_id }) => unit_id)).toEqual(board.units.map(({ unit_id }) => unit_id));
    expect(told.at(-1)).toMatchObject({ state: 'not_submitted', measures: [], indicators: [] });
    const unknown = ask('getUnitScores', { path: { ...r2, unit_id: 'P01' } });
    await expect(unknown).rejects.toMatchObject({ status: 404, code: 'unit-unknown' });
  });
});

describe('feed', () => {
  it('tells releases and corrections, as JSON and as Atom, of a unit too', async () => {
    const { read, ask } = await released();
    const { items } = await read<Answer<'Feed'>>('getFeed', { query: { unit_id: hanoi } });
    expect(items.map(({ _dti, content_text }) => [_dti.kind, content_text])).toEqual([
      ['correction', 'Lý do đính chính: Số liệu gửi nhầm'],
      ['release', expect.stringContaining('Theo bộ chỉ số')],
    ]);
    expect(items[0]).toMatchObject({ url: 'https://dti.example.vn/releases/dti/province34/2024/r2/' });
    expect((await read<Answer<'Feed'>>('getFeed', { query: { unit_id: 'M06-2025' } })).items).toEqual([]);
    const { headers, body } = await ask('getFeed', { accept: 'application/atom+xml' });
    expect(headers).toMatchObject({ 'content-type': 'application/atom+xml; charset=utf-8', vary: 'accept' });
    expect(body).toContain('<id>urn:dti:release:dti/province34/2024/r2</id>');
  });
});

describe('routes', () => {
  it('are found by their address, each its own, and the others are not there', () => {
    for (const { path, operationId } of publicRoutes) {
      const address = path.replaceAll(/\{\w+\}/g, 'x');
      expect(findRoute(address).route.operationId).toBe(operationId);
    }
    expect(findRoute('/v1/units/P01%2D2025/history').pathParameters).toEqual({ unit_id: 'P01-2025' });
    for (const path of ['/v1/nothing', '/v1/runs', '/v1/openapiXjson', '/v1/units/', '/v1/units/%E0%A4'])
      expect(() => findRoute(path)).toThrow('route-unknown');
  });
});

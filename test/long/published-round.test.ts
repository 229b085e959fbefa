import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import type { ReceivedRound } from '../../infra/local/round/close-round.ts';
import { makeWorkbooks } from '../../infra/local/round/made-workbooks.ts';
import { functions } from '../../infra/topology.ts';
import { round2024 } from '../../sample-data/rounds.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { signingKey } from '../support/forms.ts';
import { readGolden, updateGolden } from '../support/golden.ts';
import {
  boot,
  bytesOf,
  get,
  makeStateDirectory,
  receive,
  releases,
  runAndRelease,
} from '../support/running-pipeline.ts';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const endpoint = '/v1/scoreboard/province34/2024';
const { published } = round2024('province34');

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
let received: ReceivedRound;
let files: Files;
let scoreboard: Scoreboard;

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
  received = await receive((await makeWorkbooks('province34', signingKey)).files, pipeline);
  ({ files } = await runAndRelease(pipeline));
  await updateGolden(files);
  scoreboard = JSON.parse(textOf('scoreboard.json'));
}, 120_000);

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

const file = (path: string) => Buffer.from(files.get(path)!);
const textOf = (path: string) => file(path).toString('utf8');

describe('the 2024 round through the API', () => {
  it('accepts the 34 workbooks without a finding, because they are the published figures in our own form', () => {
    expect(received.submissions.map(({ accepted, findings }) => [accepted, findings])).toEqual(
      published.map(() => [true, []]),
    );
    expect(received.missing).toEqual([]);
  });

  it('gives all 34 the rank that was published', () => {
    const ranks = new Map(scoreboard.units.map((unit) => [unit.unit_id, unit.rank]));
    expect(published.map(({ unit_id }) => ranks.get(unit_id))).toEqual(published.map(({ rank }) => rank));
    expect(published).toHaveLength(34);
  });

  it('is within 0.0001 of every published total, 27 equal: published main indices are rounded already', () => {
    const values = new Map(scoreboard.units.map((unit) => [unit.unit_id, unit.scores.dti!.value]));
    const distances = published.map(({ unit_id, dti }) => Big(values.get(unit_id)!).minus(dti).abs());
    expect(distances.filter((distance) => distance.lte('0.0001'))).toHaveLength(34);
    expect(distances.filter((distance) => distance.eq('0'))).toHaveLength(27);
  });

  it('averages to 0.7005', () => {
    expect(scoreboard.measures.find(({ measure }) => measure === 'dti')?.average).toBe('0.7005');
  });

  it('writes the CSV that statisticians were promised: header, BOM, CRLF, order', () => {
    const csv = textOf('scoreboard.csv');
    expect(csv.split('\r\n')[0]).toBe(
      '\uFEFFrank,unit_id,unit_name_vi,dti,awareness,awareness_rank,institutions,institutions_rank,infrastructure,' +
        'infrastructure_rank,workforce,workforce_rank,security,security_rank,activity_gov,activity_gov_rank,' +
        'activity_econ,activity_econ_rank,activity_soc,activity_soc_rank,pillar_gov,pillar_gov_rank,pillar_econ,' +
        'pillar_econ_rank,pillar_soc,pillar_soc_rank',
    );
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
    const order = rows.map(({ rank, unit_id }) => [Number(rank), unit_id!] as const);
    expect(order).toEqual(order.toSorted((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)));
    expect(rows.every(({ dti }) => /^0\.\d{4}$/.test(dti!))).toBe(true);
  });

  it('writes the CSV it wrote before; a change of it is a change of method and has to be meant', async () => {
    const golden = await readGolden();
    expect(textOf('scoreboard.csv')).toBe(Buffer.from(golden.get('scoreboard.csv')!).toString('utf8'));
  });
});

describe('open data of the round', () => {
  const lineSitemap = '/sitemap-dti-province34-2024.xml';
  beforeAll(() => pipeline.settled(), 120_000);

  it.each([
    ['/feeds/releases.atom', 'application/atom+xml; charset=utf-8', 'Công bố đợt r1 năm 2024 của 34 tỉnh, thành phố'],
    ['/feeds/groups/province34.atom', 'application/atom+xml; charset=utf-8', 'r1 năm 2024'],
    ['/feeds/units/P46-2025.atom', 'application/atom+xml; charset=utf-8', 'Huế: hạng 2/34, giá trị 0,7952'],
    ['/catalog.jsonld', 'application/ld+json', 'dti/province34/2024'],
    ['/sitemap.xml', 'application/xml; charset=utf-8', '/sitemap-dti-province34-2024.xml'],
    ['/robots.txt', 'text/plain; charset=utf-8', '/sitemap.xml'],
    ['/all/scores.csv', 'text/csv; charset=utf-8', 'dti/province34/2024/r1,P46-2025,dti,0.7952,2,ranked,34,false,\r\n'],
    ['/embed/dti/province34/2024/r1/ranking/', 'text/html; charset=utf-8', 'Quảng Trị'],
    ['/embed/dti/province34/2024/r1/P46-2025.svg', 'image/svg+xml', 'Hạng 2/34 · giá trị 0,7952'],
    [
      `${releases}/r1/scores.csv`,
      'text/csv; charset=utf-8',
      'dti/province34/2024/r1,P46-2025,dti,0.7952,2,ranked,34\r\n',
    ],
    [`${releases}/r1/scores.csv-metadata.json`, 'application/csvm+json', 'http://www.w3.org/ns/csvw'],
  ])('is served: %s', async (path, type, part) => {
    const answer = await get(pipeline, path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect((await bytesOf(answer)).toString('utf8')).toContain(part);
  });

  it('names addresses that answer: each of feed, catalogue and sitemap', async () => {
    const texts = await Promise.all(
      [
        '/feeds/releases.atom',
        '/feeds/units/P46-2025.atom',
        '/catalog.jsonld',
        '/sitemap.xml',
        '/robots.txt',
        lineSitemap,
      ].map(async (path) => (await bytesOf(await get(pipeline, path))).toString('utf8')),
    );
    const named = texts.join('\n').matchAll(new RegExp(`${pipeline.url}(/[^"<#\\s]*)`, 'g'));
    const paths = [...new Set([...named].map(([, path]) => path!))];
    expect(paths.length).toBeGreaterThan(12);
    const statuses = await Promise.all(paths.map(async (path) => [path, (await get(pipeline, path)).status] as const));
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  });
});

describe('GET /v1/scoreboard/{group}/{period}', () => {
  it.each([
    ['*/*', 'scoreboard.json', 'application/json; charset=utf-8'],
    ['text/csv', 'scoreboard.csv', 'text/csv; charset=utf-8'],
    ['text/csv;q=0.5, application/json', 'scoreboard.json', 'application/json; charset=utf-8'],
  ])('answers %s with the bytes of the release’s %s', async (accept, path, type) => {
    const answer = await get(pipeline, endpoint, { accept });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect((await bytesOf(answer)).equals(file(path))).toBe(true);
  });

  it('sends a reader of Excel to the release’s own file', async () => {
    const answer = await get(pipeline, endpoint, { accept: excel });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${releases}/r1/ranking.xlsx`]);
    const workbook = await get(pipeline, answer.headers.get('location')!);
    expect([workbook.status, workbook.headers.get('content-type')]).toEqual([200, excel]);
    expect((await bytesOf(workbook)).equals(file('ranking.xlsx'))).toBe(true);
  });

  it('answers 304 to the ETag of the same format only', async () => {
    const tagOf = async (accept: string) =>
      (await get(pipeline, endpoint, { accept })).headers.get('etag')!.replace('W/', '');
    const [json, csv] = [await tagOf('application/json'), await tagOf('text/csv')];
    const ask = (etag: string) => get(pipeline, endpoint, { accept: 'application/json', 'if-none-match': etag });
    expect([(await ask(json)).status, (await ask(csv)).status]).toEqual([304, 200]);
    expect((await ask(`"other", W/${json}`)).status).toBe(304); // as a cache that compresses sends it
  });

  it('serves a numbered release as one that never changes', async () => {
    const answer = await get(pipeline, `${endpoint}?release=r1`);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect((await bytesOf(answer)).equals(file('scoreboard.json'))).toBe(true);
  });

  it.each([
    [404, `${endpoint}?release=r2`, 'release-unknown'],
    [404, `${endpoint}?release=from-province63-r1`, 'release-unknown'],
    [404, `${endpoint}?index=gdp`, 'release-unknown'],
    [404, '/v1/scoreboard/province34/2023', 'release-unknown'],
    [404, '/v1/scoreboard/nowhere/2024', 'group-unknown'],
    [404, '/v1/scoreboard/province34/2024-13', 'period-unknown'],
  ])('refuses with %i what is not there: %s', async (status, path, code) => {
    const answer = await get(pipeline, path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await answer.json()).toMatchObject({ type: `urn:dti:problem:${code}`, status, detail: expect.any(String) });
  });

  it.each([endpoint, `${endpoint}?release=r2`, '/v1/openapi.json'])(
    'answers HEAD %s as GET, without the body',
    async (path) => {
      const headers = ['content-type', 'content-length', 'etag', 'cache-control'];
      const asked = await fetch(new URL(path, pipeline.url), { method: 'HEAD' });
      const read = await get(pipeline, path);
      const told = (answer: Response) => [answer.status, ...headers.map((name) => answer.headers.get(name))];
      expect([told(asked), await asked.text()]).toEqual([told(read), '']);
    },
  );

  it('refuses a name too long for any key, so that nobody outside can ring an alarm', async () => {
    const long = 'x'.repeat(3000);
    const statuses = [
      `${endpoint}?index=${long}`,
      `${endpoint}?release=${long}`,
      `/v1/scoreboard/province34/${long}`,
    ].map(async (path) => (await get(pipeline, path)).status);
    expect(await Promise.all(statuses)).toEqual([404, 404, 400]);
  });

  it('names the formats there are to whoever asks for another', async () => {
    const answer = await get(pipeline, endpoint, { accept: 'image/png' });
    expect(answer.status).toBe(406);
    expect(await answer.json()).toMatchObject({
      type: 'urn:dti:problem:format-unknown',
      detail_en: expect.stringContaining('text/csv'),
    });
  });
});

describe('what else the public is given', () => {
  it('has the ranking on the page at /, readable without a script', async () => {
    const page = await get(pipeline, '/');
    const html = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const names = scoreboard.units.map((unit) => html.indexOf(unit.unit_name_vi));
    expect(names).not.toContain(-1);
    expect(html).toContain('0,8241');
  });

  it('documents every route of the API in OpenAPI, and none that is not there', async () => {
    const answer = await get(pipeline, '/v1/openapi.json');
    const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = functions.flatMap(({ trigger }) => (trigger.kind === 'http' ? trigger.routes : []));
    const api = routes.filter(
      ({ method, path }) => method !== 'HEAD' && path.startsWith('/v1/') && !path.endsWith('+}'),
    );
    const listed = api.map(({ method, path }) => `${method} ${path}`);
    expect(documented.toSorted()).toEqual(listed.toSorted());
  });
});

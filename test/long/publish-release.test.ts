import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedRelease } from '../../functions/publish-release/publish-release.ts';
import { projectRoot } from '../../infra/bundling.ts';
import { handlersFrom } from '../../infra/local/functions.ts';
import { localNames } from '../../infra/local/names.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { makeReleaseKey } from '../../infra/local/release-key.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { compareRelease } from '../../infra/local/round/compare-release.ts';
import { fetchRelease } from '../../infra/local/round/fetch-release.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { textOf } from '../../shared/release/frozen-inputs.ts';
import { type ProvenanceFile, provenancePath } from '../../shared/release/provenance/provenance-file.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { connectSigner } from '../../shared/signing/connect-signer.ts';
import type { Signer } from '../../shared/signing/signer.ts';
import { writeReleaseWorkbooks } from '../../shared/workbook/release-workbooks.ts';
import type { Engines } from '../support/engines.ts';
import { openRound, type TestRound } from '../support/released-round.ts';
import { boot, get, makeStateDirectory } from '../support/running-pipeline.ts';
import { publisher } from '../support/uploads.ts';
import { idleGrantsOf, refusedOf, watchRights } from '../support/watch-rights.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const reason = { text_vi: 'Đơn vị khai nhầm số liệu', kind: 'input', found_by: 'công dân' } as const;

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
let round: TestRound;
let signer: Signer;
const watched = watchRights(handlersFrom(projectRoot));

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path, { loadHandler: watched.loadHandler });
  signer = connectSigner(await makeReleaseKey(state.path));
  round = await openRound(engines(), { writeReports: writeReleaseWorkbooks });
  await round.receive(hanoi, { format: 'json' });
  await round.receive(hue);
  await round.close();
});

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

function engines(): Engines {
  const { LAKE_BUCKET, PUBLIC_BUCKET, SCORE_TABLE, LEDGER_TABLE } = localNames;
  return {
    ...connectBuckets({ lake: LAKE_BUCKET, publicBucket: PUBLIC_BUCKET }),
    table: connectScoreTable(SCORE_TABLE),
    ledger: connectLedger(LEDGER_TABLE),
    signer,
  };
}

const publish = async (body: object, name = 'ministry-releaser'): Promise<PublishedRelease> =>
  callApi(pipeline.url, await publisher(name, pipeline), 'POST /v1/releases', body);

describe('POST /v1/releases', () => {
  it('refuses what it does not know, and a reason that says nothing', async () => {
    const run_id = await round.run();
    for (const body of [{ run_id, despite: ' ' }, { run_id: 'x' }, {}])
      await expect(publish(body)).rejects.toMatchObject({ status: 422 });
    await expect(publish({ run_id, despit: 'x' })).rejects.toMatchObject({ status: 400 });
  });

  it('says by name what has changed since the run, beside the sentence', async () => {
    const run_id = await round.run();
    await round.appraise(hue, { awareness: '10' }, 'ministry-appraiser');
    await expect(publish({ run_id })).rejects.toMatchObject({
      status: 409,
      problem: {
        type: 'urn:dti:problem:inputs-changed',
        changed: [{ what: 'decisions', unit_id: hue, unit_name_vi: 'Huế' }],
        not_counted: [],
      },
    });
    await expect(publish({ run_id }, 'ministry-runner')).rejects.toMatchObject({
      ...{ status: 403, problem: { type: 'urn:dti:problem:second-person', involved: ['ran'] } },
    });
  });

  it('publishes r1, then r2 in its place with the reason, which verify makes again from its files', async () => {
    await publish({ run_id: await round.run() });
    await round.resend(hue, { changes: { awareness: '0.5' } });
    const { release } = await publish({ run_id: await round.run({ reason }) });
    expect(release).toBe('dti/province34/2024/r2');
    const files = await fetchRelease(release, pipeline);
    const verdicts = await compareRelease(files);
    expect(verdicts.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    const { units } = JSON.parse(textOf(files, provenancePath)) as ProvenanceFile;
    expect(
      units.map(({ unit_id, files: [file], rows }) => [unit_id, file!.receipt, file!.format, rows.length]),
    ).toEqual([
      [hanoi, 1, 'json', 8],
      [hue, 2, 'xlsx', 0],
    ]);
    for (const path of ['/', '/releases/dti/province34/2024/r1/'])
      expect(await (await get(pipeline, path)).text()).toContain('Lý do: Đơn vị khai nhầm số liệu.');
  });

  it('announces r3: until its minute every address of it is empty, after it none is', async () => {
    await round.resend(hue, { changes: { awareness: '0.6' } });
    const public_at = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)}:00.000Z`;
    const run_id = await round.run({ reason });
    const announced = await publish({ run_id, public_at });
    expect(announced).toMatchObject({ release: 'dti/province34/2024/r3', public_at });
    const folder = '/releases/dti/province34/2024/r3';
    const guessed = [
      ...['/', '/manifest.json', '/release.json', '/manifest.json.sig', '/scoreboard.csv', '/ranking.xlsx'],
      ...[
        '/provenance.json',
        '/signing-key.pem',
        '/inputs/observations.parquet',
        `/units/${hue}.xlsx`,
        '/datapackage.json',
      ],
    ];
    const addresses = [
      ...guessed.map((path) => `${folder}${path}`),
      '/v1/scoreboard/province34/2024?release=r3',
      '/v1/releases/dti/province34/2024/r3',
      '/v1/releases/dti/province34/2024/r3/corrections',
      '/v1/releases/dti/province34/2024/r3/scores',
    ];
    const statuses = (method: 'GET' | 'HEAD') =>
      Promise.all(addresses.map(async (path) => (await fetch(new URL(path, pipeline.url), { method })).status));
    const everywhere = async () => {
      const paths = [
        ...['/calendar.json', '/', '/v1/releases', '/v1/scoreboard/province34/2024', '/feeds/dti.atom'],
        ...['/sitemap.xml', '/catalog.jsonld', '/cac-dot/', '/all/scores.csv', '/v1/groups', '/v1/periods'],
        ...[`/v1/units/${hue}/history`, '/v1/feed', '/.well-known/dti-ledger/latest.json'],
        ...['/embed/province34.html', '/releases/dti/province34/2024/r2/', '/portal/', '/robots.txt'],
      ];
      return (await Promise.all(paths.map(async (path) => (await get(pipeline, path)).text()))).join('\n');
    };
    for (const method of ['GET', 'HEAD'] as const) expect(await statuses(method)).toEqual(addresses.map(() => 404));
    await pipeline.settled();
    const before = await everywhere();
    expect(before).toContain(public_at);
    expect(await announcedOnPage()).toEqual([public_at]);
    const asUnit = await toldToUnit();
    expect(asUnit).toContain(public_at);
    for (const told of ['2024/r3', run_id, announced.manifest_sha256])
      for (const text of [before, asUnit]) expect(text).not.toContain(told);
    expect(await withoutRights(run_id)).toEqual([403, 403]);

    await pipeline.runSchedule('publish-release', new Date(public_at));
    await pipeline.settled();
    for (const method of ['GET', 'HEAD'] as const) expect(await statuses(method)).toEqual(addresses.map(() => 200));
    expect(await announcedOnPage()).toEqual([]);
    const newest = JSON.parse(await (await get(pipeline, '/.well-known/dti-ledger/latest.json')).text());
    expect(newest.number).toBeGreaterThanOrEqual(1);
  });

  /** Minutes that the list of releases tells of. */
  async function announcedOnPage(): Promise<string[]> {
    const page = await (await get(pipeline, '/cac-dot/')).text();
    return [...page.matchAll(/<time datetime="([^"]+)"/g)].map(([, at]) => at!);
  }

  /** All that a unit's officer can ask of the period. */
  async function toldToUnit(): Promise<string> {
    const token = await pipeline.issueToken({ sub: 'officer', role: 'officer', unit: hue });
    const of = 'province34/2024';
    const paths = [
      '/v1/me/periods',
      `/v1/periods/${of}`,
      `/v1/log/${of}`,
      `/v1/notices/${of}`,
      `/v1/previews/${of}/${hue}`,
    ];
    const headers = { authorization: `Bearer ${token}` };
    const answers = await Promise.all(paths.map((path) => fetch(new URL(path, pipeline.url), { headers })));
    return (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
  }

  /** Statuses of what is kept in the lake, for somebody with no right to the buckets. */
  const withoutRights = (run_id: string): Promise<number[]> =>
    Promise.all(
      [`runs/${run_id}/announced/1/release-item.json`, `runs/${run_id}/release/scoreboard.json`].map(
        async (key) => (await fetch(`${pipeline.s3Url}/${localNames.LAKE_BUCKET}/${key}`)).status,
      ),
    );

  it('takes an announcement back', async () => {
    await round.resend(hue, { changes: { awareness: '0.7' } });
    const public_at = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)}:00.000Z`;
    const run_id = await round.run({ reason });
    await publish({ run_id, public_at });
    await pipeline.settled();
    expect(await announcedOnPage()).toEqual([public_at]);
    const token = await publisher('ministry-releaser', pipeline);
    const body = { run_id, reason: 'Cần xem lại số liệu' };
    await expect(callApi(pipeline.url, token, 'POST /v1/releases/withdraw', body)).resolves.toMatchObject({ run_id });
    expect(await (await get(pipeline, '/calendar.json')).json()).toEqual({ releases: [] });
    await pipeline.settled();
    expect(await announcedOnPage()).toEqual([]);
  });

  it('needs every right that it has, and no other', () => {
    const asked = watched.asked.get('publish-release')!;
    expect(refusedOf('publish-release', asked)).toEqual([]);
    expect(idleGrantsOf('publish-release', asked)).toEqual([]);
  });
});

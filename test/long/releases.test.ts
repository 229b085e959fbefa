import { PutObjectCommand } from '@aws-sdk/client-s3';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PublishedRelease,
  type PublishReleaseDeps,
  publishRelease,
} from '../../functions/publish-release/publish-release.ts';
import { localNames } from '../../infra/local/names.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { makeReleaseKey } from '../../infra/local/release-key.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { fetchRelease } from '../../infra/local/round/fetch-release.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import type { Run } from '../../shared/release/runs.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { connectSigner } from '../../shared/signing/connect-signer.ts';
import { callerWith } from '../support/callers.ts';
import { threeUnits, workbookOf, workbooksOf } from '../support/round-workbooks.ts';
import {
  boot,
  bytesOf,
  get,
  makeStateDirectory,
  receive,
  release,
  run,
  runAndRelease,
} from '../support/running-pipeline.ts';
import { officerOf, publisher } from '../support/uploads.ts';

const endpoint = '/v1/scoreboard/province34/2024';
const corrected = threeUnits[2];

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
  await receive(await workbooksOf(threeUnits), pipeline);
});

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

const served = async (query = '') => bytesOf(await get(pipeline, `${endpoint}${query}`));
const scoreboardOf = (files: Files) => Buffer.from(files.get('scoreboard.json')!);

const asRunner = async <Answer>(request: `POST /${string}` | `GET /${string}`, body?: object): Promise<Answer> =>
  callApi<Answer>(pipeline.url, await publisher('ministry-runner', pipeline), request, body);

const close = () => asRunner('POST /v1/periods/province34/2024/close', {});

const reason = { text_vi: 'Đơn vị khai nhầm số liệu', kind: 'input', found_by: 'công dân' } as const;

/** Reopened for it, the unit sends another figure; what counts when the period is closed again is another selection. */
async function correct(awareness: string): Promise<void> {
  const terms = { unit_id: corrected, until: '2099-12-31', reason_vi: reason.text_vi };
  await asRunner('POST /v1/periods/province34/2024/reopen', terms);
  await receive([await workbookOf(corrected, { awareness })], pipeline);
  await close();
}

/** Once there is a release, a run says what it corrects. */
async function rerun(): Promise<Run> {
  const { run_id } = await asRunner<Run>('POST /v1/runs', { group: 'province34', period: '2024', reason });
  await pipeline.settled();
  return asRunner<Run>(`GET /v1/runs/${run_id}`);
}

const publishAs = async (name: string, { run_id }: Pick<Run, 'run_id'>): Promise<PublishedRelease> =>
  callApi(pipeline.url, await publisher(name, pipeline), 'POST /v1/releases', { run_id });

/** Ready before another run took its number. */
let slow: Run;

// The tests tell one story: what an earlier one has released, a later one corrects.
describe('a release', () => {
  let ready: Run;
  let first: Files;

  it('is not made by the person who ran it, nor by an officer', async () => {
    ready = await run(pipeline);
    expect(ready).toMatchObject({ status: 'ready', release: 'dti/province34/2024/r1', failure: null });
    await expect(publishAs('ministry-runner', ready)).rejects.toMatchObject({
      status: 403,
      problem: { type: 'urn:dti:problem:second-person' },
    });
    await expect(publishAs('ministry-releaser', ready)).rejects.toMatchObject({
      status: 409,
      problem: { type: 'urn:dti:problem:period-open' },
    });
    await close();
    const officer = await officerOf(corrected, pipeline);
    await expect(callApi(pipeline.url, officer, 'POST /v1/releases', { run_id: ready.run_id })).rejects.toMatchObject({
      status: 403,
    });
    expect((await get(pipeline, endpoint)).status).toBe(404);
  });

  it('is neither made nor read by a publisher of another owner of groups', async () => {
    const foreign = await pipeline.issueToken({ sub: 'publisher', role: 'publisher', owner: 'other' });
    const refused = { status: 403, problem: { type: 'urn:dti:problem:foreign-group' } };
    const { run_id } = ready;
    await expect(callApi(pipeline.url, foreign, 'POST /v1/releases', { run_id })).rejects.toMatchObject(refused);
    await expect(callApi(pipeline.url, foreign, `GET /v1/runs/${run_id}`)).rejects.toMatchObject(refused);
  });

  it('lets the ministry read its report before it is out, and nobody else', async () => {
    const path = `/v1/runs/${ready.run_id}/ranking.xlsx`;
    const token = await publisher('ministry-releaser', pipeline);
    const link = await get(pipeline, path, { authorization: `Bearer ${token}` });
    expect([link.status, (await get(pipeline, path)).status]).toEqual([303, 401]);
    const preview = await fetch(link.headers.get('location')!);
    const report = await bytesOf(preview);
    first = (await runAndRelease(pipeline)).files;
    expect(report.equals(first.get('ranking.xlsx')!)).toBe(true);
  });

  it('ranks who has submitted and lists who has not, never as zero', () => {
    const { units, ranked_count } = JSON.parse(scoreboardOf(first).toString('utf8'));
    const missing = units.filter((unit: { state: string }) => unit.state === 'not_submitted');
    expect([ranked_count, missing.length, missing[0].rank, missing[0].scores]).toEqual([3, 31, null, {}]);
  });

  it('is the same when published again, and when run again on the same inputs', async () => {
    const again = await publishAs('ministry-third', ready);
    const { run: rerun, release: rereleased, files } = await runAndRelease(pipeline);
    // Who asked is all that differs.
    expect(again).toEqual({ ...rereleased, decided_by_caller: false });
    expect(rereleased).toMatchObject({ number: 1, not_counted: [] });
    expect(rerun).toMatchObject({ run_id: ready.run_id, status: 'released', attempt: 1 });
    expect(files).toEqual(first);
  });

  it('is followed by r2 when a figure is corrected, one however many click at once, and stays as it was', async () => {
    await correct('0.5');
    slow = await rerun();
    await correct('0.6');
    const [one, other] = await Promise.all([rerun(), rerun()]);
    expect(one).toEqual(other);
    const released = await Promise.all([publishAs('ministry-releaser', one), publishAs('ministry-third', one)]);
    const told = released.map((release) => ({ ...release, decided_by_caller: null }));
    expect(told[0]).toEqual(told[1]);
    expect(released.filter(({ decided_by_caller }) => decided_by_caller)).toHaveLength(1);
    expect(released[0]).toMatchObject({ release: 'dti/province34/2024/r2', run_id: one.run_id });
    const files = await fetchRelease('dti/province34/2024/r2', pipeline);
    expect((await served()).equals(scoreboardOf(files))).toBe(true);
    expect((await served('?release=r1')).equals(scoreboardOf(first))).toBe(true);
    expect(scoreboardOf(files).equals(scoreboardOf(first))).toBe(false);
    expect(await fetchRelease('dti/province34/2024/r1', pipeline)).toEqual(first);
  });

  it('is said to be superseded on its own page once r2 is out, and r2 is not', async () => {
    const pageOf = async (number: string) => (await get(pipeline, `/releases/dti/province34/2024/${number}/`)).text();
    expect(await pageOf('r1')).toContain('Đợt này đã được thay bằng đợt r2.');
    expect(await pageOf('r2')).not.toContain('thay bằng');
    for (const number of ['r1', 'r2']) expect(await pageOf(number)).toContain('Lý do: Đơn vị khai nhầm số liệu.');
  });

  it('keeps the number it was previewed under: who comes second is told to run again, and gets the next', async () => {
    expect([slow.status, slow.release]).toEqual(['ready', 'dti/province34/2024/r2']);
    await expect(publishAs('ministry-releaser', slow)).rejects.toMatchObject({
      status: 409,
      problem: { type: 'urn:dti:problem:number-taken' },
    });
    await correct('0.5');
    const again = await rerun();
    expect(again).toMatchObject({ status: 'ready', release: 'dti/province34/2024/r3' });
    expect(again.corrects).toMatchObject({ release: 'dti/province34/2024/r2', reason });
  });
});

describe('a publication that is cut off', () => {
  /** Refuses what matches, as a line that went dead; all else goes through. */
  function cutting<Door extends { client: { send: unknown } }>(
    door: Door,
    refuses: (command: object) => boolean,
  ): Door {
    const send = (command: object) =>
      refuses(command)
        ? Promise.reject(new Error('the line went dead'))
        : (door.client.send as (command: object) => unknown).call(door.client, command);
    // Still the SDK's own client, which its paginators ask for.
    return { ...door, client: Object.assign(Object.create(door.client), { send }) };
  }

  const puts = (path: string) => (command: object) =>
    command instanceof PutObjectCommand && command.input.Key?.endsWith(path) === true;
  const moves = (prefix: string) => (command: object) =>
    command instanceof UpdateCommand && String(command.input.Key?.pk).startsWith(prefix);

  it('is never current half-done, and is completed by the same call again', async () => {
    const before = await served();
    const ready = await rerun();
    const { LAKE_BUCKET, PUBLIC_BUCKET, SCORE_TABLE, LEDGER_TABLE } = localNames;
    const deps = {
      ...connectBuckets({ lake: LAKE_BUCKET, publicBucket: PUBLIC_BUCKET }),
      table: connectScoreTable(SCORE_TABLE),
      ledger: connectLedger(LEDGER_TABLE),
      now: () => new Date('2090-01-01T00:00:00Z'),
      codeVersion: 'cut',
      origin: pipeline.url,
      signer: connectSigner(await makeReleaseKey(state.path)),
    };
    const caller = callerWith({ subject: 'ministry-releaser' });
    const publish = (changes: Partial<PublishReleaseDeps>) =>
      publishRelease({ run_id: ready.run_id }, caller, { ...deps, ...changes });

    await expect(publish({ publicBucket: cutting(deps.publicBucket, puts('.csv')) })).rejects.toThrow('dead');
    expect((await get(pipeline, `${endpoint}?release=r3`)).status).toBe(404);
    await expect(publish({ table: cutting(deps.table, moves('CURRENT#')) })).rejects.toThrow('dead');
    expect((await served()).equals(before)).toBe(true);
    const page = await (await get(pipeline, '/')).text();
    await expect(publish({ publicBucket: cutting(deps.publicBucket, puts('index.html')) })).rejects.toThrow('dead');

    const completed = await release(ready, pipeline);
    expect(completed).toMatchObject({ release: 'dti/province34/2024/r3', released_at: '2090-01-01T00:00:00.000Z' });
    const files = await fetchRelease(completed.release, pipeline);
    // Six outputs, a profile of each unit, nine files of open data and the manifest, three inputs, the correction with four
    // of the release corrected, release.json and provenance.json, two signatures and their key.
    expect(files.size).toBe(29 + 34);
    expect(JSON.parse(scoreboardOf(files).toString('utf8')).release).toBe(completed.release);
    expect((await served()).equals(scoreboardOf(files))).toBe(true);
    expect(await (await get(pipeline, '/')).text()).not.toBe(page);
  });
});

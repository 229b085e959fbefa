import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlersFrom } from '../../infra/local/functions.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { functions } from '../../infra/topology.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { framework, threeUnits, workbookOf, workbooksOf } from '../support/round-workbooks.ts';
import { boot, group, makeStateDirectory, receive, runAndRelease } from '../support/running-pipeline.ts';
import {
  askUpload,
  certifierOf,
  officerOf,
  postFile,
  publisher,
  type SignedForm,
  sha256,
  uploadRequest,
} from '../support/uploads.ts';
import { idleGrantsOf, refusedOf, watchRights } from '../support/watch-rights.ts';

const { loadHandler, asked } = watchRights(handlersFrom(fileURLToPath(new URL('../..', import.meta.url))));
const names = [
  ...['request-upload', 'ingest-submission', 'check-submission', 'submit-values'],
  ...['fetch-submission', 'read-framework'],
  ...['read-submissions', 'certify-submission', 'issue-template', 'annotate-submission'],
  ...['read-draft', 'save-draft', 'send-draft', 'assign-rows'],
];
const intake = functions.filter(({ name }) => names.includes(name));
const [hanoi, hue] = threeUnits;

/** Links are followed with the right of the function that signed them; a figure that went unlooked is told by its name. */
const askedByOthers = [
  'issue-template: LAKE_BUCKET read templates/*',
  'annotate-submission: LAKE_BUCKET read answers/*',
  'certify-submission: LAKE_BUCKET read frameworks/*',
];

let state: Awaited<ReturnType<typeof makeStateDirectory>>;

/** Every door of the intake, in a year that has one before it. */
async function knockAll(pipeline: Pipeline): Promise<void> {
  const [officer, ministry] = [await officerOf(hanoi, pipeline), await publisher('ministry-runner', pipeline)];
  const call = (token: string, route: string, body?: unknown) =>
    callApi<{ receipt?: number }>(pipeline.url, token, route as 'POST /', body);
  await call(ministry, 'POST /v1/periods', { group, period: '2025', framework: frameworkDocument(framework) });
  const door = `/v1/submissions/${group}/2025/${hanoi}`;
  const rows = framework.indicators.map(({ indicator }) => ({ indicator, value: '0.5' }));
  await call(officer, `POST ${door}`, rows);
  await call(officer, `POST ${door}?partial=true`, rows.slice(0, 1));
  await call(officer, `POST ${door}?dry_run=true`, rows);
  await call(officer, `POST ${door}/receipts/1/check`);
  const head = await certifierOf(hanoi, pipeline);
  await call(head, `POST ${door}/receipts/1/certify`);
  await call(head, `POST ${door}/receipts/2/return`, { text_vi: 'Đề nghị xem lại số liệu' });
  for (const path of ['', '/receipts/1', '/receipts/1/grid']) await call(officer, `GET ${door}${path}`);
  await call(ministry, `GET /v1/submissions/${group}/2025`);
  await draftAll(pipeline, await officerOf(hue, pipeline));
  await call(officer, `GET /v1/me/frameworks/${framework.sha256}`);
  // Of another year, so refused, and answered in the form of this one.
  const file = await workbookOf(hanoi);
  const request = { ...uploadRequest(hanoi, file), period: '2025' };
  const signed = await callApi<SignedForm>(pipeline.url, officer, 'POST /v1/uploads', request);
  expect((await postFile(signed, file.bytes)).ok).toBe(true);
  await call(officer, `POST ${door}/${sha256(file.bytes)}/check`);
  await followAll(pipeline, officer, [`${door}/${sha256(file.bytes)}/answer.xlsx`]);
  await followAll(pipeline, officer, [`/v1/templates/${group}/2025/${hanoi}`, `${door}/receipts/1/document`]);
  await followAll(pipeline, officer, [`${door}/receipts/1/file`]);
}

/** A form filled on the server, divided, and sent as one. */
async function draftAll(pipeline: Pipeline, officer: string): Promise<void> {
  const call = <Answer>(route: string, body?: unknown) =>
    callApi<Answer>(pipeline.url, officer, route as 'POST /', body);
  const [drafts, assignments] = ['drafts', 'assignments'].map((door) => `/v1/${door}/${group}/2025/${hue}`);
  const to = { department: 'so-tc', department_name_vi: 'Sở Tài chính' };
  await call(`POST ${assignments}`, { rows: [{ indicator: framework.indicators[0]!.indicator }], to });
  const typed = { input: 'value', version: 0, value: '0,75', evidence: null, note: null };
  await call(`POST ${drafts}/rows`, { rows: framework.indicators.map(({ indicator }) => ({ indicator, ...typed })) });
  await call(`GET ${drafts}/check`);
  const { version } = await call<{ version: string }>(`GET ${drafts}`);
  expect(await call(`POST ${drafts}/send`, { version })).toMatchObject({ accepted: true });
  await call(`GET ${assignments}`);
}

/** A form of the first year: sent by the unit, and handed in by the ministry. */
async function sendForms(pipeline: Pipeline): Promise<void> {
  const [officer, ministry] = [await officerOf(hanoi, pipeline), await publisher('ministry-registry', pipeline)];
  const file = await workbookOf(hanoi, { awareness: '0.75' });
  expect((await postFile(await askUpload(hanoi, file, pipeline), file.bytes)).ok).toBe(true);
  const door = `/v1/submissions/${group}/2024/${hanoi}`;
  await callApi(pipeline.url, officer, `POST ${door}/${sha256(file.bytes)}/check` as 'POST /');
  await followAll(pipeline, officer, [`${door}/${sha256(file.bytes)}/answer.xlsx`]);
  const other = await workbookOf(hanoi, { awareness: '0.25' });
  const request = uploadRequest('unidentified', other);
  const signed = await callApi<SignedForm>(pipeline.url, ministry, 'POST /v1/uploads', request);
  expect((await postFile(signed, other.bytes)).ok).toBe(true);
  await pipeline.settled();
}

async function followAll(pipeline: Pipeline, token: string, paths: string[]): Promise<void> {
  for (const path of paths) {
    const answer = await fetch(new URL(path, pipeline.url), { headers: { authorization: `Bearer ${token}` } });
    expect([path, answer.status]).toEqual([path, 200]);
  }
}

beforeAll(async () => {
  state = await makeStateDirectory();
  const pipeline = await boot(state.path, { loadHandler });
  await receive(await workbooksOf(threeUnits), pipeline);
  await sendForms(pipeline);
  await runAndRelease(pipeline);
  await knockAll(pipeline);
  await pipeline.close();
});
afterAll(() => state.remove());

describe('the functions of the intake', () => {
  it('ask for nothing that their roles would refuse', () => {
    expect([...asked].flatMap(([name, all]) => refusedOf(name, all).map((one) => ({ name, ...one })))).toEqual([]);
    expect([...asked].filter(([, all]) => all.length > 0).map(([name]) => name)).toEqual(expect.arrayContaining(names));
  });

  it.each(intake)('$name is granted nothing that it does not ask for', ({ name }) => {
    const idle = idleGrantsOf(name, asked.get(name)!);
    expect(idle.filter((grant) => !askedByOthers.includes(`${name}: ${grant}`))).toEqual([]);
  });
});

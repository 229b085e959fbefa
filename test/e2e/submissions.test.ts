import { fileURLToPath } from 'node:url';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { UnitSubmissions } from '../../functions/read-submissions/read-submissions.ts';
import { type Handler, handlersFrom } from '../../infra/local/functions.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { uploadWorkbook, type WorkbookFile } from '../../infra/local/round/upload-workbook.ts';
import { functions } from '../../infra/topology.ts';
import type { ToldReceipt } from '../../shared/submission/tell-answer.ts';
import { workbookOf } from '../support/round-workbooks.ts';
import { boot, group, makeStateDirectory, period, receive } from '../support/running-pipeline.ts';
import { askUpload, forceFile, officerOf, postFile, publisher, sha256, uploadRequest } from '../support/uploads.ts';

// The fault of row 10 is meant.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const round = { group, period };
const units = ['P01-2025', 'P46-2025', 'P48-2025', 'P31-2025', 'P92-2025', 'P04-2025'] as const;
const [hanoi, hue, danang, haiphong, cantho, caobang] = units;

/** Deliveries to ingest-submission, so that one can be made again. */
const deliveries: SQSEvent[] = [];
let ingest: Handler;

const load = handlersFrom(fileURLToPath(new URL('../..', import.meta.url)));
const loadWatched = async (name: string): Promise<Handler> => {
  const handler = await load(name);
  if (name !== 'ingest-submission') return handler;
  ingest = handler;
  return (event, context) => {
    deliveries.push(event as SQSEvent);
    return handler(event, context);
  };
};

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path, { loadHandler: loadWatched });
  await receive([], pipeline);
});

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

async function submissionsOf(unitId: string): Promise<ToldReceipt[]> {
  await pipeline.settled();
  const token = await officerOf(unitId, pipeline);
  const path = `GET /v1/submissions/${group}/${period}/${unitId}` as const;
  return (await callApi<UnitSubmissions>(pipeline.url, token, path)).submissions;
}

const currentOf = async (unitId: string) =>
  (await submissionsOf(unitId)).filter(({ current }) => current).map((submission) => submission.sha256);

async function send(file: WorkbookFile) {
  const upload = await uploadWorkbook(file, round, pipeline);
  await pipeline.settled();
  return upload;
}

describe('a file that comes more than once', () => {
  it('is one submission when sent twice, and the second time nothing need be sent', async () => {
    const file = await workbookOf(hanoi);
    await send(file);
    const again = await callApi(pipeline.url, await officerOf(hanoi, pipeline), 'POST /v1/uploads', {
      ...uploadRequest(hanoi, file),
    });
    expect(again).toEqual({ status: 'received' });
    expect(await submissionsOf(hanoi)).toMatchObject([{ sha256: sha256(file.bytes), status: 'accepted' }]);
  });

  it('is a receipt each time it was asked for, of which the newest counts, when two clicks send it at once', async () => {
    const file = await workbookOf(hue);
    await Promise.all([1, 2, 3].map(() => uploadWorkbook(file, round, pipeline)));
    const all = await submissionsOf(hue);
    expect(new Set(all.map((one) => one.sha256))).toEqual(new Set([sha256(file.bytes)]));
    expect(all.every(({ status }) => status === 'accepted')).toBe(true);
    const newest = Math.max(...all.map(({ upload_number }) => upload_number));
    expect(all.filter(({ current }) => current).map(({ upload_number }) => upload_number)).toEqual([newest]);
    expect(await send(file)).toMatchObject({ refused: null });
    expect(await submissionsOf(hue)).toEqual(all);
  });

  it('is one receipt when its form is posted twice, with the time of the first', async () => {
    const file = await workbookOf(hue, { awareness: '0.5' });
    const form = await askUpload(hue, file, pipeline);
    for (const _ of [1, 2]) expect((await postFile(form, file.bytes)).ok).toBe(true);
    const all = await submissionsOf(hue);
    expect(all.filter((one) => one.sha256 === sha256(file.bytes))).toHaveLength(1);
  });
});

describe('two files of one unit', () => {
  const makeTwo = async (unitId: string) =>
    [await workbookOf(unitId), await workbookOf(unitId, { awareness: '0.5' })] as const;

  it('count by the order in which they were asked for, however late the older one arrives', async () => {
    const [older, newer] = await makeTwo(danang);
    const [olderForm, newerForm] = [await askUpload(danang, older, pipeline), await askUpload(danang, newer, pipeline)];
    expect((await postFile(newerForm, newer.bytes)).ok).toBe(true);
    expect(await currentOf(danang)).toEqual([sha256(newer.bytes)]);
    expect((await postFile(olderForm, older.bytes)).ok).toBe(true);
    expect(await currentOf(danang)).toEqual([sha256(newer.bytes)]);
    expect(await submissionsOf(danang)).toHaveLength(2);
  });

  it('count so, too, when the first is sent again while the second is still on its way', async () => {
    const [first, second] = await makeTwo(cantho);
    await send(first);
    const secondForm = await askUpload(cantho, second, pipeline);
    await send(first);
    expect((await postFile(secondForm, second.bytes)).ok).toBe(true);
    expect(await currentOf(cantho)).toEqual([sha256(first.bytes)]);
  });

  it('the last sent is current, also when it is the first one again; an event repeated late changes nothing', async () => {
    const [first, second] = await makeTwo(haiphong);
    await send(first);
    const firstEvent = deliveries.at(-1)!;
    await send(second);
    expect(await currentOf(haiphong)).toEqual([sha256(second.bytes)]);
    await ingest(firstEvent, {} as never);
    expect(await currentOf(haiphong)).toEqual([sha256(second.bytes)]);
    await send(first);
    expect(await currentOf(haiphong)).toEqual([sha256(first.bytes)]);
    expect((await submissionsOf(haiphong)).map((one) => one.sha256)).toEqual(
      [first, second, first].map(({ bytes }) => sha256(bytes)),
    );
  });
});

describe('the signed form', () => {
  it('takes neither other bytes nor another key than were asked for', async () => {
    const file = await workbookOf(hanoi, { awareness: '0.1' });
    const signed = await askUpload(hanoi, file, pipeline);
    const foreignKey = signed.fields.key!.replace(hanoi, hue);
    expect((await postFile(signed, new Uint8Array([1, 2, 3]))).status).toBe(400);
    expect((await postFile(signed, file.bytes, { key: foreignKey })).status).toBe(403);
    expect((await postFile(signed, file.bytes, { 'x-amz-meta-upload-number': '999999' })).status).toBe(403);
    await pipeline.settled();
    expect((await submissionsOf(hanoi)).map((one) => one.sha256)).not.toContain(sha256(file.bytes));
    expect((await postFile(signed, file.bytes)).ok).toBe(true);
  });
});

describe('row 10: other bytes under a signed key, in a store that does not verify them', () => {
  it('are refused by the check; their event waits in the dead-letter queue, and nothing stands in the ledger', async () => {
    const [signed, other] = [await workbookOf(caobang), await workbookOf(caobang, { awareness: '0.1' })];
    await forceFile(await askUpload(caobang, signed, pipeline), other.bytes, pipeline);
    const path = `POST /v1/submissions/${group}/${period}/${caobang}/${sha256(signed.bytes)}/check` as 'POST /';
    await expect(callApi(pipeline.url, await officerOf(caobang, pipeline), path)).rejects.toMatchObject({
      status: 409,
      problem: { type: 'urn:dti:problem:bytes-differ' },
    });
    await vi.waitFor(async () => expect(await pipeline.redrive('submission-uploads')).toBe(1), { timeout: 60_000 });
    expect(await submissionsOf(caobang)).toEqual([]);
  });
});

describe('who may do what', () => {
  const bodies: Record<string, unknown> = {
    '/v1/periods': { group, period, framework: '{}' },
    '/v1/periods/{group}/{period}/reopen': { unit_id: hue, until: '2099-12-31', reason_vi: 'Lũ lụt' },
    '/v1/periods/{group}/{period}/deadline': { deadline: '2099-12-31', reason_vi: 'Lũ lụt' },
    '/v1/runs': { group, period },
    '/v1/releases': { run_id: '0'.repeat(32) },
  };
  const signedIn = functions
    .flatMap(({ trigger }) => (trigger.kind === 'http' ? trigger.routes : []))
    .filter(({ roles }) => !roles.includes('public'))
    .map(({ method, path }) => ({ method, path, route: `${method} ${path}` }));

  function call({ method, path }: { method: string; path: string }, token?: string): Promise<Response> {
    const filled = path
      .replace('{group}', group)
      .replace('{period}', period)
      .replace('{unit_id}', hue)
      .replace('{receipt}', '1')
      .replace('{run_id}', '0'.repeat(32));
    return fetch(new URL(filled, pipeline.url), {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(method === 'POST' ? { body: JSON.stringify(bodies[path] ?? {}) } : {}),
    });
  }

  it.each(signedIn)('$route asks for a token', async (route) => {
    expect((await call(route)).status).toBe(401);
    expect((await call(route, 'not.a.token')).status).toBe(401);
  });

  it('an officer cannot send in, or read, what is another unit’s', async () => {
    const file = await workbookOf(hue);
    const token = await officerOf(hanoi, pipeline);
    const foreign = { status: 403, problem: { type: 'urn:dti:problem:foreign-unit' } };
    const request = uploadRequest(hue, file);
    await expect(callApi(pipeline.url, token, 'POST /v1/uploads', request)).rejects.toMatchObject(foreign);
    const path = `GET /v1/submissions/${group}/${period}/${hue}` as const;
    await expect(callApi(pipeline.url, token, path)).rejects.toMatchObject(foreign);
  });

  it('nobody sends in a form under a unit that the group does not have', async () => {
    const token = await publisher('ministry-registry', pipeline);
    const request = { ...uploadRequest('P02', await workbookOf(hue)) };
    await expect(callApi(pipeline.url, token, 'POST /v1/uploads', request)).rejects.toMatchObject({
      status: 404,
      problem: { type: 'urn:dti:problem:unit-unknown' },
    });
  });

  it('nobody asks the score store for a group that does not exist, whose name may be too long for a key', async () => {
    const token = await publisher('ministry-registry', pipeline);
    const request = { ...uploadRequest('unidentified', await workbookOf(hue)), group: 'x'.repeat(3000) };
    await expect(callApi(pipeline.url, token, 'POST /v1/uploads', request)).rejects.toMatchObject({
      status: 404,
      problem: { type: 'urn:dti:problem:group-unknown' },
    });
  });
});

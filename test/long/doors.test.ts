import { fileURLToPath } from 'node:url';
import type { SQSEvent } from 'aws-lambda';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitSubmissions } from '../../functions/read-submissions/read-submissions.ts';
import type { ValuesAnswer } from '../../functions/submit-values/submit-values.ts';
import { type Handler, handlersFrom } from '../../infra/local/functions.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';

import { releaseLabelVi } from '../../shared/release/release-name.ts';

import type { Finding } from '../../shared/submission/submission.ts';
import type { CheckedReceipt, ToldReceipt } from '../../shared/submission/tell-answer.ts';
import { editWorkbook } from '../support/forms.ts';
import { framework, workbookOf } from '../support/round-workbooks.ts';
import { boot, bytesOf, group, makeStateDirectory, period, runAndRelease } from '../support/running-pipeline.ts';
import { askUpload, certifierOf, officerOf, postFile, publisher, sha256 } from '../support/uploads.ts';

const [hanoi, hue, danang, haiphong, cantho] = ['P01-2025', 'P46-2025', 'P48-2025', 'P31-2025', 'P92-2025'] as const;
const codes = framework.indicators.map(({ indicator }) => indicator);

/** Events of uploads are held back, so that what is seen comes from the doors; a test lets one through when it wants. */
const held: SQSEvent[] = [];
let ingest: Handler;

const load = handlersFrom(fileURLToPath(new URL('../..', import.meta.url)));
const holdEvents = async (name: string): Promise<Handler> => {
  const handler = await load(name);
  if (name !== 'ingest-submission') return handler;
  ingest = handler;
  return (event) => {
    held.push(event as SQSEvent);
    return { batchItemFailures: [] };
  };
};

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path, { loadHandler: holdEvents });
  await open(period);
});

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

async function open(opened: string): Promise<void> {
  const body = { group, period: opened, framework: frameworkDocument(framework) };
  await callApi(pipeline.url, await publisher('ministry-runner', pipeline), 'POST /v1/periods', body);
}

const doorOf = (unitId: string, of = period) => `/v1/submissions/${group}/${of}/${unitId}`;
const templateOf = (unitId: string, of = period) => `/v1/templates/${group}/${of}/${unitId}`;

async function request(
  caller: string,
  method: 'GET' | 'POST',
  path: string,
  sent: { type?: string; body?: string | Uint8Array; headers?: Record<string, string> } = {},
): Promise<Response> {
  const headers = {
    authorization: `Bearer ${await officerOf(caller, pipeline)}`,
    ...(sent.type ? { 'content-type': sent.type } : {}),
    ...sent.headers,
  };
  const body = sent.body as Uint8Array<ArrayBuffer> | string | undefined;
  return fetch(new URL(path, pipeline.url), { method, headers, redirect: 'manual', ...(body ? { body } : {}) });
}

const refusal = async (answer: Response) => [answer.status, ((await answer.json()) as { type: string }).type];

/** Follows the signed link as a browser does, without the token. */
async function download(unitId: string, path: string): Promise<{ bytes: Uint8Array; disposition: string }> {
  const answer = await request(unitId, 'GET', path);
  expect(answer.status).toBe(303);
  const file = await fetch(answer.headers.get('location')!);
  expect(file.status).toBe(200);
  return { bytes: await bytesOf(file), disposition: file.headers.get('content-disposition')! };
}

async function upload(unitId: string, bytes: Uint8Array): Promise<string> {
  const signed = await askUpload(unitId, { name: `${unitId}.xlsx`, bytes }, pipeline);
  expect((await postFile(signed, bytes)).ok).toBe(true);
  return sha256(bytes);
}

const check = async (unitId: string, hash: string): Promise<CheckedReceipt> =>
  callApi(pipeline.url, await officerOf(unitId, pipeline), `POST ${doorOf(unitId)}/${hash}/check` as 'POST /');

async function submissionsOf(unitId: string): Promise<ToldReceipt[]> {
  const path = `GET ${doorOf(unitId)}` as 'GET /';
  const token = await officerOf(unitId, pipeline);
  return (await callApi<UnitSubmissions>(pipeline.url, token, path)).submissions;
}

const currentOf = async (unitId: string) =>
  (await submissionsOf(unitId)).filter(({ current }) => current).map((submission) => submission.sha256);

/** The data sheet as an officer sees it: cells by indicator and column code. */
function cellsOf(book: ExcelJS.Workbook) {
  const sheet = book.worksheets.find((candidate) => candidate.getCell('A7').value === 'position')!;
  const columns = new Map<unknown, number>();
  sheet.getRow(7).eachCell((cell, column) => columns.set(cell.value, column));
  return (indicator: string, code: string): ExcelJS.Cell => {
    const row = sheet.getColumn(columns.get('key')!).values.indexOf(`${indicator}/value`);
    return sheet.getCell(row, columns.get(code)!);
  };
}

async function fill(bytes: Uint8Array, values: Record<string, ExcelJS.CellValue>): Promise<Uint8Array> {
  return editWorkbook(bytes, (book) => {
    const cell = cellsOf(book);
    for (const [indicator, value] of Object.entries(values)) cell(indicator, 'value').value = value;
  });
}

/** The text of a cell; of a mark like `[1]` the source that it points at, below the table. */
function written(cell: ExcelJS.Cell): ExcelJS.CellValue {
  const mark = /^\[\d+\]$/.exec(cell.text)?.[0];
  if (mark === undefined) return cell.value;
  const lines = cell.worksheet.getColumn(1).values.map((value) => `${value}`);
  return lines.find((line) => line?.startsWith(`${mark} `))!.slice(mark.length + 1, -1);
}

/** What the form says in a column, by indicator. */
async function column(bytes: Uint8Array, code: string): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  await editWorkbook(bytes, (book) => {
    const cell = cellsOf(book);
    for (const indicator of codes) seen[indicator] = written(cell(indicator, code));
  });
  return seen;
}

const rulesOf = (findings: Finding[]) => findings.map(({ rule, severity, value }) => ({ rule, severity, value }));
const half = Object.fromEntries(codes.map((code) => [code, 0.5]));

describe('the form by the API', () => {
  it('goes out, comes back wrong, is answered in its own form, is corrected, and is not asked for twice', async () => {
    const template = await download(hanoi, templateOf(hanoi));
    expect(template.disposition).toBe(`attachment; filename*=UTF-8''bieu-mau-${hanoi}-${period}.xlsx`);
    expect(await column(template.bytes, 'value')).toEqual(Object.fromEntries(codes.map((code) => [code, null])));

    const wrong = await upload(hanoi, await fill(template.bytes, { ...half, security: 5, workforce: 'nhiều' }));
    const rejected = await check(hanoi, wrong);
    expect(rejected).toMatchObject({
      accepted: false,
      unit_id: hanoi,
      sha256: wrong,
      format: 'xlsx',
      observations: [],
    });
    expect(rejected.findings.map(({ rule, cell }) => `${rule}@${cell}`)).toEqual([
      'NOT_NUMBER@I11',
      'OUT_OF_RANGE@I12',
    ]);

    const answer = await download(hanoi, `${doorOf(hanoi)}/${wrong}/answer.xlsx`);
    expect(answer.disposition).toContain(`ket-qua-${hanoi}-${period}-lan-1.xlsx`);
    expect(await column(answer.bytes, 'value')).toEqual({ ...half, security: 5, workforce: 'nhiều' });
    expect((await column(answer.bytes, 'finding')).security).toMatch(/^Lỗi, ô I12: /);

    const corrected = await upload(hanoi, await fill(answer.bytes, { security: 0.25, workforce: 0.75 }));
    expect(await check(hanoi, corrected)).toMatchObject({ accepted: true, findings: [] });
    const next = await download(hanoi, templateOf(hanoi));
    expect(await column(next.bytes, 'value')).toEqual({ ...half, security: 0.25, workforce: 0.75 });
    const sources = Object.values(await column(next.bytes, 'last_source'));
    expect(new Set(sources)).toEqual(
      new Set([expect.stringMatching(/^Biểu mẫu đã tiếp nhận ngày \d\d\/\d\d\/\d{4}$/)]),
    );
  });

  it('is not issued for a period that nobody has opened', async () => {
    const closed = await request(hanoi, 'GET', templateOf(hanoi, '2030'));
    expect(await refusal(closed)).toEqual([409, 'urn:dti:problem:period-unopened']);
  });
});

describe('the synchronous check', () => {
  it('says so when the file is not there yet, and that it has no answer to hand out', async () => {
    const { bytes } = await workbookOf(hue);
    const early = await request(hue, 'POST', `${doorOf(hue)}/${sha256(bytes)}/check`);
    expect(await refusal(early)).toEqual([404, 'urn:dti:problem:file-unknown']);
    const answer = await request(hue, 'GET', `${doorOf(hue)}/${sha256(bytes)}/answer.xlsx`);
    expect(await refusal(answer)).toEqual([404, 'urn:dti:problem:file-unknown']);
    expect((await request(hue, 'POST', `${doorOf(hue)}/..%2Fx/check`)).status).toBe(404);
    const long = await request(hue, 'GET', `${doorOf(hue)}/${'a'.repeat(3000)}/answer.xlsx`);
    expect(await refusal(long)).toEqual([400, 'urn:dti:problem:path-invalid']);
  });

  it('gives one answer when it is asked twice at once while the event comes in, and again afterwards', async () => {
    const { bytes } = await workbookOf(hue, { awareness: '2' });
    const hash = await upload(hue, bytes);
    await pipeline.settled();
    const event = held.at(-1)!;
    const [first, second] = await Promise.all([check(hue, hash), check(hue, hash), ingest(event, {} as never)]);
    expect(first).toMatchObject({ accepted: false, findings: [{ rule: 'OUT_OF_RANGE', cell: 'I8' }] });
    expect(second).toEqual(first);
    const before = await submissionsOf(hue);
    expect(before).toMatchObject([{ sha256: hash, status: 'rejected', received_at: first.received_at }]);
    await ingest(event, {} as never);
    expect(await check(hue, hash)).toEqual(first);
    expect(await submissionsOf(hue)).toEqual(before);
  });

  it('leaves the order of uploads alone: an older file checked later does not become current', async () => {
    const older = await upload(danang, (await workbookOf(danang)).bytes);
    const newer = await upload(danang, (await workbookOf(danang, { awareness: '0.5' })).bytes);
    expect(await check(danang, newer)).toMatchObject({ accepted: true });
    expect(await currentOf(danang)).toEqual([newer]);
    expect(await check(danang, older)).toMatchObject({ accepted: true });
    expect(await currentOf(danang)).toEqual([newer]);
    // Newest receipt first, whatever its upload number.
    expect((await submissionsOf(danang)).map((one) => one.sha256)).toEqual([older, newer]);
  });
});

describe('a receipt', () => {
  it('is read, printed, answered in its own form and checked again by its number', async () => {
    const [newest] = await submissionsOf(hue);
    const door = `${doorOf(hue)}/receipts/${newest!.receipt}`;
    const read = (await (await request(hue, 'GET', door)).json()) as CheckedReceipt;
    expect(read).toMatchObject({ ...newest!, accepted: false, observations: [] });
    const document = await request(hue, 'GET', `${door}/document`);
    expect(document.headers.get('content-type')).toContain('text/html');
    expect(await document.text()).toContain(newest!.sha256);
    const answer = await download(hue, `${door}/answer.xlsx`);
    expect((await column(answer.bytes, 'finding')).awareness).toMatch(/^Lỗi, ô I8: /);
    const again = await request(hue, 'POST', `${door}/check`);
    expect(await again.json()).toMatchObject({ receipt: newest!.receipt, again: { accepted: false } });
    for (const other of ['0', '99', 'x', '1.0']) {
      const unknown = await request(hue, 'GET', `${doorOf(hue)}/receipts/${other}`);
      expect(await refusal(unknown)).toEqual([404, 'urn:dti:problem:file-unknown']);
    }
  });

  it('is certified by the unit’s certifier, and by nobody else', async () => {
    const [current] = (await submissionsOf(danang)).filter((one) => one.current);
    const path = `POST ${doorOf(danang)}/receipts/${current!.receipt}/certify` as 'POST /';
    const certified = await callApi<CheckedReceipt>(pipeline.url, await certifierOf(danang, pipeline), path);
    expect(certified).toMatchObject({ current: true, certified_at: expect.stringMatching(/Z$/) });
    await expect(callApi(pipeline.url, await officerOf(danang, pipeline), path)).rejects.toMatchObject({ status: 403 });
    await expect(callApi(pipeline.url, await certifierOf(hue, pipeline), path)).rejects.toMatchObject({ status: 403 });
  });
});

describe('figures by JSON and CSV', () => {
  const jsonOf = (values: Record<string, string>) =>
    JSON.stringify(Object.entries(values).map(([indicator, value]) => ({ indicator, value })));
  const csvOf = (values: Record<string, string>) =>
    ['indicator,value', ...Object.entries(values).map((line) => line.join(',')), ''].join('\r\n');
  const good = Object.fromEntries(codes.map((code) => [code, '0.5']));
  const bad = { ...good, security: '5', workforce: 'many' };

  interface How {
    of?: string;
    query?: string;
    headers?: Record<string, string>;
  }

  const submit = async (unitId: string, type: string, body: string, how: How = {}): Promise<ValuesAnswer> => {
    const { of, query = '', headers = {} } = how;
    const answer = await request(unitId, 'POST', `${doorOf(unitId, of)}${query}`, { type, body, headers });
    expect(answer.status).toBe(200);
    return (await answer.json()) as ValuesAnswer;
  };

  it('get the findings of the form, with row and field in place of the cell', async () => {
    const { bytes } = await workbookOf(haiphong);
    const form = await fill(bytes, { ...half, security: 5, workforce: 'many' });
    const byForm = await check(haiphong, await upload(haiphong, form));
    const byJson = await submit(haiphong, 'application/json', jsonOf(bad));
    const byCsv = await submit(haiphong, 'text/csv; charset=utf-8', csvOf(bad));
    expect(rulesOf(byJson.findings)).toEqual(rulesOf(byForm.findings));
    expect(rulesOf(byCsv.findings)).toEqual(rulesOf(byForm.findings));
    const places = ({ findings }: ValuesAnswer) => findings.map(({ row, field, cell }) => [row, field, cell]);
    expect(places(byJson)).toEqual([4, 5].map((row) => [row, 'value', null]));
    expect(places(byCsv)).toEqual([5, 6].map((line) => [line, 'value', null]));
    expect(byJson).toMatchObject({ accepted: false, unit_id: haiphong, sha256: sha256(Buffer.from(jsonOf(bad))) });
  });

  it('are accepted by either door, the last one is current, and events told again change nothing', async () => {
    const byJson = await submit(haiphong, 'application/json', jsonOf(good));
    expect(byJson).toMatchObject({ accepted: true, findings: [] });
    const byCsv = await submit(haiphong, 'text/csv', csvOf(good));
    expect(await currentOf(haiphong)).toEqual([byCsv.sha256]);
    const before = await submissionsOf(haiphong);
    await pipeline.settled();
    for (const event of held) await ingest(event, {} as never);
    expect(await submissionsOf(haiphong)).toEqual(before);
    const template = await download(haiphong, templateOf(haiphong));
    expect((await column(template.bytes, 'last_source')).security).toMatch(/^Số liệu đã tiếp nhận ngày /);
    const answer = await request(haiphong, 'GET', `${doorOf(haiphong)}/${byCsv.sha256}/answer.xlsx`);
    expect(await refusal(answer)).toEqual([409, 'urn:dti:problem:not-a-workbook']);
  });

  it('keep the answers of bytes apart that came by two doors, whichever is checked last', async () => {
    const body = 'indicator,value\r\n';
    const asJson = await submit(cantho, 'application/json', body);
    const asCsv = await submit(cantho, 'text/csv', body);
    expect(asJson.findings.map(({ rule }) => rule)).toEqual(['TABLE_NOT_READ']);
    expect(new Set(asCsv.findings.map(({ rule }) => rule))).toEqual(new Set(['RECORD_MISSING']));
    await pipeline.settled();
    const late = held.find((event) => event.Records[0]!.body.includes(`${asJson.sha256}.json`))!;
    await ingest(late, {} as never);
    const [newest, first] = await submissionsOf(cantho);
    expect(newest).toMatchObject({ receipt: asCsv.receipt, findings: asCsv.findings });
    expect(first).toMatchObject({ receipt: asJson.receipt, findings: asJson.findings });
  });

  it('are one submission when a system sends them three times at once under one key', async () => {
    const body = csvOf({ ...good, awareness: '0.75' });
    const headers = { 'idempotency-key': 'da-nang/2024/1' };
    const answers = await Promise.all([1, 2, 3].map(() => submit(danang, 'text/csv', body, { headers })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await currentOf(danang)).toEqual([answers[0]!.sha256]);
    expect((await submissionsOf(danang)).filter(({ format }) => format === 'csv')).toHaveLength(1);
    const other = { type: 'text/csv', body: csvOf(good), headers };
    expect(await refusal(await request(danang, 'POST', doorOf(danang), other))).toEqual([
      422,
      'urn:dti:problem:idempotency-key-reused',
    ]);
  });

  it('may be a part, and may be tried without being kept; a slip in a parameter is refused', async () => {
    const before = await submissionsOf(danang);
    const part = csvOf({ awareness: '0.25' });
    const tried = await submit(danang, 'text/csv', part, { query: '?partial=true&dry_run=true' });
    expect(tried).toMatchObject({ accepted: true, receipt: null });
    expect(await submissionsOf(danang)).toEqual(before);
    const sent = await submit(danang, 'text/csv', part, { query: '?partial=true' });
    expect(sent).toEqual({ ...tried, receipt: before.length + 1 });
    for (const query of ['?dryrun=true', '?dry_run=yes', '?partial=', '?x']) {
      const slip = await request(danang, 'POST', `${doorOf(danang)}${query}`, { type: 'text/csv', body: part });
      expect(slip.status).toBe(400);
    }
    for (const query of ['?before=0', '?before=1.5', '?after=1']) {
      expect((await request(danang, 'GET', `${doorOf(danang)}${query}`)).status).toBe(400);
    }
    expect(await submissionsOf(danang)).toHaveLength(before.length + 1);
  });

  it('are refused as anything else, and above 1 MB', async () => {
    const send = async (type: string, body: string | Uint8Array) =>
      refusal(await request(haiphong, 'POST', doorOf(haiphong), { type, body }));
    const form = (await workbookOf(haiphong)).bytes;
    expect(await send('application/vnd.ms-excel', form)).toEqual([415, 'urn:dti:problem:content-type']);
    expect(await send('text/csv', `indicator,value\n${'#'.repeat(1024 * 1024)}`)).toEqual([
      413,
      'urn:dti:problem:file-too-big',
    ]);
    const closed = await request(haiphong, 'POST', doorOf(haiphong, '2030'), { type: 'text/csv', body: csvOf(good) });
    expect(await refusal(closed)).toEqual([409, 'urn:dti:problem:period-unopened']);
  });

  it('are compared with the last release of the same framework, which also fills the next form', async () => {
    const { release } = await runAndRelease(pipeline);
    await open('2025');
    const source = `Đợt công bố ${releaseLabelVi(release.release)}`;
    const template = await download(hanoi, templateOf(hanoi, '2025'));
    expect(await column(template.bytes, 'value')).toMatchObject({ awareness: 0.5, security: 0.25, workforce: 0.75 });
    expect(new Set(Object.values(await column(template.bytes, 'last_source')))).toEqual(new Set([source]));

    const { accepted, findings } = await submit(hanoi, 'application/json', jsonOf(good), { of: '2025' });
    expect(accepted).toBe(true);
    const row = codes.indexOf('security') + 1;
    expect(findings).toMatchObject([{ rule: 'JUMP_AGAINST_RELEASE', severity: 'warning', row, field: 'value' }]);
    expect(findings[0]!.message_vi).toContain(releaseLabelVi(release.release));

    // Cần Thơ had nothing accepted, so it has no past to be compared with.
    expect((await submit(cantho, 'application/json', jsonOf(good), { of: '2025' })).findings).toEqual([]);
    const empty = await download(cantho, templateOf(cantho));
    expect(new Set(Object.values(await column(empty.bytes, 'value')))).toEqual(new Set([null]));
  });
});

describe('another unit', () => {
  it('is shut out of every door', async () => {
    const hash = sha256((await workbookOf(hue)).bytes);
    const foreign = [
      request(hanoi, 'GET', templateOf(hue)),
      request(hanoi, 'POST', doorOf(hue), { type: 'text/csv', body: 'indicator,value\n' }),
      request(hanoi, 'POST', `${doorOf(hue)}/${hash}/check`),
      request(hanoi, 'GET', `${doorOf(hue)}/${hash}/answer.xlsx`),
      request(hanoi, 'POST', `${doorOf('unidentified')}/${hash}/check`),
      request(hanoi, 'GET', doorOf(hue)),
      request(hanoi, 'GET', `${doorOf(hue)}/receipts/1`),
      request(hanoi, 'GET', `${doorOf(hue)}/receipts/1/document`),
      request(hanoi, 'GET', `${doorOf(hue)}/receipts/1/answer.xlsx`),
      request(hanoi, 'POST', `${doorOf(hue)}/receipts/1/check`),
    ];
    for (const answer of await Promise.all(foreign)) {
      expect(await refusal(answer)).toEqual([403, 'urn:dti:problem:foreign-unit']);
    }
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worksheet } from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppraisalAnswer } from '../../functions/record-appraisal/record-appraisal.ts';
import { localNames } from '../../infra/local/names.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { appraisalFileKey } from '../../shared/lake/keys.ts';
import { connectBuckets, getObject } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { readScores, readSelection } from '../../shared/release/run-files.ts';
import type { Run } from '../../shared/release/runs.ts';
import { readDecisions } from '../../shared/submission/appraisal/decisions-document.ts';
import { editWorkbook } from '../support/forms.ts';
import {
  boot,
  bytesOf,
  get,
  group,
  makeStateDirectory,
  period,
  run,
  runAndRelease,
} from '../support/running-pipeline.ts';
import { appraiser, officerOf, publisher, sha256 } from '../support/uploads.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const path = `/v1/appraisals/${group}/${period}`;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const lists = {
  'framework.json': JSON.stringify({
    framework_id: 'dti-appraised',
    version: '1',
    index: 'dti',
    title_vi: 'Bộ chỉ số có thẩm định',
    title_en: 'Framework with appraisal',
    legal_reference: { title_vi: 'Quyết định thử nghiệm', number: '1/QĐ', issued: '2024', url: 'https://example.vn' },
    illustrative: false,
    note_vi: '',
    groups: [group],
    decimals: 4,
    points_decimals: 4,
    rounding: 'half-up',
    ties: 'shared-minimum',
    successor_rule: 'mean-of-predecessors',
    total_published: true,
    total: { name_vi: 'DTI', name_en: 'DTI', points: '54.5', assessed_points: '54.5' },
    main_indices: [
      {
        main_index: 'institutions',
        name_vi: 'Thể chế số',
        name_en: 'Institutions',
        points: '20.5',
        assessed_points: '20.5',
      },
      { main_index: 'services', name_vi: 'Dịch vụ số', name_en: 'Services', points: '34', assessed_points: '34' },
    ],
    pillars: [],
  }),
  'indicators.csv': [
    'indicator,main_index,name_vi,name_en,unit_of_measure_vi,rule,max_points,assessed,evidence_required,inputs',
    'plan,institutions,Có kế hoạch,Has a plan,Có/Không,yes_no,20.5,true,false,',
    'online,services,Dịch vụ công trực tuyến,Online services,dịch vụ,ratio,34,true,false,numerator 2 0..; denominator 2 0..',
  ].join('\n'),
};

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
let framework: Framework;

beforeAll(async () => {
  state = await makeStateDirectory();
  framework = await makeFramework(join(state.path, 'framework'));
  pipeline = await boot(join(state.path, 'pipeline'));
  await callApi(pipeline.url, await publisher('ministry-runner', pipeline), 'POST /v1/periods', {
    ...{ group, period, framework: frameworkDocument(framework) },
  });
  await submit(hanoi, { plan: '1', numerator: '7.5', denominator: '9' });
  await submit(hue, { plan: '0', numerator: '9', denominator: '9' });
});

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

async function makeFramework(folder: string): Promise<Framework> {
  await mkdir(folder);
  for (const [name, text] of Object.entries(lists)) await writeFile(join(folder, name), text);
  return loadFramework(folder);
}

async function submit(unitId: string, { plan, numerator, denominator }: Record<string, string>): Promise<void> {
  const values = [
    { indicator: 'plan', input: 'answer', value: plan },
    { indicator: 'online', input: 'numerator', value: numerator },
    { indicator: 'online', input: 'denominator', value: denominator },
  ];
  const token = await officerOf(unitId, pipeline);
  const checked = await callApi(pipeline.url, token, `POST /v1/submissions/${group}/${period}/${unitId}`, values);
  expect(checked).toMatchObject({ accepted: true });
}

async function issue(query = ''): Promise<Uint8Array> {
  const authorization = `Bearer ${await appraiser('ministry-appraiser', pipeline)}`;
  const link = await get(pipeline, `${path}${query}`, { authorization });
  expect(link.status).toBe(303);
  return bytesOf(await fetch(link.headers.get('location')!));
}

async function send(bytes: Uint8Array, { by = 'ministry-appraiser', type = xlsx } = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${await appraiser(by, pipeline)}`, 'content-type': type };
  return fetch(new URL(path, pipeline.url), { method: 'POST', headers, body: bytes as Uint8Array<ArrayBuffer> });
}

const record = async (bytes: Uint8Array, by?: string): Promise<AppraisalAnswer> =>
  (await send(bytes, { ...(by && { by }) })).json() as Promise<AppraisalAnswer>;

/** Types points and reason into the rows of `unit indicator`. */
const decide = (bytes: Uint8Array, rows: Record<string, [points: number | string | null, reason: string | null]>) =>
  editWorkbook(bytes, (book) => {
    const sheet = book.getWorksheet('Thẩm định') as Worksheet;
    sheet.eachRow((row) => {
      const decision = rows[`${row.getCell(1).value} ${row.getCell(3).value}`];
      if (!decision) return;
      row.getCell(9).value = decision[0];
      row.getCell(10).value = decision[1];
    });
  });

const lake = () => connectBuckets({ lake: localNames.LAKE_BUCKET, raw: localNames.RAW_BUCKET });

async function pointsOf({ run_id }: Run): Promise<string[]> {
  const { indicator_points } = await readScores(lake().lake, run_id);
  return indicator_points.map(
    (row) => `${row.unit_id} ${row.indicator}: ${row.self_points} ${row.appraised_points} ${row.points}`,
  );
}

/** Every decision on Hà Nội and Huế, by unit and in order, as the ledger and the documents that it names have them. */
async function records() {
  const units = await Promise.all([hanoi, hue].map(recordsOf));
  return units.flat();
}

async function recordsOf(unit_id: string) {
  const of = { group, period, unit_id };
  const { decisions } = await readUnit(connectLedger(localNames.LEDGER_TABLE), of);
  const recorded = decisions.map(async ({ decisions_sha256, ...entry }) => {
    const document = await readDecisions(lake().lake, of, decisions_sha256);
    return document.decisions.map((decision) => ({ ...entry, ...decision, unit_id }));
  });
  return (await Promise.all(recorded)).flat();
}

async function call(method: string, target: string, token: string, body?: object) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(new URL(target, pipeline.url), { method, headers, ...sent });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

// One story: what an earlier test recorded, a later one replaces.
describe('appraisal', () => {
  let before: Run;
  let filled: Uint8Array;

  it('is not there in a run before anyone has appraised, whose selection says nothing of it', async () => {
    before = await run(pipeline);
    expect(before.status).toBe('ready');
    expect(await pointsOf(before)).toEqual([
      `${hanoi} plan: 20.5000 null 20.5000`,
      `${hanoi} online: 28.3333 null 28.3333`,
      `${hue} plan: 0.0000 null 0.0000`,
      `${hue} online: 34.0000 null 34.0000`,
    ]);
    expect(await readSelection(lake().lake, before.run_id)).not.toHaveProperty('appraisals');
  });

  it('names the wrong rows and takes none of the others', async () => {
    const wrong = await decide(await issue(), {
      [`${hanoi} plan`]: [10.25, null],
      [`${hanoi} online`]: [34.1, 'Thêm hồ sơ'],
      [`${hue} plan`]: [5, 'Đã ban hành'],
    });
    const answer = await record(wrong);
    expect(answer).toMatchObject({ accepted: false, recorded: 0, sha256: sha256(wrong) });
    expect(answer.findings.map(({ rule, sheet, cell }) => `${rule} ${sheet}!${cell}`)).toEqual([
      'REASON_MISSING Thẩm định!J8',
      'OUT_OF_RANGE Thẩm định!I9',
    ]);
    expect(await records()).toEqual([]);
    expect((await run(pipeline)).run_id).toBe(before.run_id);
  });

  it('lowers one score and raises another; claim and decision are both kept, and the next run follows', async () => {
    filled = await decide(await issue(), {
      [`${hanoi} plan`]: [10.25, 'Ban hành chậm sáu tháng'],
      [`${hue} plan`]: ['5,5', 'Đã ban hành, chưa kê khai'],
    });
    expect(await record(filled)).toEqual({
      accepted: true,
      sha256: sha256(filled),
      findings: [],
      more_findings: null,
      recorded: 2,
    });
    expect(await pointsOf(await run(pipeline))).toEqual([
      `${hanoi} plan: 20.5000 10.2500 10.2500`,
      `${hanoi} online: 28.3333 null 28.3333`,
      `${hue} plan: 0.0000 5.5000 5.5000`,
      `${hue} online: 34.0000 null 34.0000`,
    ]);
  });

  it('is kept with person, time, reason, the cell and file it came from, and the claim it was made against', async () => {
    const [first] = await records();
    expect(first).toMatchObject({
      ...{ unit_id: hanoi, indicator: 'plan', points: '10.25', reason: 'Ban hành chậm sáu tháng', self_points: '20.5' },
      ...{ role: 'appraiser', appraisal_sha256: sha256(filled), sheet: 'Thẩm định', cell: 'I8' },
    });
    expect(first!.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(first!.subject).not.toContain('appraiser');
    const kept = await getObject(lake().raw, appraisalFileKey({ group, period, sha256: sha256(filled) }));
    expect(Buffer.from(kept!.bytes).equals(filled)).toBe(true);
  });

  it('is the same when the same bytes come twice, whoever sends them, and in the workbook issued next', async () => {
    const known = await records();
    const latest = await run(pipeline);
    expect(await record(filled, 'ministry-other')).toMatchObject({ accepted: true, findings: [], recorded: 0 });
    expect(await record(await issue(), 'ministry-other')).toMatchObject({ accepted: true, findings: [], recorded: 0 });
    expect(await records()).toEqual(known);
    expect((await run(pipeline)).run_id).toBe(latest.run_id);
  });

  it('keeps what it replaces: a second decision is another version, and a run made of the first stays as it was', async () => {
    const first = await run(pipeline);
    const again = await decide(await issue(`?unit_id=${hue}`), { [`${hue} plan`]: [6, 'Xem lại hồ sơ'] });
    expect(await record(again, 'ministry-other')).toMatchObject({ accepted: true, recorded: 1 });
    const second = await run(pipeline);
    expect((await pointsOf(second))[2]).toBe(`${hue} plan: 0.0000 6.0000 6.0000`);
    expect((await pointsOf(first))[2]).toBe(`${hue} plan: 0.0000 5.5000 5.5000`);
    expect((await records()).map(({ unit_id, points }) => [unit_id, points])).toEqual([
      [hanoi, '10.25'],
      [hue, '5.5'],
      [hue, '6'],
    ]);
  });

  it('no longer holds when the unit corrects its figures, until it is made again', async () => {
    await submit(hanoi, { plan: '1', numerator: '8.1', denominator: '9' });
    const corrected = await run(pipeline);
    expect((await pointsOf(corrected)).slice(0, 3)).toEqual([
      `${hanoi} plan: 20.5000 null 20.5000`,
      `${hanoi} online: 30.6000 null 30.6000`,
      `${hue} plan: 0.0000 6.0000 6.0000`,
    ]);
    const stale = await record(await decide(filled, { [`${hanoi} online`]: [1, 'Sai số liệu'] }));
    expect(stale.findings.map(({ rule, cell }) => `${rule} ${cell}`)).toContain('SUBMISSION_CHANGED I9');
    expect(stale.accepted).toBe(false);
    const anew = await decide(await issue(), { [`${hanoi} plan`]: [10.25, 'Ban hành chậm sáu tháng'] });
    expect(await record(anew)).toMatchObject({ accepted: true, recorded: 1 });
    await editWorkbook(await issue(), (book) => {
      expect(book.getWorksheet('Thẩm định')!.getCell('I8').value).toBe(10.25);
    });
  });

  it('is read by the unit, which answers once, and by the appraiser beside the row', async () => {
    const token = await officerOf(hanoi, pipeline);
    const { body } = await call('GET', `${path}/${hanoi}`, token);
    expect(body).toMatchObject({
      open: true,
      indicators: [
        { indicator: 'plan', self_points: '20.5', appraised_points: '10.25', difference: '-10.25', may_answer: true },
        { indicator: 'online', appraised_points: null, may_answer: false },
      ],
    });
    const feedback = `${path}/${hanoi}/feedback`;
    const said = { indicator: 'plan', text_vi: 'Ban hành đúng hạn', evidence_vi: 'QĐ 9' };
    expect(await call('POST', feedback, token, said)).toMatchObject({ status: 200, body: said });
    expect(await call('POST', feedback, token, said)).toMatchObject({
      status: 409,
      body: { type: 'urn:dti:problem:feedback-given' },
    });
    expect((await call('POST', feedback, token, { ...said, points: 20 })).status).toBe(400);
    expect((await call('GET', `${path}/${hue}`, token)).status).toBe(403);
    await editWorkbook(await issue(), (book) => {
      expect(book.getWorksheet('Thẩm định')!.getCell('K8').value).toBe('Ban hành đúng hạn\nMinh chứng: QĐ 9');
    });
  });

  it('is nobody’s who sent the figures', async () => {
    const own = await decide(await issue(), { [`${hanoi} plan`]: [20, 'Của mình'] });
    const answer = await send(own, { by: `officer-${hanoi}` });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ type: 'urn:dti:problem:own-submission' });
  });

  it('is not handed in as anything but a workbook of at most 4 MB', async () => {
    expect((await send(Buffer.from('{}'), { type: 'application/json' })).status).toBe(415);
    expect((await send(Buffer.alloc(4 * 1024 * 1024 + 1))).status).toBe(413);
    const junk = await record(Buffer.alloc(4 * 1024 * 1024, 1));
    expect(junk).toMatchObject({ accepted: false, recorded: 0, findings: [{ rule: 'FILE_NOT_XLSX' }] });
  });

  it('is asked for only where there is something to appraise', async () => {
    const authorization = `Bearer ${await appraiser('ministry-appraiser', pipeline)}`;
    const statusOf = async (target: string) => (await get(pipeline, target, { authorization })).status;
    expect(await statusOf(`/v1/appraisals/${group}/2023`)).toBe(409);
    expect(await statusOf(`/v1/appraisals/nobody/${period}`)).toBe(404);
    expect(await statusOf(`${path}?unit_id=P48-2025`)).toBe(409);
  });

  it('ends with the closing of the period, and is in what is released after it', async () => {
    const runner = await publisher('ministry-runner', pipeline);
    expect((await call('POST', `/v1/periods/${group}/${period}/close`, runner, {})).status).toBe(200);
    const late = await send(await decide(await issue(), { [`${hanoi} plan`]: [1, 'Muộn'] }));
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ type: 'urn:dti:problem:period-closed' });
    const { files } = await runAndRelease(pipeline);
    const { units } = JSON.parse(Buffer.from(files.get('scoreboard.json')!).toString('utf8'));
    // 40.85 and 40 of 54.5.
    expect(
      units
        .slice(0, 2)
        .map((unit: { unit_id: string; scores: Record<string, { value: string }> }) => [
          unit.unit_id,
          unit.scores.dti!.value,
        ]),
    ).toEqual([
      [hanoi, '0.7495'],
      [hue, '0.7339'],
    ]);
    const kept = Buffer.from(files.get('inputs/appraisals.parquet')!).toString('latin1');
    // Inputs are public: neither who decided, nor when, nor what was said to the unit.
    expect(kept).not.toMatch(/appraised_(by|at)|ministry|Ban h/);
  });
});

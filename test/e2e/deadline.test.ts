import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import type { PeriodView } from '../../shared/ledger/describe-period.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import type { ToldReceipt } from '../../shared/submission/tell-answer.ts';
import { editWorkbook } from '../support/forms.ts';
import { framework } from '../support/round-workbooks.ts';
import { boot, bytesOf, group, makeStateDirectory, period } from '../support/running-pipeline.ts';
import { officerOf, publisher } from '../support/uploads.ts';

const hanoi = 'P01-2025';
const door = `${group}/${period}/${hanoi}`;

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
});

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

async function open(deadline: string): Promise<PeriodView> {
  const body = { group, period, framework: frameworkDocument(framework), deadline };
  return callApi(pipeline.url, await publisher('ministry-runner', pipeline), 'POST /v1/periods', body);
}

async function move(deadline: string): Promise<PeriodView> {
  const body = { deadline, reason_vi: 'Lũ lụt miền Trung' };
  const path = `POST /v1/periods/${group}/${period}/deadline` as const;
  return callApi(pipeline.url, await publisher('ministry-runner', pipeline), path, body);
}

interface Answer {
  accepted: boolean;
  findings: Finding[];
}

async function send(value: string): Promise<Answer> {
  const rows = framework.indicators.map(({ indicator }) => ({ indicator, value }));
  const path = `POST /v1/submissions/${door}` as 'POST /';
  return callApi(pipeline.url, await officerOf(hanoi, pipeline), path, rows);
}

/** What the first file is told of its time now. */
async function latenessOfFirst(): Promise<{ late: boolean; rules: string[] }> {
  const path = `GET /v1/submissions/${door}/receipts/1` as const;
  const told = await callApi<ToldReceipt>(pipeline.url, await officerOf(hanoi, pipeline), path);
  return { late: told.late, rules: told.findings.map(({ rule }) => rule) };
}

/** The lines above the table of the form that the unit is given now. */
async function formHead(): Promise<string> {
  const headers = { authorization: `Bearer ${await officerOf(hanoi, pipeline)}` };
  const answer = await fetch(new URL(`/v1/templates/${door}`, pipeline.url), { headers });
  const lines: string[] = [];
  await editWorkbook(await bytesOf(answer), (book) => {
    for (const sheet of book.worksheets) {
      for (const row of [1, 2, 3, 4]) lines.push(String(sheet.getCell(row, 1).value));
    }
  });
  return lines.join('\n');
}

describe('the deadline of a period', () => {
  it('stands on the form, is told to whoever comes after it, and refuses nobody', async () => {
    expect(await open('2025-01-31')).toMatchObject({ deadline_at: '2025-01-31T17:00:00.000Z' });
    expect(await formHead()).toContain('Hạn gửi: hết ngày 31/01/2025');
    const { accepted, findings } = await send('0.5');
    expect(accepted).toBe(true);
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning RECEIVED_LATE']);
  });

  it('is moved by a route of its own, with a reason; opening again with another day is refused and names it', async () => {
    await expect(open('2099-12-31')).rejects.toMatchObject({
      status: 409,
      problem: { type: 'urn:dti:problem:period-deadline', detail: expect.stringContaining(`${period}/deadline`) },
    });
    expect(await move('2099-12-31')).toMatchObject({ deadline: '2099-12-31', framework_sha256: framework.sha256 });
    expect(await formHead()).toContain('Hạn gửi: hết ngày 31/12/2099');
    expect((await send('0.75')).findings).toEqual([]);
  });

  it('row 6: moved after a late file, makes it in time in every list, whoever looks', async () => {
    expect(await latenessOfFirst()).toEqual({ late: false, rules: [] });
    await move('2099-11-30');
    expect(await latenessOfFirst()).toEqual({ late: false, rules: [] });
  });

  it('is a day; anything else is refused', async () => {
    await expect(open('31/01/2025')).rejects.toThrow(/422 Field "deadline"/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitSubmissions } from '../../functions/read-submissions/read-submissions.ts';
import type { ValuesAnswer } from '../../functions/submit-values/submit-values.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import type { PeriodView } from '../../shared/ledger/describe-period.ts';
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
  const path = `POST /v1/periods/${group}/${period}/deadline` as 'POST /';
  const body = { deadline, reason_vi: 'Theo đề nghị của các tỉnh' };
  return callApi(pipeline.url, await publisher('ministry-runner', pipeline), path, body);
}

async function list(): Promise<UnitSubmissions> {
  return callApi(pipeline.url, await officerOf(hanoi, pipeline), `GET /v1/submissions/${door}` as 'GET /');
}

async function send(value: string): Promise<ValuesAnswer> {
  const rows = framework.indicators.map(({ indicator }) => ({ indicator, value }));
  const path = `POST /v1/submissions/${door}` as 'POST /';
  return callApi(pipeline.url, await officerOf(hanoi, pipeline), path, rows);
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

  it('moves by its own route, with a reason, and what was late is late no more', async () => {
    expect((await list()).submissions.map(({ late }) => late)).toEqual([true]);
    expect(await move('2999-12-31')).toMatchObject({ deadline_at: '2999-12-31T17:00:00.000Z' });
    expect(await formHead()).toContain('Hạn gửi: hết ngày 31/12/2999');
    expect((await list()).submissions.map(({ late, findings }) => [late, findings])).toEqual([[false, []]]);
    expect((await send('0.75')).findings).toEqual([]);
  });

  it('stays when the period is opened again with another', async () => {
    await expect(open('2998-12-31')).rejects.toMatchObject({ status: 409 });
  });

  it('is a day; anything else is refused', async () => {
    await expect(open('31/01/2025')).rejects.toThrow(/422 Field "deadline"/);
  });
});

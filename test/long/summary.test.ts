import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Queue } from '../../functions/read-decisions/read-queue.ts';
import type { SubmissionSummary } from '../../functions/summarise-submission/summarise-submission.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { framework, threeUnits, workbooksOf } from '../support/round-workbooks.ts';
import { boot, group, makeStateDirectory, receive, runAndRelease } from '../support/running-pipeline.ts';
import { appraiser, certifierOf, officerOf, publisher } from '../support/uploads.ts';

const [, hue] = threeUnits;
const period = '2025';
const changed: Record<string, string> = { security: '0.5', awareness: '0.9' };

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;

/** 2024 is released; in 2025 Huế declares the same but for two figures, one of which has halved. */
beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
  await receive(await workbooksOf(threeUnits), pipeline);
  await runAndRelease(pipeline);
  const terms = { group, period, framework: frameworkDocument(framework) };
  await callApi(pipeline.url, await publisher('ministry-runner', pipeline), 'POST /v1/periods', terms);
  const officer = await officerOf(hue, pipeline);
  const path = `/v1/submissions/${group}/2024/${hue}` as const;
  const { observations } = await callApi<{ observations: { indicator: string; input: string; value: string }[] }>(
    pipeline.url,
    officer,
    `GET ${path}/receipts/1`,
  );
  const values = observations.map(({ indicator, input, value }) => ({
    ...{ indicator, input },
    value: changed[indicator] ?? value,
    ...(indicator === 'security' ? { note: 'Cách tính mới' } : {}),
  }));
  const sent = await callApi(pipeline.url, officer, `POST /v1/submissions/${group}/${period}/${hue}`, values);
  expect(sent).toMatchObject({ accepted: true });
});
afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

describe('what a receipt comes to, a year after a release', () => {
  it('is told against what was released: what moved most, the value before, the note beside a warning', async () => {
    const token = await certifierOf(hue, pipeline);
    const path = `/v1/submissions/${group}/${period}/${hue}/receipts/1/summary` as const;
    const { score, warnings, kept_from } = await callApi<SubmissionSummary>(pipeline.url, token, `GET ${path}`);
    expect(kept_from).toBeNull();
    expect(score).toMatchObject({ answered: 8, asked: 8, compared_with_vi: 'r1 năm 2024', more_movers: 0 });
    const { value_before } = score!;
    expect(value_before).toBe('0.7952');
    expect(Number(score!.measures[0]!.value)).toBeLessThan(Number(value_before));
    expect(score!.movers.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['security', '0.5'],
      ['awareness', '0.9'],
    ]);
    expect(warnings.find(({ rule }) => rule === 'JUMP_AGAINST_RELEASE')).toMatchObject({ note: 'Cách tính mới' });
  });
});

describe('the appraisal queue, a year after a release', () => {
  it('has value and points of the year before beside what is declared', async () => {
    const token = await appraiser('ministry-appraiser', pipeline);
    const path = `/v1/appraisals/${group}/${period}/queue?indicator=security` as const;
    const { rows } = await callApi<Queue>(pipeline.url, token, `GET ${path}`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ unit_id: hue, figures: [{ value: '0.5', before: '1' }], notes: ['Cách tính mới'] });
    expect(Number(rows[0]!.points_before)).toBe(Number(rows[0]!.max_points));
  });
});

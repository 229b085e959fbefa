import type { Page } from 'playwright-core';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { type DeclaredInput, quarter } from '../../sample-data/quarter.ts';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import type { ToldEvidence } from '../../shared/submission/evidence/file/tell-evidence.ts';
import { issueForm } from '../../shared/submission/form/issue-form.ts';
import type { Observation } from '../../shared/submission/submission.ts';
import { writeTemplate } from '../../shared/workbook/template/write-template.ts';
import { signingKey } from './forms.ts';
import { postFile, type SignedForm } from './uploads.ts';

/** Cao Bằng in the third quarter, with the one before it for evidence to be taken from. */
export const of = { group: 'province34', period: '2026-Q3', unit_id: 'P04-2025' };
export const earlier = '2026-Q2';
export const officer = { role: 'officer', unit: of.unit_id } as const;

const made = await quarter(of.group, of.period);
export const { framework } = made;
const own = made.files.findLast(({ unit, variant }) => unit.unit_id === of.unit_id && variant === 'right')!;

/** Opens both periods as the ministry does. */
export async function openPeriods(pipeline: Pipeline): Promise<void> {
  const token = await pipeline.issueToken({ sub: 'ministry', role: 'publisher' });
  for (const period of [earlier, of.period]) {
    const body = {
      group: of.group,
      period,
      framework: frameworkDocument(framework),
      deadline: '2099-12-31',
      receipts_per_day: 500,
    };
    await callApi(pipeline.url, token, 'POST /v1/periods', body);
  }
}

/** The unit's form, filled, with the values given in place of its own; a value that is null is left blank. */
export async function formWith(changes: Record<string, string | null> = {}): Promise<Buffer> {
  const values = own.values.flatMap((figure): DeclaredInput[] => {
    const change = changes[`${figure.indicator}/${figure.input ?? 'value'}`];
    return change === null ? [] : [{ ...figure, value: change ?? figure.value }];
  });
  const form = issueForm(
    { unit: own.unit, group: of.group, period: of.period, framework, values } as Parameters<typeof issueForm>[0],
    signingKey,
  );
  return Buffer.from(await writeTemplate(form));
}

/** Inputs that the unit has declared, by key. */
export const declared = own.values;

/** As an officer's own system would ask; not through the page. */
export async function askApi<Answer>(pipeline: Pipeline, route: string, body?: unknown): Promise<Answer> {
  const token = await pipeline.issueToken({ sub: 'officer.P04-2025', role: 'officer', unit: of.unit_id });
  return callApi<Answer>(pipeline.url, token, route as 'POST /', body);
}

export const submissionsOf = (pipeline: Pipeline) =>
  askApi<{ submissions: { receipt: number; status: string; sha256: string; format: string }[] }>(
    pipeline,
    `GET /v1/submissions/${of.group}/${of.period}/${of.unit_id}`,
  );

export const figuresOf = async (pipeline: Pipeline, receipt: number): Promise<Observation[]> => {
  const path = `/v1/submissions/${of.group}/${of.period}/${of.unit_id}/receipts/${receipt}`;
  return (await askApi<{ observations: Observation[] }>(pipeline, `GET ${path}`)).observations;
};

const evidencePath = (period: string) => `/v1/evidence/${of.group}/${period}/${of.unit_id}`;

export const evidenceOf = async (pipeline: Pipeline, period: string): Promise<ToldEvidence[]> =>
  (await askApi<{ files: ToldEvidence[] }>(pipeline, `GET ${evidencePath(period)}`)).files;

/** A file of another period, sent as the unit's own system would. */
export async function sendEvidenceFor(pipeline: Pipeline, period: string, bytes: Buffer, indicator: string) {
  const request = { sha256: sha256Of(bytes), size: bytes.length, file_name: 'Quyết định cũ.pdf', indicator };
  const form = await askApi<SignedForm>(pipeline, `POST ${evidencePath(period)}`, request);
  const posted = await postFile(form, bytes);
  if (!posted.ok) throw new Error(await posted.text());
  await pipeline.settled();
}

/** By the label of its button; within a part of the page where there are several. */
export const chooseFile = (
  page: Page,
  label: string | RegExp,
  name: string,
  bytes: Buffer,
  within: Pick<Page, 'getByLabel'> = page,
): Promise<void> =>
  within.getByLabel(label).setInputFiles({
    name,
    mimeType: name.endsWith('.pdf')
      ? 'application/pdf'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: bytes,
  });

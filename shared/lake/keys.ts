/** Keys in the three buckets. Raw and public objects are immutable; nothing in the pipeline may delete them. */

export interface SubmissionKey {
  group: string;
  period: string;
  unit_id: string;
  sha256: string;
}

/** How a submission came: the form, or its columns by API. */
export const rawFormats = ['xlsx', 'json', 'csv'] as const;
export type RawFormat = (typeof rawFormats)[number];

export interface RawKey extends SubmissionKey {
  format: RawFormat;
}

/** Raw bucket: the file as received, under its own hash. */
export const rawKey = (s: RawKey) => `submissions/${s.group}/${s.period}/${s.unit_id}/${s.sha256}.${s.format}`;

const rawKeyShape = new RegExp(
  `^submissions/([A-Za-z0-9-]+)/([0-9Q-]+)/([A-Za-z0-9-]+)/([0-9a-f]{64})\\.(${rawFormats.join('|')})$`,
);

/** Reverses {@link rawKey}; null for a key that is not a submission's. */
export function parseRawKey(key: string): RawKey | null {
  const match = rawKeyShape.exec(key);
  if (!match) return null;
  const [, group, period, unit_id, sha256] = match as unknown as [string, string, string, string, string];
  return { group, period, unit_id, sha256, format: match[5] as RawFormat };
}

/** What a file of evidence may be, by its bytes. */
const evidenceTypes = ['pdf', 'docx', 'xlsx', 'jpeg', 'png'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Raw bucket: a file of evidence as received, under its own hash; its name and what it proves stand beside the bytes. */
export const evidenceFileKey = (s: SubmissionKey) => `evidence/${s.group}/${s.period}/${s.unit_id}/${s.sha256}`;

const evidenceFileShape = /^evidence\/([A-Za-z0-9-]+)\/([0-9Q-]+)\/([A-Za-z0-9-]+)\/([0-9a-f]{64})$/;

/** Reverses {@link evidenceFileKey}; null for a key of anything else. */
export function parseEvidenceFileKey(key: string): SubmissionKey | null {
  const match = evidenceFileShape.exec(key);
  if (!match) return null;
  const [, group, period, unit_id, sha256] = match as unknown as [string, string, string, string, string];
  return { group, period, unit_id, sha256 };
}

interface UnitKey {
  group: string;
  period: string;
  unit_id: string;
}

/** Lake: what the ledger names of a unit, each document under the hash of its own text. */
const unitDocument = (folder: string) => (of: UnitKey, sha256: string) =>
  `submissions/${of.group}/${of.period}/${of.unit_id}/${folder}/${sha256}.json`;

/** The answer to one receipt. */
export const answerDocumentKey = unitDocument('answers');
/** What was read of one file, row by row, whether it was accepted or not. */
export const rowsKey = unitDocument('rows');
/** The figures that a receipt was accepted with: what a run scores. */
export const figuresKey = unitDocument('figures');
/** The decisions of one appraisal workbook on the unit. */
export const decisionsKey = unitDocument('decisions');
/** What the unit answered to an appraisal. */
export const feedbackKey = unitDocument('feedback');
/** Who filled which row of a draft that was sent. */
export const draftDocumentKey = unitDocument('drafts');
/** A question of the ministry to the unit. */
export const questionKey = unitDocument('questions');
/** What the unit answered to a question. */
export const replyKey = unitDocument('replies');
/** Why the unit's certifier sent a receipt back. */
export const returnKey = unitDocument('returns');
/** What the unit objected to the result it was shown. */
export const objectionKey = unitDocument('objections');
/** What the ministry answered to it. */
export const objectionAnswerKey = unitDocument('objection-answers');
/** What is known of one file of evidence. */
export const evidenceDocumentKey = unitDocument('evidence');

/** Lake: a form made for a unit, under the hash of its bytes. */
export const templateKey = (s: SubmissionKey) => `templates/${s.group}/${s.period}/${s.unit_id}/${s.sha256}.xlsx`;

/** Lake: the annotated answer to a workbook, by the unit's receipt. */
export const answerKey = (s: UnitKey & { receipt: number }) =>
  `answers/${s.group}/${s.period}/${s.unit_id}/${s.receipt}.xlsx`;

export interface AppraisalKey {
  group: string;
  period: string;
  sha256: string;
}

/** Raw bucket: an appraisal workbook as received, under its own hash. Lake: one as issued, under the hash of its bytes. */
export const appraisalFileKey = (a: AppraisalKey) => `appraisals/${a.group}/${a.period}/${a.sha256}.xlsx`;

/** Lake: a workbook as it was issued to somebody who signed in, under the hash of its bytes. */
export const issuedWorkbookKey = (sha256: string) => `issued/${sha256}.xlsx`;

/** Raw bucket: decisions that came as JSON, as received, under their own hash. */
export const appraisalJsonKey = (a: AppraisalKey) => `appraisals/${a.group}/${a.period}/${a.sha256}.json`;

/** Lake: a framework as one canonical document, under its hash. */
export const frameworkKey = (sha256: string) => `frameworks/${sha256}.json`;

/** Lake: a notice that waits to be sent, under the hash of what it tells whom. */
export const outboxKey = (sha256: string) => `outbox/${sha256}.json`;

/** Reverses {@link outboxKey}; null for a key of anything else. */
export const parseOutboxKey = (key: string): string | null => /^outbox\/([0-9a-f]{64})\.json$/.exec(key)?.[1] ?? null;

/** Lake: files of a run. */
export const runKey = (runId: string, name: string) => `runs/${runId}/${name}`;

/** Lake: a table's only file for a run, in the folder of the step that writes it. */
export const tableKey = (table: string, runId: string) =>
  `${table.startsWith('frozen_') ? 'frozen' : 'scored'}/${table}/run_id=${runId}/data.parquet`;

/** Lake: where a run's release lies ready before it is published. */
export const preparedKey = (runId: string, path: string) => runKey(runId, `release/${path}`);

/** Public bucket: `dti/province34/2024/r1` and a file in it. */
export const releaseKey = (release: string, path: string) => `releases/${release}/${path}`;

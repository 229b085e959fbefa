/** Keys in the three buckets. Raw and public objects are immutable; nothing in the pipeline may delete them. */

export interface SubmissionKey {
  group: string;
  period: string;
  unit_id: string;
  sha256: string;
}

/** Raw bucket: the workbook as received, under its own hash. */
export const rawKey = (s: SubmissionKey) => `submissions/${s.group}/${s.period}/${s.unit_id}/${s.sha256}.xlsx`;

/** Reverses {@link rawKey}; null for a key that is not a submission's. */
export function parseRawKey(key: string): SubmissionKey | null {
  const match = /^submissions\/([a-z0-9-]+)\/([0-9Q-]+)\/([A-Za-z0-9-]+)\/([0-9a-f]{64})\.xlsx$/.exec(key);
  if (!match) return null;
  const [, group, period, unit_id, sha256] = match as unknown as [string, string, string, string, string];
  return { group, period, unit_id, sha256 };
}

/** Lake: answer and typed observations of one submission. */
export const checkedKey = (s: SubmissionKey) => `submissions/${s.group}/${s.period}/${s.unit_id}/${s.sha256}.json`;

/** Lake: a framework as one canonical document, under its hash. */
export const frameworkKey = (sha256: string) => `frameworks/${sha256}.json`;

/** Lake: files of a run. */
export const runKey = (runId: string, name: string) => `runs/${runId}/${name}`;

/** Lake: a frozen table's only file for a run. */
export const frozenKey = (table: string, runId: string) => `frozen/${table}/run_id=${runId}/data.parquet`;

/** Lake: where a run's release lies ready before it is published. */
export const preparedKey = (runId: string, path: string) => runKey(runId, `release/${path}`);

/** Public bucket: `dti/province34/2024/r1` and a file in it. */
export const releaseKey = (release: string, path: string) => `releases/${release}/${path}`;

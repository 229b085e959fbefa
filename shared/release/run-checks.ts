import { runKey } from '../lake/keys.ts';
import { type Bucket, getObject, putObject } from '../lake/objects.ts';
import type { CheckRow } from '../scoring/compute-with-sql.ts';

/** What the checks of a run found, kept whether it went on or not. */
export interface RunChecks {
  /** Of the SQL’s own checks: failures first. */
  rows: CheckRow[];
  /** Where the second scorer came to something else. */
  differences: string[];
  /** How many of each were left out; absent: none. */
  left?: { rows: number; differences: number };
}

/** Kept of each: enough for whoever looks for the cause, whatever went wrong. */
const keptRows = 500;

const checksKey = (runId: string) => runKey(runId, 'checks.json');

export async function writeChecks(lake: Bucket, runId: string, { rows, differences }: RunChecks): Promise<void> {
  const ordered = [...rows].sort((a, b) => (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0));
  const left = { rows: Math.max(0, rows.length - keptRows), differences: Math.max(0, differences.length - keptRows) };
  const kept: RunChecks = {
    rows: ordered.slice(0, keptRows),
    differences: differences.slice(0, keptRows),
    ...(left.rows + left.differences > 0 ? { left } : {}),
  };
  await putObject(lake, checksKey(runId), JSON.stringify(kept), { contentType: 'application/json' });
}

/** Null: the run has not been checked yet. */
export async function readChecks(lake: Bucket, runId: string): Promise<RunChecks | null> {
  const stored = await getObject(lake, checksKey(runId));
  return stored && (JSON.parse(new TextDecoder().decode(stored.bytes)) as RunChecks);
}

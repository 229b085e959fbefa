import { runKey } from '../lake/keys.ts';
import { type Bucket, getObject, putObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import { contentTypeOf } from './content-types.ts';

/**
 * What of a run is sealed, said by the step that begins to write it. By list and not by what lies there: an earlier try,
 * by other code, may have left a file of another name.
 */
export interface ReportPlan {
  /** Paths of all files but the profiles, those of open data and the manifest. */
  made: string[];
  /** Units whose profiles are written, some to a part. */
  parts: string[][];
}

const planKey = (runId: string) => runKey(runId, 'reports.json');

export const keepReportPlan = (lake: Bucket, runId: string, plan: ReportPlan) =>
  putObject(lake, planKey(runId), JSON.stringify(plan), { contentType: contentTypeOf('json') });

/** Throws the fault `RUN_FILE_MISSING`. */
export async function readReportPlan(lake: Bucket, runId: string): Promise<ReportPlan> {
  const stored = await getObject(lake, planKey(runId));
  if (!stored) throw new Fault('RUN_FILE_MISSING', `${planKey(runId)} is not in the lake`);
  return JSON.parse(new TextDecoder().decode(stored.bytes)) as ReportPlan;
}

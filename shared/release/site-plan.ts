import { runKey } from '../lake/keys.ts';
import { type Bucket, getObject, putObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import { contentTypeOf } from './run-files.ts';

/** Which pages of a run are drawn, and in how many parts; each part is one pack in the lake. */
export interface SitePlan {
  extent: 'all' | 'rankings';
  parts: number;
  /** Of every page below the release's folder; absent: from before they were kept. */
  paths?: string[];
}

const planKey = (runId: string) => runKey(runId, 'site/plan.json');

/** Of part 0, 1, … of the run's pages. */
export const sitePartKey = (runId: string, part: number) => runKey(runId, `site/part-${part}.json.gz`);

/** That a part, or what comes after the last one, stands at its addresses with these marks filled in. */
export const sitePlacedKey = (runId: string, marksSha256: string, part: number) =>
  runKey(runId, `site/placed/${marksSha256}/${part}`);

/** That everything of the release stands, the last page of the site's root too. */
export const siteWholeKey = (runId: string) => runKey(runId, 'site/placed/whole');

export const keepSitePlan = (lake: Bucket, runId: string, plan: SitePlan) =>
  putObject(lake, planKey(runId), JSON.stringify(plan), { contentType: contentTypeOf('json') });

/** Throws the fault `RUN_FILE_MISSING`. */
export async function readSitePlan(lake: Bucket, runId: string): Promise<SitePlan> {
  const stored = await getObject(lake, planKey(runId));
  if (!stored) throw new Fault('RUN_FILE_MISSING', `${planKey(runId)} is not in the lake`);
  return JSON.parse(new TextDecoder().decode(stored.bytes)) as SitePlan;
}

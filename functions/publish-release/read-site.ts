import { type Bucket, getObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { readSitePlan, sitePartKey } from '../../shared/release/site-plan.ts';
import { type SitePack, unpackSite } from '../../shared/site/site-pack.ts';

/** Throws the fault `RUN_FILE_MISSING`. */
export async function readSitePart(lake: Bucket, runId: string, part: number): Promise<SitePack> {
  const key = sitePartKey(runId, part);
  const stored = await getObject(lake, key);
  if (!stored) throw new Fault('RUN_FILE_MISSING', `${key} is not in the lake`);
  return unpackSite(stored.bytes);
}

/** Of every page of a run, below its folder; a plan from before they were kept is looked up in what was drawn. */
export async function readPagePaths(lake: Bucket, runId: string): Promise<string[]> {
  const plan = await readSitePlan(lake, runId);
  if (plan.paths) return plan.paths;
  const paths = new Set<string>();
  for (let part = 0; part < plan.parts; part++)
    for (const { path } of (await readSitePart(lake, runId, part)).pages) paths.add(path);
  return [...paths];
}

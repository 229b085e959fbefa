import { type ReleaseSealed, sealRelease } from '../../functions/seal-release/seal-release.ts';
import { writeProfiles } from '../../functions/write-profiles/write-profiles.ts';
import { writeReports } from '../../functions/write-reports/write-reports.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';

/** The steps of a run from its scores to its manifest, as the state machine has them. */
export async function layReady(runId: string, deps: { lake: Bucket; ledger: Ledger }): Promise<ReleaseSealed> {
  const input = { run_id: runId, attempt: 1 };
  const { profiles } = await writeReports(input, deps);
  for (const part of profiles.parts) await writeProfiles({ run_id: runId, part }, deps);
  return sealRelease(input, { ...deps, extent: 'rankings' });
}

import { preparedKey, runKey } from '../../shared/lake/keys.ts';
import { type Bucket, headObject } from '../../shared/lake/objects.ts';
import type { Run } from '../../shared/release/runs.ts';

export interface RunStep {
  step: 'freeze' | 'compute' | 'check' | 'report';
  /** When its file was written; null: not yet, or not by this attempt. */
  done_at: string | null;
}

const filesOf = (runId: string): [RunStep['step'], string][] => [
  ['freeze', preparedKey(runId, 'inputs/population.json')],
  ['compute', runKey(runId, 'scores.json')],
  ['check', runKey(runId, 'checks.json')],
  ['report', preparedKey(runId, 'manifest.json')],
];

/** How far a run has come, from what its steps have written since this attempt began. */
export const readSteps = ({ run_id, started_at }: Run, lake: Bucket): Promise<RunStep[]> =>
  Promise.all(
    filesOf(run_id).map(async ([step, key]) => {
      const head = await headObject(lake, key);
      // S3 tells the second only.
      const isOwn = head !== null && head.storedAt >= `${started_at.slice(0, 19)}.000Z`;
      return { step, done_at: isOwn ? head.storedAt : null };
    }),
  );

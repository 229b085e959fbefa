import type { Bucket } from '../lake/objects.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Run, readRun } from '../release/runs.ts';
import { Problem } from './problem.ts';

/** The run of that id; 404 where there is none. */
export async function requireRun(runId: string, deps: { lake: Bucket; ledger: Ledger }): Promise<Run> {
  const run = await readRun(runId, deps);
  if (run) return run;
  throw new Problem(
    404,
    'run-unknown',
    `Không có lần tính điểm "${runId}"; đề nghị lấy mã ở danh sách các lần tính điểm của kỳ.`,
    `There is no run "${runId}".`,
  );
}

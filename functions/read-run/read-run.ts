import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import { requireRun } from '../../shared/http/require-run.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { preparedKey } from '../../shared/lake/keys.ts';
import { type Bucket, type Download, presignDownload } from '../../shared/lake/objects.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import type { Run } from '../../shared/release/runs.ts';

export interface ReadRunDeps {
  lake: Bucket;
  ledger: Ledger;
}

export async function readRun(runId: string, caller: Caller, deps: ReadRunDeps): Promise<Run> {
  requireRole(caller, 'publisher', 'operator');
  const run = await requireRun(runId, deps);
  requireOwner(caller, run.group);
  return run;
}

/** Where the ranked report of a run can be fetched for a short while, before and after its release. */
export async function linkRankingReport(runId: string, caller: Caller, deps: ReadRunDeps): Promise<Download> {
  const run = await readRun(runId, caller, deps);
  requirePrepared(run);
  const fileName = `ranking-${run.index}-${run.group}-${run.period}.xlsx`;
  return presignDownload(deps.lake, preparedKey(runId, 'ranking.xlsx'), fileName);
}

/** 409 for a run of which nothing lies ready, or lies there from an attempt that is not the last. */
export function requirePrepared(run: Run): void {
  if (run.status !== 'ready' && run.status !== 'released') {
    throw new Problem(
      409,
      'run-not-ready',
      'Lần tính điểm này chưa có báo cáo; đề nghị chờ chạy xong, hoặc chạy lại nếu bị lỗi.',
      `The run is ${run.status}.`,
    );
  }
}

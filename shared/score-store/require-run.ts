import { Fault } from '../observability/fault.ts';
import { type Run, readRun } from './runs.ts';
import type { ScoreTable } from './score-table.ts';

/** A step works on a run that exists; anything else is a fault of ours. */
export async function requireRun(table: ScoreTable, runId: string): Promise<Run> {
  const run = await readRun(table, runId);
  if (!run) throw new Fault('RUN_UNKNOWN', `there is no run ${runId}`);
  return run;
}

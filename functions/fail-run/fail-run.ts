import { moveRun } from '../../shared/score-store/runs.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

export interface FailRunInput {
  run_id: string;
  /** As Step Functions catches it; `Cause` is a JSON text with `errorMessage` when a Lambda threw. */
  failure?: { Error?: string; Cause?: string };
}

/** A run item holds at most 400 KB; a cause needs far less. */
const longestMessage = 4000;

/** Says on the run why it stopped. The last release stays current; the run may be started again. */
export async function failRun(input: FailRunInput, deps: { table: ScoreTable }): Promise<void> {
  const message = messageOf(input.failure?.Cause ?? '').slice(0, longestMessage);
  const code = /^([A-Z][A-Z0-9_]+): /.exec(message)?.[1] ?? input.failure?.Error ?? 'UNKNOWN';
  await moveRun(deps.table, input.run_id, 'failed', { code, message });
}

function messageOf(cause: string): string {
  try {
    const parsed = JSON.parse(cause) as { errorMessage?: string };
    return parsed.errorMessage ?? cause;
  } catch {
    return cause;
  }
}

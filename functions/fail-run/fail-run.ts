import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { StepInput } from '../../shared/observability/workflow-step.ts';
import { endRun } from '../../shared/release/end-run.ts';
import { readSelection } from '../../shared/release/run-files.ts';

export interface FailRunDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

/** An entry holds at most 400 KB; a cause needs far less. */
const longestMessage = 4000;

/**
 * Says in the ledger why an attempt stopped. The last release stays current; the run may be started again.
 * `failure` is as Step Functions catches it; its `Cause` is a JSON text with `errorMessage` when a Lambda threw.
 */
export async function failRun(input: StepInput, deps: FailRunDeps): Promise<void> {
  const message = messageOf(input.failure?.Cause ?? '').slice(0, longestMessage);
  const code = /^([A-Z][A-Z0-9_]+): /.exec(message)?.[1] ?? input.failure?.Error ?? 'UNKNOWN';
  const selection = await readSelection(deps.lake, input.run_id);
  await endRun(input, selection, { at: deps.now(), failure: { code, message } }, deps);
}

function messageOf(cause: string): string {
  try {
    const parsed = JSON.parse(cause) as { errorMessage?: string };
    return parsed.errorMessage ?? cause;
  } catch {
    return cause;
  }
}

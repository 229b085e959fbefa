import { type Files, readFrozenInputs } from '../../shared/release/frozen-inputs.ts';
import { type CollectDeps, collectReceipts } from '../../shared/release/provenance/collect-receipts.ts';
import type { Run } from '../../shared/release/runs.ts';

/** `provenance.json` of a run: of the chains as they stood when it was started, so the same bytes at every try. */
export async function provenanceJson(run: Run, files: Files, deps: CollectDeps): Promise<Uint8Array> {
  const file = await collectReceipts(run, await readFrozenInputs(files), deps);
  return new TextEncoder().encode(`${JSON.stringify(file)}\n`);
}

import { sha256Of } from '../../shared/digest/canonical-json.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { type EndingRun, endRun } from '../../shared/release/end-run.ts';
import { fileOf } from '../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../shared/release/manifest.ts';
import { readPreparedRelease, readSelection } from '../../shared/release/run-files.ts';

export interface OpenRunPreviewDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

/** Opens the preview: names in the period's chain what was laid ready, which nothing may change from then on. */
export async function openRunPreview(ending: EndingRun, deps: OpenRunPreviewDeps): Promise<void> {
  const selection = await readSelection(deps.lake, ending.run_id);
  const manifest = fileOf(await readPreparedRelease(deps.lake, ending.run_id), manifestPath);
  await endRun(ending, selection, { at: deps.now(), manifest_sha256: sha256Of(manifest) }, deps);
}

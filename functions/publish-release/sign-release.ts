import { type Files, fileOf } from '../../shared/release/frozen-inputs.ts';
import { keepSignatures, publishKey, type SigningDeps } from '../../shared/release/signatures.ts';
import { keyPath } from '../../shared/release/signed-paths.ts';
import type { Release } from '../../shared/score-store/releases.ts';

/** What lies beside a release so that anybody can tell who made it; its key goes where everybody looks for it. */
export async function signRelease(release: Release, files: Files, deps: SigningDeps): Promise<Files> {
  const { run_id: runId, signing_key: key } = release;
  const signatures = await keepSignatures({ runId, folder: 'signatures', key }, files, deps);
  if (key) await publishKey(fileOf(signatures, keyPath), key.sha256, deps.publicBucket);
  return signatures;
}

import type { Announcement } from '../../shared/ledger/fold-period.ts';
import { type Files, fileOf } from '../../shared/release/frozen-inputs.ts';
import { keepSignatures, publishKey, type SigningDeps } from '../../shared/release/signatures.ts';
import { keyPath, releaseFilePath } from '../../shared/release/signed-paths.ts';
import type { Release } from '../../shared/score-store/releases.ts';

interface ToSign {
  files: Files;
  /** `release.json` */
  facts: Uint8Array;
  announced: Announcement | null;
}

/** What lies beside a release so that anybody can tell who made it; of an announced one it was made when it was announced. */
export function signRelease(release: Release, { files, facts, announced }: ToSign, deps: SigningDeps): Promise<Files> {
  const { run_id: runId, signing_key: key } = release;
  const folder = announced ? announcedFolder(announced) : 'signatures';
  return keepSignatures({ runId, folder, key }, new Map(files).set(releaseFilePath, facts), deps);
}

export const announcedFolder = ({ number }: Pick<Announcement, 'number'>): string => `announced/${number}`;

/** Its key goes where everybody looks for it. */
export async function publishOwnKey(release: Release, signatures: Files, { publicBucket }: SigningDeps): Promise<void> {
  const { signing_key: key } = release;
  if (key) await publishKey(fileOf(signatures, keyPath), key.sha256, publicBucket);
}

import { fingerprintInBrowser, isSignedInBrowser } from '../../signing/verify-in-browser.ts';
import type { Files } from '../input-files.ts';
import { manifestPath } from '../manifest.ts';
import { provenancePath } from '../provenance/provenance-file.ts';
import { keyPath, releaseFilePath, signaturePath, signedPaths } from '../signed-paths.ts';

/** Who vouches for a release, as far as a page of the same publisher can tell. */
export type SignatureVerdict =
  | { is: 'unsigned' }
  /** `kind_vi`: what a test key calls itself; null: it is a real one. */
  | { is: 'right'; sha256: string; kind_vi: string | null }
  /** The first file that is not as it was signed, or whose signature is not. */
  | { is: 'wrong'; path: string };

interface Facts {
  manifest_sha256?: string;
  provenance_sha256?: string;
  signing_key?: { sha256?: string; kind_vi?: string };
}

type Hash = (bytes: Uint8Array) => Promise<string>;

/** As `checkSignatures` judges it, by the browser's own engine: both signatures, the key, and the files that are named. */
export async function verifySignatures(files: Files, sha256: Hash): Promise<SignatureVerdict> {
  const present = [...signedPaths.map(signaturePath), keyPath].filter((path) => files.has(path));
  if (present.length === 0) return { is: 'unsigned' };
  const key = textOf(files.get(keyPath));
  const [facts, fingerprint] = [factsOf(textOf(files.get(releaseFilePath))), await fingerprintInBrowser(key)];
  if (fingerprint === null) return { is: 'wrong', path: keyPath };
  for (const path of signedPaths) if (!(await isSigned(files, path, key))) return { is: 'wrong', path };
  if (facts.signing_key?.sha256 !== fingerprint) return { is: 'wrong', path: keyPath };
  const named = [[manifestPath, facts.manifest_sha256 ?? ''] as const, ...provenanceOf(facts)];
  for (const [path, hash] of named) {
    const bytes = files.get(path);
    if (!bytes || (await sha256(bytes)) !== hash) return { is: 'wrong', path };
  }
  return { is: 'right', sha256: fingerprint, kind_vi: facts.signing_key?.kind_vi ?? null };
}

const provenanceOf = ({ provenance_sha256: named }: Facts) =>
  named === undefined ? [] : [[provenancePath, named] as const];

async function isSigned(files: Files, path: string, key: string): Promise<boolean> {
  const [bytes, signature] = [files.get(path), files.get(signaturePath(path))];
  return bytes !== undefined && signature !== undefined && isSignedInBrowser({ bytes, signature, key });
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function factsOf(text: string): Facts {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

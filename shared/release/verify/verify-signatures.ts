import { fingerprintInBrowser, isSignedInBrowser } from '../../signing/verify-in-browser.ts';
import type { Files } from '../input-files.ts';
import { manifestPath } from '../manifest.ts';
import { keyPath, releaseFilePath, signaturePath, signedPaths } from '../signed-paths.ts';

/** Who vouches for a release, as far as a page of the same publisher can tell. */
export type SignatureVerdict =
  | { is: 'unsigned' }
  /** `kind_vi`: what a test key calls itself; null: it is a real one. */
  | { is: 'right'; sha256: string; kind_vi: string | null }
  | { is: 'wrong' };

interface Facts {
  manifest_sha256?: string;
  signing_key?: { sha256?: string; kind_vi?: string };
}

type Hash = (bytes: Uint8Array) => Promise<string>;

/** As `checkSignatures` judges it, by the browser's own engine: both signatures, the key, and the manifest that is named. */
export async function verifySignatures(files: Files, sha256: Hash): Promise<SignatureVerdict> {
  const present = [...signedPaths.map(signaturePath), keyPath].filter((path) => files.has(path));
  if (present.length === 0) return { is: 'unsigned' };
  const key = textOf(files.get(keyPath));
  const [facts, fingerprint] = [factsOf(textOf(files.get(releaseFilePath))), await fingerprintInBrowser(key)];
  const signed = await Promise.all(signedPaths.map((path) => isSigned(files, path, key)));
  const own = files.get(manifestPath);
  const isOwn = own !== undefined && facts.manifest_sha256 === (await sha256(own));
  const isNamed = fingerprint !== null && facts.signing_key?.sha256 === fingerprint;
  if (!isOwn || !isNamed || signed.includes(false)) return { is: 'wrong' };
  return { is: 'right', sha256: fingerprint, kind_vi: facts.signing_key?.kind_vi ?? null };
}

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

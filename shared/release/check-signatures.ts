import { sha256Of } from '../digest/canonical-json.ts';
import type { SigningKey } from '../score-store/releases.ts';
import { fingerprintOf, isCanonicalPem } from '../signing/public-key.ts';
import { isStampOf } from '../signing/time-stamp.ts';
import { isSignedBy } from '../signing/verify-signature.ts';
import type { Files } from './frozen-inputs.ts';
import { manifestPath } from './manifest.ts';
import { provenancePath } from './provenance/provenance-file.ts';
import { keyPath, releaseFilePath, signaturePath, signedPaths, timeStampPath } from './signed-paths.ts';

/** What is wrong with the signatures of a release, or with who it says it is. */
export type SignatureFault =
  /** `release.json` cannot be read, or is of another manifest than the one beside it. */
  | { fault: 'other-manifest' }
  | { fault: 'missing'; path: string }
  /** Not made by the key over what lies there. */
  | { fault: 'wrong-signature'; path: string }
  /** Not the bytes whose hash `release.json` names. */
  | { fault: 'other-bytes'; path: string }
  /** `manifest.json.tsr` is no time stamp of this manifest. */
  | { fault: 'other-stamp' }
  /** `signing-key.pem` is no key, or another one than `release.json` names. */
  | { fault: 'wrong-key' }
  /** Signed, and not with the key that the reader trusts. */
  | { fault: 'another-key'; sha256: string };

export interface SignatureReport {
  /** `unsigned`: there is neither signature nor key. */
  state: 'signed' | 'unsigned';
  /** False: who released it and when is not told. */
  hasReleaseFile: boolean;
  /** Of the key beside the release; null: there is none that can be read. */
  key: { sha256: string; kind_vi: string | null } | null;
  /** The reader brought a key of his own, and it is the one. */
  isTrusted: boolean;
  /** A time stamp (RFC 3161) of the manifest lies beside it; whether its authority made it, is not judged here. */
  isStamped: boolean;
  faults: SignatureFault[];
}

/** What of `release.json` is read here. */
interface Facts {
  manifest_sha256?: string;
  provenance_sha256?: string;
  signing_key?: SigningKey;
}

/**
 * Judges who vouches for a release. Of a key that lies beside the data only its hash can be told: without `trusted`, a key
 * that the reader has from elsewhere, any other signer would do as well.
 */
export function checkSignatures(files: Files, trusted?: string): SignatureReport {
  const present = new Set([...signedPaths.map(signaturePath), keyPath].filter((path) => files.has(path)));
  const facts = readFacts(files.get(releaseFilePath));
  const pem = textOf(files.get(keyPath));
  const sha256 = pem !== null && isCanonicalPem(pem) ? fingerprintOf(pem) : null;
  const state: SignatureReport['state'] = present.size === 0 ? 'unsigned' : 'signed';
  const report = {
    ...{ state, hasReleaseFile: files.has(releaseFilePath) },
    key: sha256 ? { sha256, kind_vi: facts?.signing_key?.kind_vi ?? null } : null,
  };
  const isStamped = files.has(timeStampPath);
  const faults = [
    ...faultsOfRelease(files, facts),
    ...faultsOfStamp(files),
    ...(state === 'unsigned' ? [] : faultsOfKey(pem, sha256, facts)),
    ...faultsOfSignatures(files, { pem, isDemanded: state === 'signed' || trusted !== undefined }),
    ...(trusted === undefined ? [] : faultsOfTrust(files, sha256, trusted)),
  ];
  return { ...report, isTrusted: trusted !== undefined && faults.length === 0, isStamped, faults };
}

function faultsOfRelease(files: Files, facts: Facts | null): SignatureFault[] {
  if (!files.has(releaseFilePath)) return [];
  const manifest = files.get(manifestPath);
  const isOwn = manifest !== undefined && facts?.manifest_sha256 === sha256Of(manifest);
  return [...(isOwn ? [] : [{ fault: 'other-manifest' } as const]), ...faultsOfProvenance(files, facts)];
}

/** It has clock times in it and is no promised file: `release.json` names it, and is signed. */
function faultsOfProvenance(files: Files, facts: Facts | null): SignatureFault[] {
  if (facts?.provenance_sha256 === undefined) return [];
  const bytes = files.get(provenancePath);
  if (!bytes) return [{ fault: 'missing', path: provenancePath }];
  return sha256Of(bytes) === facts.provenance_sha256 ? [] : [{ fault: 'other-bytes', path: provenancePath }];
}

function faultsOfStamp(files: Files): SignatureFault[] {
  const [token, manifest] = [files.get(timeStampPath), files.get(manifestPath)];
  if (!token || (manifest && isStampOf(token, manifest))) return [];
  return [{ fault: 'other-stamp' }];
}

function faultsOfKey(pem: string | null, sha256: string | null, facts: Facts | null): SignatureFault[] {
  if (pem === null) return [{ fault: 'missing', path: keyPath }];
  const named = facts?.signing_key?.sha256;
  return sha256 === null || (named !== undefined && named !== sha256) ? [{ fault: 'wrong-key' }] : [];
}

function faultsOfSignatures(
  files: Files,
  { pem, isDemanded }: { pem: string | null; isDemanded: boolean },
): SignatureFault[] {
  if (!isDemanded) return [];
  // Without it nobody says who and when; that this is so is told apart from faults.
  return signedPaths
    .filter((path) => path === manifestPath || files.has(path))
    .flatMap((path): SignatureFault[] => {
      const [bytes, signature] = [files.get(path), files.get(signaturePath(path))];
      if (!signature) return [{ fault: 'missing', path: signaturePath(path) }];
      if (pem === null) return [];
      return bytes && isSignedBy({ bytes, signature, key: pem }) ? [] : [{ fault: 'wrong-signature', path }];
    });
}

/** Who brings a key wants to know who released it and when, too. */
function faultsOfTrust(files: Files, sha256: string | null, trusted: string): SignatureFault[] {
  const absent: SignatureFault[] = files.has(releaseFilePath) ? [] : [{ fault: 'missing', path: releaseFilePath }];
  if (sha256 === null || sha256 === fingerprintOf(trusted)) return absent;
  return [...absent, { fault: 'another-key', sha256 }];
}

function readFacts(bytes: Uint8Array | undefined): Facts | null {
  try {
    return Object(JSON.parse(textOf(bytes) ?? ''));
  } catch {
    return null;
  }
}

const textOf = (bytes: Uint8Array | undefined): string | null =>
  bytes === undefined ? null : new TextDecoder().decode(bytes);

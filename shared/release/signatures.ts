import { runKey } from '../lake/keys.ts';
import { type Bucket, getObject, objectExists, putObject, putObjectOnce } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import type { SigningKey } from '../score-store/releases.ts';
import { fingerprintOf, testKeyVi } from '../signing/public-key.ts';
import type { Signer } from '../signing/signer.ts';
import { isSignedBy } from '../signing/verify-signature.ts';
import { contentTypeOf } from './content-types.ts';
import { type Files, fileOf } from './frozen-inputs.ts';
import { keyPath, signaturePath, signedPaths } from './signed-paths.ts';

/** Newest key of the publisher; those before lie beside it under their hash, and in the releases of their time. */
const publicKeyPath = '.well-known/dti-signing-key.pem';
const keyByHash = (sha256: string) => `.well-known/dti-signing-key-${sha256}.pem`;

export interface SigningDeps {
  lake: Bucket;
  publicBucket: Bucket;
  /** Of the public site: `https://dti.example.vn`. */
  origin: string;
  signer: Signer;
}

/** What a release says of the key that signs now. Fault `SIGNING_KEY_UNSUITABLE`. */
export async function describeKey({ signer, origin }: Pick<SigningDeps, 'signer' | 'origin'>): Promise<SigningKey> {
  const sha256 = fingerprintOf(await signer.publicKey());
  if (sha256 === null) throw new Fault('SIGNING_KEY_UNSUITABLE', 'the key that signs releases is none on P-256');
  const address = `${origin}/${publicKeyPath}`;
  return { address, sha256, ...(signer.isTest ? { kind_vi: testKeyVi } : {}) };
}

/** Where the signatures of one decision are kept. */
export interface Signing {
  runId: string;
  /** In the run's folder: a run that was announced twice has two minutes, so that it is signed twice. */
  folder: string;
  /** As the release says; absent: it is from before releases were signed. */
  key: SigningKey | undefined;
}

/**
 * Key and signatures as they lie beside a release. Signatures are random, so that the first one made is kept in the lake
 * and goes out, however often this is tried and whatever key there is by then. Fault `SIGNING_KEY_CHANGED`.
 */
export async function keepSignatures({ runId, folder, key }: Signing, files: Files, deps: SigningDeps): Promise<Files> {
  if (!key) return new Map();
  const at = (path: string) => runKey(runId, `${folder}/${path}`);
  const pem = await keepOnce(deps.lake, at(keyPath), () => ownKey(key, deps.signer));
  const signatures = signedPaths.map(async (path) => {
    const sign = async () => requireFitting(await deps.signer.sign(fileOf(files, path)), fileOf(files, path), pem);
    return [signaturePath(path), await keepOnce(deps.lake, at(signaturePath(path)), sign)] as const;
  });
  return new Map([...(await Promise.all(signatures)), [keyPath, pem]]);
}

/** Makes what is not there yet; of two at once the first counts. */
async function keepOnce(lake: Bucket, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = await getObject(lake, key);
  if (known) return known.bytes;
  await putObjectOnce(lake, key, await make(), { contentType: contentTypeOf(key) });
  return (await getObject(lake, key))!.bytes;
}

async function ownKey({ sha256 }: SigningKey, signer: Signer): Promise<Uint8Array> {
  const pem = await signer.publicKey();
  if (fingerprintOf(pem) === sha256) return new TextEncoder().encode(pem);
  throw new Fault('SIGNING_KEY_CHANGED', `the release names key ${sha256}, and another one signs now`);
}

/** What would not verify is not kept: nothing could take its place. */
function requireFitting(signature: Uint8Array, bytes: Uint8Array, pem: Uint8Array): Uint8Array {
  if (isSignedBy({ bytes, signature, key: new TextDecoder().decode(pem) })) return signature;
  throw new Fault('SIGNING_KEY_CHANGED', 'the signature is not of the key that the release names');
}

/** Puts a key where everybody looks for it. */
export async function publishKey(pem: Uint8Array, sha256: string, publicBucket: Bucket): Promise<void> {
  const contentType = contentTypeOf(keyPath);
  // A release completed late must not bring back the key of its time.
  if (await objectExists(publicBucket, keyByHash(sha256))) return;
  // By its hash last: whoever is cut off between the two leaves a key that is not known yet.
  await putObject(publicBucket, publicKeyPath, pem, { contentType, cacheControl: 'public, max-age=300' });
  await putObjectOnce(publicBucket, keyByHash(sha256), pem, { contentType });
}

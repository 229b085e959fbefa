import { generateKeyPairSync, sign } from 'node:crypto';
import { makeReleaseKey } from '../../infra/local/release-key.ts';
import { connectSigner } from '../../shared/signing/connect-signer.ts';
import { pemOf } from '../../shared/signing/public-key.ts';
import type { Signer } from '../../shared/signing/signer.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';

/** A key of its own, as a machine makes one for itself. */
export const makeSigner = async () => connectSigner(await makeReleaseKey(await temporaryDirectory()));

/** One that nothing on disk knows of. */
export function memorySigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = pemOf(publicKey.export({ type: 'spki', format: 'der' }));
  return { isTest: true, publicKey: async () => key, sign: async (bytes) => sign('sha256', bytes, privateKey) };
}

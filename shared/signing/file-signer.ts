import { createPublicKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pemOf } from './public-key.ts';
import type { Signer } from './signer.ts';

/** A private key in a PEM file: whoever reads the file can sign, so that it is never more than a test key. */
export function fileSigner(address: URL): Signer {
  const readKey = () => readFile(address, 'utf8');
  return {
    isTest: true,
    publicKey: async () => pemOf(createPublicKey(await readKey()).export({ type: 'spki', format: 'der' })),
    sign: async (bytes) => sign('sha256', bytes, await readKey()),
  };
}

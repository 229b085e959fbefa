import { fileSigner } from './file-signer.ts';
import { kmsSigner } from './kms-signer.ts';
import type { Signer } from './signer.ts';

/** The key at an address: a file of this machine (`file:///…`), which makes it a test key, or one of KMS by its ARN. */
export const connectSigner = (address: string): Signer =>
  address.startsWith('file:') ? fileSigner(new URL(address)) : kmsSigner(address);

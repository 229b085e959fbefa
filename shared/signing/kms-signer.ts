import { createHash } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { pemOf } from './public-key.ts';
import type { Signer } from './signer.ts';

/** The private half never leaves KMS. It is sent the digest, because it takes no more than 4,096 bytes of a text. */
export function kmsSigner(keyId: string): Signer {
  const client = new KMSClient({});
  let publicKey: Promise<string> | undefined;
  return {
    isTest: false,
    publicKey: () => (publicKey ??= readPublicKey(client, keyId)),
    async sign(bytes) {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          SigningAlgorithm: 'ECDSA_SHA_256',
          MessageType: 'DIGEST',
          Message: createHash('sha256').update(bytes).digest(),
        }),
      );
      return Signature!;
    },
  };
}

const readPublicKey = async (client: KMSClient, keyId: string): Promise<string> =>
  pemOf((await client.send(new GetPublicKeyCommand({ KeyId: keyId }))).PublicKey!);

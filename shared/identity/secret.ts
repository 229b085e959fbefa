import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Fault } from '../observability/fault.ts';

/** A reader of a secret that asks once per cold start; a failed read is asked again. */
export function readSecretBytes(secretId: string): () => Promise<Uint8Array> {
  const client = new SecretsManagerClient({});
  let known: Uint8Array | undefined;
  return async () => {
    known ??= await fetchSecret(client, secretId);
    return known;
  };
}

async function fetchSecret(client: SecretsManagerClient, secretId: string): Promise<Uint8Array> {
  const { SecretBinary, SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  const bytes = SecretBinary ?? (SecretString === undefined ? undefined : new TextEncoder().encode(SecretString));
  if (!bytes || bytes.length < 32) throw new Fault('SECRET_TOO_SHORT', `${secretId} holds less than 32 bytes`);
  return bytes;
}

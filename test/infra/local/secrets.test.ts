import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { localCredentials, localRegion } from '../../../infra/local/names.ts';
import { startSecrets } from '../../../infra/local/secrets.ts';

async function read(secrets: Record<string, Uint8Array | string>, SecretId: string) {
  const { url, close } = await startSecrets(secrets);
  const client = new SecretsManagerClient({ endpoint: url, region: localRegion, credentials: localCredentials });
  try {
    return await client.send(new GetSecretValueCommand({ SecretId }));
  } finally {
    client.destroy();
    await close();
  }
}

describe('startSecrets', () => {
  it('gives bytes back as they were, because a key is no text', async () => {
    const key = Uint8Array.of(0, 255, 10, 128);
    expect((await read({ 'dti/signing-key': key }, 'dti/signing-key')).SecretBinary).toEqual(key);
  });

  it('gives text as SecretString', async () => {
    expect((await read({ word: 'mật khẩu' }, 'word')).SecretString).toBe('mật khẩu');
  });

  it('answers an unknown name with the error the SDK names, because callers tell faults by it', async () => {
    await expect(read({}, '__proto__')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

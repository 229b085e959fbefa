import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localCredentials, localRegion } from '../../../infra/local/names.ts';
import { startSecrets } from '../../../infra/local/secrets.ts';
import { readSecretBytes } from '../../../shared/identity/secret.ts';

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

describe('readSecretBytes', () => {
  it('takes no key shorter than 32 bytes, and reads one that is long enough once', async () => {
    const key = new Uint8Array(32).fill(7);
    const { url, close } = await startSecrets({ long: key, short: key.slice(1) });
    onTestFinished(close);
    const environment = { AWS_ENDPOINT_URL_SECRETS_MANAGER: url, AWS_REGION: localRegion };
    Object.assign(process.env, environment, { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
    await expect(readSecretBytes('short')()).rejects.toMatchObject({ code: 'SECRET_TOO_SHORT' });
    const read = readSecretBytes('long');
    expect(await read()).toEqual(key);
    expect(await read()).toBe(await read());
  });
});

import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startJsonService } from '../../../infra/local/json-service.ts';
import { makeReleaseKey } from '../../../infra/local/release-key.ts';
import { connectSigner } from '../../../shared/signing/connect-signer.ts';
import { fingerprintOf } from '../../../shared/signing/public-key.ts';
import { isSignedBy } from '../../../shared/signing/verify-signature.ts';
import { temporaryDirectory } from '../../infra/local/temporary-directory.ts';

// Longer than the 4,096 bytes that KMS takes as they are.
const bytes = new Uint8Array(10_000).fill(0x61);

describe('a key in a file', () => {
  it('signs, is the same at the next start, and calls itself a test key', async () => {
    const directory = await temporaryDirectory();
    const [signer, again] = [await makeReleaseKey(directory), await makeReleaseKey(directory)].map(connectSigner);
    const key = await signer!.publicKey();
    expect(isSignedBy({ bytes, signature: await again!.sign(bytes), key })).toBe(true);
    expect(await again!.publicKey()).toBe(key);
    expect(signer!.isTest).toBe(true);
  });
});

describe('a key of KMS', () => {
  it('is sent the digest and answers with DER; its public half is asked for once', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const asked: object[] = [];
    const { url, close } = await startJsonService('1.1', {
      Sign({ Message, ...input }: { Message: string }) {
        asked.push({ ...input, bytes: Buffer.from(Message, 'base64').length });
        return { Signature: sign('sha256', bytes, pair.privateKey).toString('base64') };
      },
      GetPublicKey(input: object) {
        asked.push(input);
        return { PublicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64') };
      },
    });
    onTestFinished(close);
    for (const [name, value] of Object.entries({
      ...{ AWS_ENDPOINT_URL_KMS: url, AWS_REGION: 'ap-southeast-1' },
      ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    }))
      vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    const signer = connectSigner('arn:aws:kms:ap-southeast-1:000000000000:key/1');
    const key = await signer.publicKey();
    expect(fingerprintOf(key)).not.toBeNull();
    expect(isSignedBy({ bytes, signature: await signer.sign(bytes), key: await signer.publicKey() })).toBe(true);
    expect(signer.isTest).toBe(false);
    const KeyId = 'arn:aws:kms:ap-southeast-1:000000000000:key/1';
    expect(asked).toEqual([{ KeyId }, { KeyId, SigningAlgorithm: 'ECDSA_SHA_256', MessageType: 'DIGEST', bytes: 32 }]);
  });
});

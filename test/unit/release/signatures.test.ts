import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { getObject } from '../../../shared/lake/objects.ts';
import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { describeKey, keepSignatures, publishKey } from '../../../shared/release/signatures.ts';
import { pemOf } from '../../../shared/signing/public-key.ts';
import { startTestS3 } from '../../infra/local/s3/start-test-s3.ts';
import { memorySigner } from '../../support/signer.ts';

const files: Files = new Map(['manifest.json', 'release.json'].map((path) => [path, Buffer.from(`{"${path}":1}`)]));
const origin = 'https://dti.example';

async function open() {
  const { client } = await startTestS3({ buckets: ['lake', 'public'] });
  const signer = memorySigner();
  const deps = { lake: { client, name: 'lake' }, publicBucket: { client, name: 'public' }, origin, signer };
  return { deps, signing: { runId: 'run', folder: 'signatures', key: await describeKey(deps) } };
}

describe('signatures of a release', () => {
  it('are made once: later tries, and two at once, find the first', async () => {
    const { deps, signing } = await open();
    const [one, two] = await Promise.all([keepSignatures(signing, files, deps), keepSignatures(signing, files, deps)]);
    expect(two).toEqual(one);
    expect(await keepSignatures(signing, files, { ...deps, signer: memorySigner() })).toEqual(one);
    expect([...one.keys()].sort()).toEqual(['manifest.json.sig', 'release.json.sig', 'signing-key.pem']);
  });

  it('are not of another key than the release names, and none of a key that cannot be', async () => {
    const { deps, signing } = await open();
    const other = { ...deps, signer: memorySigner() };
    await expect(keepSignatures(signing, files, other)).rejects.toMatchObject({ code: 'SIGNING_KEY_CHANGED' });
    const mixed = { ...deps, signer: { ...deps.signer, sign: other.signer.sign } };
    await expect(keepSignatures(signing, files, mixed)).rejects.toMatchObject({ code: 'SIGNING_KEY_CHANGED' });
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ type: 'spki', format: 'der' });
    const unsuitable = { origin, signer: { ...deps.signer, publicKey: async () => pemOf(p384) } };
    await expect(describeKey(unsuitable)).rejects.toMatchObject({ code: 'SIGNING_KEY_UNSUITABLE' });
  });

  it('are not there of a release from before there were any', async () => {
    const { deps } = await open();
    expect(await keepSignatures({ runId: 'run', folder: 'x', key: undefined }, files, deps)).toEqual(new Map());
  });

  it('leave the newest key at its address: one of an earlier year does not come back', async () => {
    const { deps } = await open();
    const [old, newer] = [Buffer.from('old'), Buffer.from('newer')];
    for (const [pem, sha256] of [
      [old, '1'],
      [newer, '2'],
      [old, '1'],
    ] as const)
      await publishKey(pem, sha256, deps.publicBucket);
    const at = async (path: string) => Buffer.from((await getObject(deps.publicBucket, `.well-known/${path}`))!.bytes);
    expect(await at('dti-signing-key.pem')).toEqual(newer);
    expect(await at('dti-signing-key-1.pem')).toEqual(old);
  });

  it('put a new key at its address also where the first try was cut off between that and its place for ever', async () => {
    const { deps } = await open();
    const key = Buffer.from('key');
    let written = 0;
    const send = (command: object) => {
      const isCut = command.constructor.name === 'PutObjectCommand' && written++ > 0;
      return isCut ? Promise.reject(new Error('cut')) : deps.publicBucket.client.send(command as never);
    };
    const client = Object.assign(Object.create(deps.publicBucket.client), { send });
    await expect(publishKey(key, '1', { ...deps.publicBucket, client })).rejects.toThrow('cut');
    await publishKey(key, '1', deps.publicBucket);
    for (const path of ['dti-signing-key.pem', 'dti-signing-key-1.pem'])
      expect(Buffer.from((await getObject(deps.publicBucket, `.well-known/${path}`))!.bytes)).toEqual(key);
  });
});

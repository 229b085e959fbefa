import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../../shared/digest/canonical-json.ts';
import type { Files } from '../../../../shared/release/input-files.ts';
import { verifySignatures } from '../../../../shared/release/verify/verify-signatures.ts';
import { fingerprintOf } from '../../../../shared/signing/public-key.ts';
import { signedBeside } from '../../../support/signed-beside.ts';

const sha256 = async (bytes: Uint8Array) => sha256Of(bytes);

async function signedFiles(): Promise<Files> {
  const manifest = new TextEncoder().encode('{"release":"dti/province34/2024/r1"}\n');
  return new Map([['manifest.json', manifest], ...(await signedBeside(manifest))]);
}

describe('verifySignatures', () => {
  it('names the key of what is signed rightly, and what kind it calls itself', async () => {
    const files = await signedFiles();
    const key = new TextDecoder().decode(files.get('signing-key.pem'));
    const named = { sha256: fingerprintOf(key), kind_vi: 'khóa thử nghiệm' };
    expect(await verifySignatures(files, sha256)).toEqual({ is: 'right', ...named });
  });

  it('finds any one of the files changed by a bit, or gone, and names it or its signature', async () => {
    const files = await signedFiles();
    for (const [path, bytes] of files) {
      const changed = new Map(files).set(path, bytes.with(20, bytes[20]! ^ 1));
      const wrong = { is: 'wrong', path: path.replace('.sig', '') };
      expect(await verifySignatures(changed, sha256)).toEqual(wrong);
      changed.delete(path);
      expect(await verifySignatures(changed, sha256)).toEqual(wrong);
    }
  });

  it('calls unsigned what has neither signature nor key', async () => {
    const files = new Map([...(await signedFiles())].filter(([path]) => !/sig|pem/.test(path)));
    expect(await verifySignatures(files, sha256)).toEqual({ is: 'unsigned' });
  });
});

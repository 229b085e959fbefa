import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { fingerprintOf } from '../../shared/signing/public-key.ts';
import { memorySigner } from './signer.ts';

/** What a publisher lays beside a manifest: `release.json`, the provenance that it names, both signatures and the key, a test key made for it. */
export async function signedBeside(manifest: Uint8Array): Promise<Map<string, Uint8Array>> {
  const signer = memorySigner();
  const key = await signer.publicKey();
  const signing_key = { sha256: fingerprintOf(key), kind_vi: 'khóa thử nghiệm' };
  const provenance = new TextEncoder().encode('{"units":[{"unit_id":"P01-2025"}]}\n');
  const named = { manifest_sha256: sha256Of(manifest), provenance_sha256: sha256Of(provenance) };
  const release = new TextEncoder().encode(JSON.stringify({ ...named, signing_key }));
  return new Map([
    ['release.json', release],
    ['provenance.json', provenance],
    ['manifest.json.sig', await signer.sign(manifest)],
    ['release.json.sig', await signer.sign(release)],
    ['signing-key.pem', new TextEncoder().encode(key)],
  ]);
}

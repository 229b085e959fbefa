import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { checkSignatures, type SignatureReport } from '../../../shared/release/check-signatures.ts';
import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { fingerprintOf } from '../../../shared/signing/public-key.ts';
import { memorySigner } from '../../support/signer.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const manifest = bytesOf('{"release":"dti/province34/2024/r1"}\n');
const provenance = bytesOf('{"units":[{"unit_id":"P01-2025","files":[{"receipt":2}]}]}\n');
let files: Files;
let key: string;
let another: string;

beforeAll(async () => {
  const signer = memorySigner();
  key = await signer.publicKey();
  another = await memorySigner().publicKey();
  const facts = {
    manifest_sha256: sha256Of(manifest),
    provenance_sha256: sha256Of(provenance),
    signing_key: { sha256: fingerprintOf(key), kind_vi: 'khóa thử' },
  };
  const release = bytesOf(JSON.stringify(facts));
  files = new Map([
    ['manifest.json', manifest],
    ['release.json', release],
    ['provenance.json', provenance],
    ['manifest.json.sig', await signer.sign(manifest)],
    ['release.json.sig', await signer.sign(release)],
    ['signing-key.pem', bytesOf(key)],
  ]);
});

const without = (...paths: string[]): Files => new Map([...files].filter(([path]) => !paths.includes(path)));
const signatureFiles = ['manifest.json.sig', 'release.json.sig', 'signing-key.pem'];
const faultsOf = ({ faults }: SignatureReport) =>
  faults.map((one) => [one.fault, ...('path' in one ? [one.path] : [])].join(' '));

describe('checkSignatures', () => {
  it('names the key of a signed release, and trusts it only where the reader brought it', () => {
    const named = { sha256: fingerprintOf(key), kind_vi: 'khóa thử' };
    expect(checkSignatures(files)).toEqual({
      ...{ state: 'signed', hasReleaseFile: true, key: named, isTrusted: false, isStamped: false, faults: [] },
    });
    expect(checkSignatures(files, key)).toMatchObject({ isTrusted: true, faults: [] });
    // As a mail or an editor may have written it.
    expect(checkSignatures(files, key.replaceAll('\n', '\r\n'))).toMatchObject({ isTrusted: true });
  });

  it('takes no other key than the one that the reader brought', () => {
    expect(faultsOf(checkSignatures(files, another))).toEqual(['another-key']);
  });

  it('calls a release unsigned, which is a fault only for who brought a key', () => {
    const unsigned = without(...signatureFiles);
    expect(checkSignatures(unsigned)).toMatchObject({ state: 'unsigned', key: null, faults: [] });
    expect(faultsOf(checkSignatures(unsigned, key))).toEqual(['missing manifest.json.sig', 'missing release.json.sig']);
  });

  it('says that release.json is not there, which is a fault only for who brought a key', () => {
    for (const paths of [['release.json'], ['release.json', 'release.json.sig']]) {
      expect(checkSignatures(without(...paths))).toMatchObject({ state: 'signed', hasReleaseFile: false, faults: [] });
      expect(faultsOf(checkSignatures(without(...paths), key))).toEqual(['missing release.json']);
    }
    const bare = without('release.json', ...signatureFiles);
    expect(checkSignatures(bare)).toMatchObject({ state: 'unsigned', hasReleaseFile: false, faults: [] });
    expect(faultsOf(checkSignatures(bare, key))).toEqual(['missing manifest.json.sig', 'missing release.json']);
  });

  it('finds a release.json of another manifest, signed or not', () => {
    const other = bytesOf(JSON.stringify({ manifest_sha256: sha256Of('x') }));
    const unsigned = without(...signatureFiles);
    for (const text of [other, bytesOf('{'), bytesOf('null'), bytesOf('[]')])
      expect(faultsOf(checkSignatures(new Map(unsigned).set('release.json', text)))).toEqual(['other-manifest']);
  });

  it('names a provenance.json that is not the one release.json names, signed or not', () => {
    const other = bytesOf('{"units":[]}\n');
    for (const of of [files, without(...signatureFiles)]) {
      expect(faultsOf(checkSignatures(new Map(of).set('provenance.json', other)))).toEqual([
        'other-bytes provenance.json',
      ]);
    }
    expect(faultsOf(checkSignatures(without('provenance.json')))).toEqual(['missing provenance.json']);
  });

  it('asks nothing of a provenance.json that an earlier release does not name', async () => {
    const release = bytesOf(JSON.stringify({ manifest_sha256: sha256Of(manifest) }));
    const earlier = new Map(without(...signatureFiles)).set('release.json', release);
    expect(checkSignatures(earlier)).toMatchObject({ state: 'unsigned', faults: [] });
  });

  it('takes a time stamp of this manifest, and of no other', () => {
    const stampOf = (bytes: Uint8Array) =>
      Uint8Array.of(0x30, 0x82, 4, 32, ...createHash('sha256').update(bytes).digest(), 2, 1);
    const withStamp = (token: Uint8Array) => checkSignatures(new Map(files).set('manifest.json.tsr', token), key);
    expect(withStamp(stampOf(manifest))).toMatchObject({ isTrusted: true, isStamped: true, faults: [] });
    for (const token of [stampOf(provenance), Uint8Array.of(1), new Uint8Array()])
      expect(faultsOf(withStamp(token))).toEqual(['other-stamp']);
  });

  it.each(signatureFiles)('misses %s where the others are there', (path) => {
    expect(faultsOf(checkSignatures(without(path)))).toEqual([`missing ${path}`]);
  });

  it.each(['manifest.json', 'release.json', 'provenance.json', ...signatureFiles])(
    'finds every changed byte of %s',
    (path) => {
      const bytes = files.get(path)!;
      const unseen = [...bytes.keys()].filter((at) => {
        const changed = new Map(files).set(path, bytes.with(at, bytes[at]! ^ 1));
        return checkSignatures(changed).faults.length === 0;
      });
      expect(unseen).toEqual([]);
    },
  );
});

import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { checkSignatures, type SignatureReport } from '../../../shared/release/check-signatures.ts';
import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { fingerprintOf } from '../../../shared/signing/public-key.ts';
import { memorySigner } from '../../support/signer.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const manifest = bytesOf('{"release":"dti/province34/2024/r1"}\n');
const provenance = bytesOf('{"release":"dti/province34/2024/r1","units":[]}\n');
let files: Files;
let key: string;
let another: string;

beforeAll(async () => {
  const signer = memorySigner();
  key = await signer.publicKey();
  another = await memorySigner().publicKey();
  const facts = {
    ...{ manifest_sha256: sha256Of(manifest), provenance_sha256: sha256Of(provenance) },
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
      ...{ state: 'signed', hasReleaseFile: true, key: named, isTrusted: false, faults: [] },
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

  it('misses the provenance that release.json names, and asks nothing of a release that names none', () => {
    expect(faultsOf(checkSignatures(without('provenance.json')))).toEqual(['missing provenance.json']);
    const older = bytesOf(JSON.stringify({ manifest_sha256: sha256Of(manifest) }));
    const unsigned = new Map(without('provenance.json', ...signatureFiles)).set('release.json', older);
    expect(checkSignatures(unsigned).faults).toEqual([]);
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

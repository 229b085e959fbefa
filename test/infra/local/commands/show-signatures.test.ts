import { describe, expect, it } from 'vitest';
import { showSignatures } from '../../../../infra/local/commands/show-signatures.ts';
import type { SignatureFault, SignatureReport } from '../../../../shared/release/check-signatures.ts';

const whole: SignatureReport = {
  ...{ state: 'signed', hasReleaseFile: true, isTrusted: false, isStamped: false, faults: [] },
  key: { sha256: 'ab', kind_vi: null },
};
const read = (change: Partial<SignatureReport> = {}): string => showSignatures({ ...whole, ...change }).join('\n');

describe('what verify says of who vouches for a release', () => {
  it('names the key, and whether the reader brought it', () => {
    expect(read()).toMatch(/key SHA-256 ab[\s\S]*The key is unchecked/);
    expect(read({ isTrusted: true })).toContain('The key is the one given');
    expect(read({ key: { sha256: 'ab', kind_vi: 'khóa thử nghiệm' } })).toContain('a test key');
  });

  it('calls what is unsigned unsigned, and says that nobody is named', () => {
    expect(read({ state: 'unsigned', key: null })).toContain('The release is unsigned');
    expect(read({ hasReleaseFile: false })).toContain('is not told');
    expect(read()).not.toContain('is not told');
  });

  it.each<[SignatureFault, string]>([
    [{ fault: 'other-manifest' }, 'release.json does not name the hash of manifest.json'],
    [{ fault: 'missing', path: 'manifest.json.sig' }, 'manifest.json.sig is missing'],
    [{ fault: 'wrong-signature', path: 'manifest.json' }, 'The signature of manifest.json is wrong'],
    [
      { fault: 'other-bytes', path: 'provenance.json' },
      'provenance.json is not the file whose hash release.json names',
    ],
    [{ fault: 'other-stamp' }, 'manifest.json.tsr is no time stamp of this manifest'],
    [{ fault: 'wrong-key' }, 'signing-key.pem is not the key that release.json names'],
    [{ fault: 'another-key', sha256: 'cd' }, 'cd. / Signed with another key'],
  ])('tells %o, and calls nothing right', (fault, words) => {
    expect(read({ faults: [fault] })).toContain(words);
    expect(read({ faults: [fault] })).not.toContain('are right');
  });

  it('tells of a time stamp, how its authority is checked, and not where it is of other bytes', () => {
    expect(read({ isStamped: true })).toContain('openssl ts -verify -in manifest.json.tsr');
    expect(read({ isStamped: true, faults: [{ fault: 'other-stamp' }] })).not.toContain('There is a time stamp');
    expect(read()).not.toContain('time stamp');
  });
});

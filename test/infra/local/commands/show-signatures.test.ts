import { expect, it } from 'vitest';
import { showSignatures } from '../../../../infra/local/commands/show-signatures.ts';
import type { SignatureReport } from '../../../../shared/release/check-signatures.ts';

const report: SignatureReport = { state: 'signed', hasReleaseFile: true, key: null, isTrusted: false, faults: [] };

it('names the provenance that release.json does not know', () => {
  expect(showSignatures({ ...report, faults: [{ fault: 'other-provenance' }] })).toEqual([
    'provenance.json không phải tệp mà release.json nêu. / provenance.json is not what release.json names.',
  ]);
});

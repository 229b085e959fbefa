import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { requireDigest } from '../../../shared/http/content-digest.ts';

const bytes = new TextEncoder().encode('indicator,value\na,1\n');
const digest = (algorithm: string, of: Uint8Array = bytes) => createHash(algorithm).update(of).digest('base64');
const refusal = (field: string | undefined) => {
  try {
    requireDigest(field, bytes);
    return null;
  } catch (error) {
    const { status, code } = error as { status: number; code: string };
    return `${status} ${code}`;
  }
};

describe('requireDigest', () => {
  it.each([
    undefined,
    `sha-256=:${digest('sha256')}:`,
    `sha-512=:${digest('sha512')}:, sha-256=:${digest('sha256')}:`,
    'unixsum=:AQID:',
  ])('lets pass %s: nothing was said, it is true, or of an algorithm that nobody has to know', (field) => {
    expect(refusal(field)).toBeNull();
  });

  it('refuses bytes that are not those of the digest, because an HTTP API may have decoded them', () => {
    const lost = new TextEncoder().encode('indicator,value\n\uFFFD,1\n');
    expect(refusal(`sha-256=:${digest('sha256', lost)}:`)).toBe('422 content-digest-differs');
    expect(refusal(`sha-256=:${digest('sha256')}:, sha-512=:${digest('sha512', lost)}:`)).toBe(
      '422 content-digest-differs',
    );
    expect(refusal('sha-256=:AQID:')).toBe('422 content-digest-differs');
  });

  it.each(['', 'sha-256', `sha-256=${digest('sha256')}`, `sha-256=":${digest('sha256')}:"`, 'sha-256=:?:'])(
    'refuses %j, which is no field of RFC 9530, rather than compare nothing',
    (field) => expect(refusal(field)).toBe('400 content-digest-invalid'),
  );
});

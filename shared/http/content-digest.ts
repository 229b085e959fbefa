import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from './problem.ts';

/** Algorithms of RFC 9530 that are compared; others may stand beside them. */
const algorithms: Record<string, string> = { 'sha-256': 'sha256', 'sha-512': 'sha512' };

const member = /^([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):(?:;.*)?$/;

/**
 * Compares what arrived with what the sender says was sent (RFC 9530). An HTTP API decodes a text before a function sees
 * it, so that bytes lost on the way show here and nowhere else.
 */
export function requireDigest(contentDigest: string | undefined, bytes: Uint8Array): void {
  if (contentDigest === undefined) return;
  for (const part of contentDigest.split(',')) {
    const [, algorithm = '', digest = ''] = member.exec(part.trim()) ?? refuseSyntax();
    const hash = algorithms[algorithm];
    if (hash !== undefined && !isDigestOf(Buffer.from(digest, 'base64'), hash, bytes)) refuseBytes();
  }
}

function isDigestOf(digest: Buffer, hash: string, bytes: Uint8Array): boolean {
  const found = createHash(hash).update(bytes).digest();
  return found.length === digest.length && timingSafeEqual(found, digest);
}

function refuseSyntax(): never {
  throw new Problem(
    400,
    'content-digest-invalid',
    'Content-Digest chưa đúng dạng của RFC 9530. Đề nghị gửi dạng sha-256=:…:, hoặc bỏ trường này.',
    'Content-Digest is not as in RFC 9530. Send sha-256=:…:, or leave it out.',
  );
}

function refuseBytes(): never {
  throw new Problem(
    422,
    'content-digest-differs',
    'Nội dung nhận được khác với Content-Digest. Đề nghị gửi lại, mã hóa UTF-8.',
    'What arrived is not what Content-Digest names. Send it again, in UTF-8.',
  );
}

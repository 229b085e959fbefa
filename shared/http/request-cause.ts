import type { SignedInEvent } from './http-function.ts';
import { Problem } from './problem.ts';

/** Printable ASCII, as headers are; short enough for a key and for the cause of an entry. */
const keyShape = /^[\x21-\x7e]{1,200}$/;

/** Throws the problem `idempotency-key-invalid`; a request without a key passes. */
export function requireKey(key: string | null): void {
  if (key === null || keyShape.test(key)) return;
  throw new Problem(
    400,
    'idempotency-key-invalid',
    'Idempotency-Key phải gồm từ 1 đến 200 ký tự ASCII, không có dấu cách.',
    'Idempotency-Key takes 1 to 200 printable ASCII characters without spaces.',
  );
}

/**
 * What a request is in the ledger: the client's `Idempotency-Key`, by which a request sent again is the same one, else the
 * request itself.
 */
export function requestCause({ headers, requestContext }: SignedInEvent): string {
  const key = headers['idempotency-key'] ?? null;
  requireKey(key);
  return key === null ? `request/${requestContext.requestId}` : `key/${key}`;
}

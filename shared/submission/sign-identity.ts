import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../frameworks/canonical-json.ts';
import type { FormIdentity } from './submission.ts';

/** HMAC-SHA256 (hex) over the canonical JSON of exactly the identity's fields. */
export function signIdentity(identity: FormIdentity, key: Uint8Array): string {
  return createHmac('sha256', key)
    .update(canonicalJson(pickIdentity(identity)))
    .digest('hex');
}

export function verifyIdentity(identity: FormIdentity, signature: string, key: Uint8Array): boolean {
  const expected = Buffer.from(signIdentity(identity, key));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export const identityFields = [
  'unit_id',
  'group',
  'period',
  'framework_id',
  'framework_version',
  'framework_sha256',
  'template_version',
] as const satisfies readonly (keyof FormIdentity)[];

const pickIdentity = (identity: FormIdentity) =>
  Object.fromEntries(identityFields.map((field) => [field, identity[field]]));

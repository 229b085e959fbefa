import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../digest/canonical-json.ts';
import type { FormIdentity } from './submission.ts';

/** HMAC-SHA256 (hex) over the canonical JSON of the fields. */
export const signFields = (fields: Record<string, string>, key: Uint8Array): string =>
  createHmac('sha256', key).update(canonicalJson(fields)).digest('hex');

export function verifyFields(fields: Record<string, string>, signature: string, key: Uint8Array): boolean {
  const expected = Buffer.from(signFields(fields, key));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Signs exactly the identity's fields. */
export const signIdentity = (identity: FormIdentity, key: Uint8Array): string =>
  signFields(pickIdentity(identity), key);

export const verifyIdentity = (identity: FormIdentity, signature: string, key: Uint8Array): boolean =>
  verifyFields(pickIdentity(identity), signature, key);

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

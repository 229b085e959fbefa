import { createHash } from 'node:crypto';

/** One text per value: keys sorted by code unit, no white space, properties that are undefined left out. Input is plain JSON data. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlainObject(inner) ? sortKeys(inner) : inner));
}

/** SHA-256 (hex) of the UTF-8 bytes. */
export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Code units, not localeCompare: an order that depends on the machine's locale would change every hash.
const sortKeys = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

import { Fault } from './fault.ts';

/** Reads environment variables once, at import of a handler. All missing ones are named together. */
export function readEnvironment<Key extends string>(...keys: Key[]): Record<Key, string> {
  const missing = keys.filter((key) => !process.env[key]);
  if (missing.length > 0) throw new Fault('ENVIRONMENT_MISSING', `set ${missing.join(', ')}`);
  return Object.fromEntries(keys.map((key) => [key, process.env[key]])) as Record<Key, string>;
}

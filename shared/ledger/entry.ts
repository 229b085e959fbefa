import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';

/**
 * One thing that happened, at one place in a chain. Written once; nothing in the pipeline can change or delete it. Its
 * hash covers every field, `previous` among them: who changes one entry changes the head.
 */
export interface Entry<Kind extends string = string, About extends object = object> {
  /** Place in the chain, from 1, without a gap. */
  number: number;
  kind: Kind;
  /** When it happened, UTC, ISO 8601: of a receipt, when S3 had the bytes. */
  at: string;
  /** Opaque id of the person, never a name; {@link system} where nobody did it. */
  subject: string;
  /** What the person acted as. */
  role: string;
  /** What it is about, by hash and number. */
  about: About;
  /** The arrival, request or entry that it follows from. A chain holds a cause at most once. */
  cause: string;
  /** Hash of the entry before; of the first, {@link genesisOf} its chain. */
  previous: string;
}

/** What a caller gives of an entry; its place is found when it is appended. */
export type Draft<E extends Entry> = E extends Entry ? Omit<E, 'number' | 'previous' | 'cause'> : never;

/** Who acts where a step of the pipeline does what it must, whoever asked. */
export const system = { subject: 'system', role: 'system' } as const;

/** Of everything the entry holds, a field that was slipped in too. */
export const hashOf = (entry: Entry): string => sha256Of(canonicalJson(entry));

/** What the first entry follows: the chain's own name, so that no chain can be passed off as another's. */
export const genesisOf = (chain: string): string => sha256Of(chain);

/** The last entry of a chain by number and hash: what a release commits to. */
export interface Head {
  number: number;
  sha256: string;
}

/** Null for a chain that has not begun. */
export function headOf(entries: readonly Entry[]): Head | null {
  const last = entries.at(-1);
  return last ? { number: last.number, sha256: hashOf(last) } : null;
}

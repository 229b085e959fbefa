import { type Entry, genesisOf, type Head, hashOf } from './entry.ts';

/** Where a chain stops being what was written. */
export interface Break {
  chain: string;
  /** Of the first entry that is not as it was written. */
  number: number;
  reason: 'number' | 'content' | 'cause' | 'head';
}

/**
 * The first entry that is not as it was written; null where the chain is whole. A changed entry shows in the `previous`
 * of the next; the last one, and a chain cut short, show against heads that somebody kept: a list, a release.
 */
export function findBreak(chain: string, entries: readonly Entry[], heads: readonly Head[] = []): Break | null {
  const causes = new Set<string>();
  let previous = genesisOf(chain);
  for (const [index, entry] of entries.entries()) {
    const at = (number: number, reason: Break['reason']): Break => ({ chain, number, reason });
    if (entry.number !== index + 1) return at(index + 1, 'number');
    if (entry.previous !== previous) return at(changedOf(entries, index, heads), 'content');
    if (causes.has(entry.cause)) return at(index + 1, 'cause');
    causes.add(entry.cause);
    previous = hashOf(entry);
  }
  return findLostHead(chain, entries, heads);
}

/** Of two that do not fit, the later is sound when the one after it, or a head, still names it: then the earlier changed. */
function changedOf(entries: readonly Entry[], index: number, heads: readonly Head[]): number {
  const later = entries[index]!;
  const witnesses = heads.filter(({ number }) => number === index + 1).map(({ sha256 }) => sha256);
  const after = entries[index + 1];
  if (after) witnesses.push(after.previous);
  const laterIsSound = witnesses.length === 0 || witnesses.includes(hashOf(later));
  return laterIsSound ? Math.max(1, index) : index + 1;
}

/** Where all entries fit one another: the first that a head knows otherwise, or the first that is gone from the end. */
function findLostHead(chain: string, entries: readonly Entry[], heads: readonly Head[]): Break | null {
  const numbers = heads
    .filter(({ number, sha256 }) => number > entries.length || hashOf(entries[number - 1]!) !== sha256)
    .map(({ number }) => Math.min(number, entries.length + 1));
  return numbers.length > 0 ? { chain, number: Math.min(...numbers), reason: 'head' } : null;
}

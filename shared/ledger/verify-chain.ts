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
    if (entry.previous !== previous) return at(changedOf(entries, index), 'content');
    if (causes.has(entry.cause)) return at(index + 1, 'cause');
    causes.add(entry.cause);
    previous = hashOf(entry);
  }
  return findLostHead(chain, entries, heads);
}

/** Of two that do not fit, the later is sound when the one after it still follows from it: then the earlier changed. */
function changedOf(entries: readonly Entry[], index: number): number {
  const [later, after] = [entries[index]!, entries[index + 1]];
  const laterIsSound = after === undefined || after.previous === hashOf(later);
  return laterIsSound ? Math.max(1, index) : index + 1;
}

function findLostHead(chain: string, entries: readonly Entry[], heads: readonly Head[]): Break | null {
  const lost = heads
    .filter(({ number, sha256 }) => {
      const entry = entries[number - 1];
      return entry === undefined || hashOf(entry) !== sha256;
    })
    .sort((a, b) => a.number - b.number)[0];
  return lost ? { chain, number: lost.number, reason: 'head' } : null;
}

import { Fault } from '../observability/fault.ts';
import { type Entry, hashOf } from './entry.ts';

/**
 * Entries by number, each once, in whatever order and however often they came. Throws the faults `LEDGER_FORKED` and
 * `LEDGER_GAP`: what an entry that is not there says might be what counts.
 */
export function inOrder<E extends Entry>(entries: readonly E[]): E[] {
  const byNumber = new Map<number, E>();
  for (const entry of entries) {
    const known = byNumber.get(entry.number);
    if (known && hashOf(known) !== hashOf(entry))
      throw new Fault('LEDGER_FORKED', `two entries bear number ${entry.number}: ${known.cause}, ${entry.cause}`);
    byNumber.set(entry.number, known ?? entry);
  }
  const ordered = [...byNumber.values()].sort((a, b) => a.number - b.number);
  const gap = ordered.findIndex(({ number }, index) => number !== index + 1);
  if (gap !== -1) throw new Fault('LEDGER_GAP', `entry ${gap + 1} is not there, ${ordered[gap]!.number} is`);
  return ordered;
}

/** A kind that no fold knows is a fault, never skipped: what it says might be what counts. */
export function unknownKind(entry: never): never {
  throw new Fault('LEDGER_KIND_UNKNOWN', `entry ${(entry as Entry).number} is of kind ${(entry as Entry).kind}`);
}

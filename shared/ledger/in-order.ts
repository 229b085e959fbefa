import { Fault } from '../observability/fault.ts';
import type { Entry } from './entry.ts';

/** Entries by number, each once, in whatever order and however often they came. Throws the fault `LEDGER_FORKED`. */
export function inOrder<E extends Entry>(entries: readonly E[]): E[] {
  const byNumber = new Map<number, E>();
  for (const entry of entries) {
    const known = byNumber.get(entry.number);
    if (known && known.cause !== entry.cause)
      throw new Fault('LEDGER_FORKED', `two entries bear number ${entry.number}: ${known.cause}, ${entry.cause}`);
    byNumber.set(entry.number, known ?? entry);
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/** A kind that no fold knows is a fault, never skipped: what it says might be what counts. */
export function unknownKind(entry: never): never {
  throw new Fault('LEDGER_KIND_UNKNOWN', `entry ${(entry as Entry).number} is of kind ${(entry as Entry).kind}`);
}

import type { Teller } from '../ledger/append.ts';
import { noticesOfPeriod, noticesOfUnit } from './notices-of-entry.ts';
import { type OutboxDeps, writeNotices } from './outbox.ts';

/** Lays out, after an entry stands, the notices that it is told by. */
export const tellNotices = (deps: OutboxDeps): Teller => ({
  ofUnit: async (of, entry) => {
    await writeNotices(noticesOfUnit(of, entry), deps);
  },
  ofPeriod: async (of, entry) => {
    await writeNotices(noticesOfPeriod(of, entry), deps);
  },
});

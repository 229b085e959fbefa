import { setTimeout as wait } from 'node:timers/promises';
import { Fault, RetryableFault } from '../observability/fault.ts';
import {
  connectScoreTable,
  putItemOnce,
  queryItems,
  queryItemsAfter,
  type ScoreTable,
} from '../score-store/score-table.ts';
import type { ChainName } from './chain.ts';
import { type Draft, type Entry, genesisOf, hashOf } from './entry.ts';

/** The table of the chains. Nothing in it is ever updated or deleted: no function has the right to. */
export interface Ledger {
  chains: ScoreTable;
}

export const connectLedger = (name: string): Ledger => ({ chains: connectScoreTable(name) });

/**
 * In order, all pages, strongly consistent. Empty for a chain that has not begun. Of one that has been read up to an
 * entry, only what came since is read: what stands does not change.
 */
export async function readChain<E extends Entry>(
  { chains }: Ledger,
  chain: ChainName,
  known: readonly E[] = [],
): Promise<E[]> {
  const last = known.at(-1);
  return last ? [...known, ...(await queryItemsAfter<E>(chains, chain, placeKey(last)))] : queryItems<E>(chains, chain);
}

/** Sort key of an entry. */
const placeKey = ({ number }: Pick<Entry, 'number'>): string => String(number).padStart(8, '0');

export interface Appending<E extends Entry> {
  /** Found anywhere in the chain, nothing is appended. */
  cause: string;
  /**
   * What follows from the chain as it stands, null: nothing. Asked again with the longer chain when another entry came
   * between, so whatever it decides, it decides on what the entry will follow. May refuse by throwing.
   */
  decide: (entries: readonly E[]) => Draft<E> | null | Promise<Draft<E> | null>;
  /** The chain as it was read a moment ago: then only what came since is read. */
  known?: readonly E[];
  /** Must bear the chain with the new entry, or that is not written: nothing could ever take it out again. */
  fold?: (entries: readonly E[]) => unknown;
  /** Done before the entry is tried: what must not be missing should this process end right after it. */
  before?: () => Promise<unknown>;
}

export interface Appended<E extends Entry> {
  /** The whole chain as it stands now. */
  entries: E[];
  /** That of the cause, new or known; null: nothing followed. */
  entry: E | null;
  /** False: the cause was there already, or nothing followed. */
  isNew: boolean;
}

/** Times the next number is tried; each time somebody else appends one, so writers get through in turn. */
const tries = 10;

/** One conditional write of the next number. Throws the retryable fault `LEDGER_BUSY` when others were always first. */
export async function append<E extends Entry>(
  ledger: Ledger,
  chain: ChainName,
  { cause: given, decide, known: read = [], fold, before }: Appending<E>,
): Promise<Appended<E>> {
  const cause = given.toWellFormed();
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await wait(jitterMs(attempt));
    const entries = await readChain<E>(ledger, chain, read);
    const known = entries.find((entry) => entry.cause === cause);
    if (known) return { entries, entry: known, isNew: false };
    const draft = await decide(entries);
    if (draft === null) return { entries, entry: null, isNew: false };
    const entry = asStored(place(chain, entries, draft, cause));
    const longer = [...entries, entry];
    fold?.(longer);
    await before?.();
    if (await writeOnce(ledger, chain, entry)) return { entries: longer, entry, isNew: true };
  }
  throw new RetryableFault('LEDGER_BUSY', `${chain} was appended to by others ${tries} times in a row`);
}

function place<E extends Entry>(chain: ChainName, entries: readonly E[], draft: Draft<E>, cause: string): E {
  const last = entries.at(-1);
  const previous = last ? hashOf(last) : genesisOf(chain);
  return { ...draft, number: (last?.number ?? 0) + 1, cause, previous } as unknown as E;
}

/**
 * As the table will give it back, so that its hash is that of what is read: nothing undefined, and no half of a surrogate
 * pair, which UTF-8 cannot say.
 */
const asStored = <E extends Entry>(entry: E): E =>
  JSON.parse(
    JSON.stringify(entry, (key, value: unknown) => {
      if (Number.isNaN(value) || Math.abs(value as number) === Infinity)
        throw new Fault('LEDGER_NUMBER', `${key} is ${value}`);
      return typeof value === 'string' ? value.toWellFormed() : value;
    }),
  ) as E;

const writeOnce = ({ chains }: Ledger, chain: ChainName, entry: Entry): Promise<boolean> =>
  putItemOnce(chains, { pk: chain, sk: placeKey(entry), ...entry });

/** Grows with the attempt; drawn, so that two that met once do not meet again. */
const jitterMs = (attempt: number): number => Math.random() * 20 * attempt;

import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Draft } from '../../shared/ledger/entry.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { acceptedBefore } from '../../shared/ledger/standing.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { answered, certified, chainOf, decision, received } from './ledger-entries.ts';

/** Something that happens to a unit: what follows depends on what stands, as in the pipeline. */
export interface Operation {
  cause: string;
  decide(entries: readonly UnitEntry[]): Draft<UnitEntry> | null;
}

export const receive = (uploadNumber: number): Operation => ({
  cause: `upload-${uploadNumber}`,
  decide: () => received(uploadNumber),
});

/** Of the first receipt that has none. */
export const answer = (name: string): Operation => ({
  cause: `answer-${name}`,
  decide: (entries) => {
    const open = foldUnit(entries).receipts.find((receipt) => receipt.answer === null);
    return open ? answered(open.receipt, `figures ${open.upload_number}`) : null;
  },
});

const newestOf = (entries: readonly UnitEntry[]) => acceptedBefore(foldUnit(entries), Number.POSITIVE_INFINITY);

export const certify = (name: string): Operation => ({
  cause: `certify-${name}`,
  decide: (entries) => {
    const newest = newestOf(entries);
    return newest && !newest.certified ? certified(newest.receipt) : null;
  },
});

export const decide = (name: string): Operation => ({
  cause: `decide-${name}`,
  decide: (entries) => {
    const newest = newestOf(entries);
    return newest ? decision(`figures ${newest.upload_number}`, ['plan', name]) : null;
  },
});

/** The life of one unit in order, for a process to be killed in. */
export const lifeOfUnit: Operation[] = [receive(1), answer('a'), certify('a')];

export async function liveThrough(deps: LedgerDeps, of: UnitOf, operations: readonly Operation[]): Promise<void> {
  for (const operation of operations) await appendToUnit(deps, of, operation);
}

/** What the chain would be had nothing ever failed and nobody else been there: without table, engine or ledger. */
export function liveSerially(operations: readonly Operation[]): UnitEntry[] {
  const [drafts, causes]: [Draft<UnitEntry>[], string[]] = [[], []];
  for (const { cause, decide } of operations) {
    const draft = causes.includes(cause) ? null : decide(chainOf(drafts));
    if (draft === null) continue;
    drafts.push(draft);
    causes.push(cause);
  }
  return chainOf(drafts).map((entry, n) => ({ ...entry, cause: causes[n]! }));
}

/** An entry without its place among hashes, which hold the chain's name. */
export const withoutLink = ({ previous, ...entry }: UnitEntry): object => entry;

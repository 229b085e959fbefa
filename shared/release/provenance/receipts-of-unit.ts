import { type Entry, type Head, hashOf } from '../../ledger/entry.ts';
import type { PeriodState } from '../../ledger/fold-period.ts';
import { foldUnit, type Receipt } from '../../ledger/fold-unit.ts';
import { standingOf } from '../../ledger/standing.ts';
import type { Answered, Received, UnitEntry } from '../../ledger/unit-entry.ts';
import { Fault } from '../../observability/fault.ts';
import type { ReceivedFile } from './provenance.ts';

/** A unit's chain in a period, as it stood when a run was started, and the period then. */
export interface ChainAtRun {
  group: string;
  period: string;
  unit_id: string;
  entries: readonly UnitEntry[];
  head: Head;
  state: PeriodState;
}

/**
 * The receipts of the files wanted, that which counted first. The same file may have come more than once: of the one that
 * counted it is the receipt that did, of another the newest.
 */
export function receiptsOfUnit(chain: ChainAtRun, wanted: ReadonlySet<string>): ReceivedFile[] {
  const unit = foldUnit(chain.entries);
  const { current } = standingOf(unit, chain.state, chain.unit_id);
  const newestFirst = [...unit.receipts].sort((a, b) => b.upload_number - a.upload_number);
  const found = new Map<string, Receipt>();
  for (const receipt of current ? [current, ...newestFirst] : newestFirst) {
    if (wanted.has(receipt.sha256) && !found.has(receipt.sha256)) found.set(receipt.sha256, receipt);
  }
  return [...found.values()].map((receipt) => describeReceipt(receipt, chain));
}

function describeReceipt({ receipt, sha256, format, at }: Receipt, chain: ChainAtRun): ReceivedFile {
  const { group, period, entries, head } = chain;
  const received = entries.filter((entry): entry is Received => entry.kind === 'received')[receipt - 1]!;
  const answered = entries.find(
    (entry): entry is Answered => entry.kind === 'answered' && entry.about.receipt === receipt,
  );
  return {
    ...{ sha256, format, group, period, receipt, received_at: at },
    received_entry_sha256: hashOf(received),
    answered_entry_sha256: answered ? hashOf(answered) : null,
    head,
  };
}

/** A chain up to the head that a run was started on. Throws the fault `LEDGER_BROKEN`: it does not lead there. */
export function upToHead<E extends Entry>(chain: string, entries: readonly E[], head: Head): E[] {
  const before = entries.filter(({ number }) => number <= head.number);
  const last = before.at(-1);
  if (last?.number === head.number && hashOf(last) === head.sha256) return before;
  throw new Fault('LEDGER_BROKEN', `${chain} does not lead to the head that the run was started on`);
}

import { Fault } from '../observability/fault.ts';
import type { Head } from './entry.ts';
import { headOf } from './entry.ts';
import { inOrder, unknownKind } from './in-order.ts';
import type { Answered, Decided, EvidenceSent, FedBack, Received, UnitEntry } from './unit-entry.ts';

type By = { subject: string; role: string; at: string };

/** One arrival with all that was said of it. */
export interface Receipt extends By {
  /** *Lần gửi n* of the unit. */
  receipt: number;
  upload_number: number;
  format: Received['about']['format'];
  sha256: string;
  bytes: number;
  partial?: true;
  /** Of figures drafted on the server: the document of who filled what, and all who did. */
  draft_sha256?: string;
  filled_by?: string[];
  /** Null until it is answered. */
  answer: Omit<Answered['about'], 'receipt'> | null;
  certified: By | null;
  checked_again: (By & { accepted: boolean; answer_sha256: string })[];
}

export type Decision = By & Decided['about'] & { number: number };
export type Feedback = By & FedBack['about'];
export type Evidence = By & EvidenceSent['about'];

/** What a unit's chain comes to. What of it counts follows from this and the period: `standing.ts`. */
export interface UnitState {
  /** The form was taken, or a draft begun. */
  opened: boolean;
  /** In order of arrival. */
  receipts: Receipt[];
  decisions: Decision[];
  feedback: Feedback[];
  /** Files in order of arrival, those that were refused too. */
  evidence: Evidence[];
  head: Head | null;
}

/** Pure and total; no clock. Throws the faults `LEDGER_FORKED`, `LEDGER_KIND_UNKNOWN`, `LEDGER_RECEIPT_UNKNOWN`. */
export function foldUnit(entries: readonly UnitEntry[]): UnitState {
  const ordered = inOrder(entries);
  const nothing = { opened: false, receipts: [], decisions: [], feedback: [], evidence: [] };
  const state: UnitState = { ...nothing, head: headOf(ordered) };
  for (const entry of ordered) apply(state, entry);
  return state;
}

function apply(state: UnitState, entry: UnitEntry): void {
  switch (entry.kind) {
    case 'opened':
      state.opened = true;
      return;
    case 'received':
      state.receipts.push({ ...newReceipt(entry), receipt: state.receipts.length + 1 });
      return;
    case 'answered': {
      const { receipt, ...answer } = entry.about;
      const about = receiptOf(state, receipt);
      about.answer ??= answer;
      return;
    }
    case 'checked-again': {
      const { accepted, answer_sha256 } = entry.about;
      receiptOf(state, entry.about.receipt).checked_again.push({ ...byOf(entry), accepted, answer_sha256 });
      return;
    }
    case 'certified': {
      const about = receiptOf(state, entry.about.receipt);
      about.certified ??= byOf(entry);
      return;
    }
    case 'decision':
      state.decisions.push({ ...byOf(entry), ...entry.about, number: entry.number });
      return;
    case 'feedback':
      state.feedback.push({ ...byOf(entry), ...entry.about });
      return;
    case 'evidence':
      state.evidence.push({ ...byOf(entry), ...entry.about });
      return;
    default:
      unknownKind(entry);
  }
}

/** Whoever handed it in, and whoever filled a row of the draft that it was: each has sent it. */
export const sendersOf = ({ subject, filled_by = [] }: Pick<Receipt, 'subject' | 'filled_by'>): string[] => [
  subject,
  ...filled_by,
];

const byOf = ({ subject, role, at }: UnitEntry): By => ({ subject, role, at });

const newReceipt = (entry: Received): Omit<Receipt, 'receipt'> => ({
  ...byOf(entry),
  ...entry.about,
  answer: null,
  certified: null,
  checked_again: [],
});

function receiptOf({ receipts }: UnitState, receipt: number): Receipt {
  const found = receipts[receipt - 1];
  if (!found) throw new Fault('LEDGER_RECEIPT_UNKNOWN', `an entry is about receipt ${receipt} of ${receipts.length}`);
  return found;
}

import { Fault } from '../observability/fault.ts';
import type { Head } from './entry.ts';
import { headOf } from './entry.ts';
import { inOrder, unknownKind } from './in-order.ts';
import type {
  Answered,
  Decided,
  EvidenceSent,
  FedBack,
  Objected,
  ObjectionAnswered,
  Question,
  Received,
  Replied,
  UnitEntry,
} from './unit-entry.ts';

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
  /** Sent back by the unit's certifier, the last time; null: it was not. */
  returned: (By & { return_sha256: string }) | null;
  checked_again: (By & { accepted: boolean; answer_sha256: string })[];
}

export type Decision = By & Decided['about'] & { number: number };
export type Feedback = By & FedBack['about'] & { number: number };

export interface UnitQuestion extends By, Question {
  /** Place among the unit's questions, from 1. */
  question: number;
  /** Of its entry in the chain. */
  number: number;
  reply: (By & Omit<Replied['about'], 'question'> & { number: number }) | null;
}

export type Evidence = By & EvidenceSent['about'];

type ObjectionFacts = Objected['about'];

/** With the answer to it; null: it waits for one. */
export interface Objection extends By, ObjectionFacts {
  /** The n-th of the unit. */
  objection: number;
  answer: (By & Omit<ObjectionAnswered['about'], 'objection'>) | null;
}

/** What a unit's chain comes to. What of it counts follows from this and the period: `standing.ts`. */
export interface UnitState {
  /** The form was taken, or a draft begun. */
  opened: boolean;
  /** When it was first; null: it was not. */
  opened_at: string | null;
  /** In order of arrival. */
  receipts: Receipt[];
  decisions: Decision[];
  feedback: Feedback[];
  /** In the order asked. */
  questions: UnitQuestion[];
  /** Files in order of arrival, those that were refused too. */
  evidence: Evidence[];
  /** In order of arrival. */
  objections: Objection[];
  head: Head | null;
}

/** Of a chain that has not begun. */
export const untouched = (): UnitState => ({
  opened: false,
  opened_at: null,
  receipts: [],
  decisions: [],
  feedback: [],
  questions: [],
  evidence: [],
  objections: [],
  head: null,
});

/**
 * Pure and total; no clock. Throws the faults `LEDGER_FORKED`, `LEDGER_KIND_UNKNOWN`, `LEDGER_RECEIPT_UNKNOWN`,
 * `LEDGER_QUESTION_UNKNOWN`, `LEDGER_OBJECTION_UNKNOWN`.
 */
export function foldUnit(entries: readonly UnitEntry[]): UnitState {
  const ordered = inOrder(entries);
  const state: UnitState = { ...untouched(), head: headOf(ordered) };
  for (const entry of ordered) apply(state, entry);
  return state;
}

function apply(state: UnitState, entry: UnitEntry): void {
  switch (entry.kind) {
    case 'opened':
      state.opened = true;
      state.opened_at ??= entry.at;
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
    case 'returned': {
      const { receipt, return_sha256 } = entry.about;
      receiptOf(state, receipt).returned = { ...byOf(entry), return_sha256 };
      return;
    }
    case 'question': {
      const { number, about } = entry;
      state.questions.push({ ...byOf(entry), ...about, number, question: state.questions.length + 1, reply: null });
      return;
    }
    case 'reply': {
      const { question, reply_sha256 } = entry.about;
      const about = questionOf(state, question);
      about.reply ??= { ...byOf(entry), reply_sha256, number: entry.number };
      return;
    }
    case 'decision':
      state.decisions.push({ ...byOf(entry), ...entry.about, number: entry.number });
      return;
    case 'feedback':
      state.feedback.push({ ...byOf(entry), ...entry.about, number: entry.number });
      return;
    case 'evidence':
      state.evidence.push({ ...byOf(entry), ...entry.about });
      return;
    case 'objection':
      state.objections.push({ ...byOf(entry), ...entry.about, objection: state.objections.length + 1, answer: null });
      return;
    case 'objection-answered':
      answerObjection(state, entry);
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
  returned: null,
  checked_again: [],
});

function receiptOf({ receipts }: UnitState, receipt: number): Receipt {
  const found = receipts[receipt - 1];
  if (!found) throw new Fault('LEDGER_RECEIPT_UNKNOWN', `an entry is about receipt ${receipt} of ${receipts.length}`);
  return found;
}

function questionOf({ questions }: UnitState, question: number): UnitQuestion {
  const found = questions[question - 1];
  if (!found)
    throw new Fault('LEDGER_QUESTION_UNKNOWN', `an entry is about question ${question} of ${questions.length}`);
  return found;
}

/** Of two answers the first stands. */
function answerObjection({ objections }: UnitState, entry: ObjectionAnswered): void {
  const { objection, ...answer } = entry.about;
  const found = objections[objection - 1];
  if (!found)
    throw new Fault('LEDGER_OBJECTION_UNKNOWN', `an entry answers objection ${objection} of ${objections.length}`);
  found.answer ??= { ...byOf(entry), ...answer };
}

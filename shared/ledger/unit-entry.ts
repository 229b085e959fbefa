import type { EvidenceType, RawFormat } from '../lake/keys.ts';
import type { Entry } from './entry.ts';

/** What happens to one unit in one period. */
export type UnitEntry =
  | Opened
  | Received
  | Answered
  | CheckedAgain
  | Certified
  | Returned
  | Asked
  | Replied
  | Decided
  | FedBack
  | EvidenceSent
  | Objected
  | ObjectionAnswered;

export type Opened = Entry<'opened', FormTaken>;
export type Received = Entry<'received', FileArrived>;
export type Answered = Entry<'answered', FirstAnswer>;
export type CheckedAgain = Entry<'checked-again', LaterAnswer>;
export type Certified = Entry<'certified', Certification>;
export type Returned = Entry<'returned', SentBack>;
export type Asked = Entry<'question', Question>;
export type Replied = Entry<'reply', Reply>;
export type Decided = Entry<'decision', UnitDecisions>;
export type FedBack = Entry<'feedback', IndicatorFeedback>;
export type EvidenceSent = Entry<'evidence', EvidenceFile>;
export type Objected = Entry<'objection', UnitObjection>;
export type ObjectionAnswered = Entry<'objection-answered', AnswerToObjection>;

/** `opened`: the unit took its form, or began to fill it on the server. */
export interface FormTaken {
  framework_sha256: string;
}

/** `received`. Cause: the upload number of a signed form, the idempotency key or request of a table by API. */
export interface FileArrived {
  /** Given out per period before the file came: decides which of two is newer. */
  upload_number: number;
  format: RawFormat;
  /** Of the bytes, computed again when they came. */
  sha256: string;
  bytes: number;
  /** Rows to be laid over what stood; absent: the file is whole. */
  partial?: true;
  /** Of who filled which row and when, as kept in the lake; absent: it was not drafted on the server. */
  draft_sha256?: string;
  /** Everybody who filled a row of that draft: each counts as having sent the whole. */
  filled_by?: string[];
}

/** `answered`: the first answer to a receipt, which stands for ever. Cause: the `received` entry. */
export interface FirstAnswer {
  /** *Lần gửi n*: the n-th receipt of the unit. */
  receipt: number;
  accepted: boolean;
  /** Of the answer as kept in the lake. */
  answer_sha256: string;
  /** Of the figures it was accepted with; null: rejected. */
  figures_sha256: string | null;
  /** Earlier files of which a part left figures standing; absent: all are of the file itself. */
  kept_from?: string[];
  errors: number;
  warnings: number;
  /** Findings by rule; absent: there are none, or it was answered before they were counted. */
  rules?: Record<string, number>;
  /** The accepted receipt of the greatest smaller upload number known then; null: there was none. */
  compared_with: number | null;
  /** Figures of this receipt that a greater one, accepted before it, lacks: told, for nobody compared the two. */
  withdrawn?: { by: number; figures: string[] };
  /** Of a file that the ministry handed in without a unit: whose it turned out to be. */
  filed_under?: string;
}

/** `checked-again`, under other rules or another key; changes nothing that counts. */
export interface LaterAnswer {
  receipt: number;
  accepted: boolean;
  answer_sha256: string;
}

/** `certified`, by a person who did not send it. */
export interface Certification {
  receipt: number;
  figures_sha256: string;
}

/** `returned`: the unit's certifier sends a receipt back to who sent it, with words. What counts stays as it was. */
export interface SentBack {
  receipt: number;
  figures_sha256: string;
  /** Of the words, as kept in the lake. */
  return_sha256: string;
}

/** `question`: the ministry asks the unit. Its number is its place among the unit's questions. */
export interface Question {
  /** Of the text, as kept in the lake. */
  question_sha256: string;
  /** What it is about; absent: the unit as a whole. */
  indicator?: string;
  /** Figures that it was asked about; absent: none. */
  figures_sha256?: string;
  /** Last day for an answer, in Vietnam: `2026-10-15`. */
  answer_by: string;
}

/** `reply`: the unit's answer to one question. */
export interface Reply {
  /** Number of the question. */
  question: number;
  /** Of the text, as kept in the lake. */
  reply_sha256: string;
}

/** `decision`: those of one appraisal workbook, or one request, on the unit. They hold for the figures named and no others. */
export interface UnitDecisions {
  figures_sha256: string;
  /** Of the decisions as kept in the lake, with points and reasons. */
  decisions_sha256: string;
  /** Of the workbook or request that stated them, as received. */
  appraisal_sha256: string;
  /** Absent: a workbook. */
  format?: 'json';
  /** Indicators whose points it sets. */
  decided: string[];
  /** Indicators whose decision it takes back. */
  withdrawn: string[];
}

/** `feedback`: what the unit answered to the appraisal of one indicator. */
export interface IndicatorFeedback {
  indicator: string;
  figures_sha256: string;
  feedback_sha256: string;
}

/** `evidence`: a file that proves figures came, or is used again. Cause: the number of its signed form, or the request. */
export interface EvidenceFile {
  /** Given out per period before the file came. */
  upload_number: number;
  /** What it proves; absent: several indicators, or none in particular. */
  indicator?: string;
  /** Of the bytes, computed again when they came. */
  sha256: string;
  bytes: number;
  /** Looked up in the bytes; null: the file was refused. */
  type: EvidenceType | null;
  /** Taken from what the unit sent for another period or indicator; absent: the bytes came with this entry. */
  reused_from?: { group: string; period: string; upload_number: number };
  /** Of what is known of it, as kept in the lake: names of files may name people. */
  evidence_sha256: string;
}

/** `objection`: to what a run that the unit was shown came to for it. */
export interface UnitObjection {
  /** The run that was shown. */
  run_id: string;
  /** What it is about; absent: the result as a whole. */
  indicator?: string;
  /** Of its words, as kept in the lake. */
  objection_sha256: string;
}

/** `objection-answered`, by the ministry. */
export interface AnswerToObjection {
  /** The n-th of the unit. */
  objection: number;
  /** Whether the ministry follows it; what then changes is decided as every decision is. */
  outcome: 'accepted' | 'declined';
  /** Of the reasons, as kept in the lake. */
  answer_sha256: string;
}

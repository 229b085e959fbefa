import type { RawFormat } from '../lake/keys.ts';
import type { Entry } from './entry.ts';

/** What happens to one unit in one period. */
export type UnitEntry = Opened | Received | Answered | CheckedAgain | Certified | Decided | FedBack;

/** The unit took its form. */
export type Opened = Entry<'opened', { framework_sha256: string }>;

/** A file arrived. Cause: the upload number of a signed form, the idempotency key or request of a table by API. */
export type Received = Entry<
  'received',
  {
    /** Given out per period before the file came: decides which of two is newer. */
    upload_number: number;
    format: RawFormat;
    /** Of the bytes, computed again when they came. */
    sha256: string;
    bytes: number;
    /** Rows to be laid over what stood; absent: the file is whole. */
    partial?: true;
  }
>;

/** The first answer to a receipt, which stands for ever. Cause: the `received` entry. */
export type Answered = Entry<
  'answered',
  {
    /** *Lần gửi n*: the n-th receipt of the unit. */
    receipt: number;
    accepted: boolean;
    /** Of the answer as kept in the lake. */
    answer_sha256: string;
    /** Of the figures it was accepted with; null: rejected. */
    figures_sha256: string | null;
    errors: number;
    warnings: number;
    /** The accepted receipt of the greatest smaller upload number known then; null: there was none. */
    compared_with: number | null;
    /** Figures of this receipt that a greater one, accepted before it, lacks: told, for nobody compared the two. */
    withdrawn?: { by: number; figures: string[] };
    /** Of a file that the ministry handed in without a unit: whose it turned out to be. */
    filed_under?: string;
  }
>;

/** Checked under other rules or another key, later; changes nothing that counts. */
export type CheckedAgain = Entry<'checked-again', { receipt: number; accepted: boolean; answer_sha256: string }>;

export type Certified = Entry<'certified', { receipt: number; figures_sha256: string }>;

/** Decisions of one appraisal workbook on one unit. They hold for the figures named and no others. */
export type Decided = Entry<
  'decision',
  {
    figures_sha256: string;
    /** Of the decisions as kept in the lake, with points and reasons. */
    decisions_sha256: string;
    /** Of the workbook that stated them. */
    appraisal_sha256: string;
    /** Indicators whose points it sets. */
    decided: string[];
    /** Indicators whose decision it takes back. */
    withdrawn: string[];
  }
>;

/** What the unit answered to the appraisal of one indicator. */
export type FedBack = Entry<'feedback', { indicator: string; figures_sha256: string; feedback_sha256: string }>;

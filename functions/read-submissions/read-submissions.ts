import { enterFiled, enterRound } from '../../shared/http/enter.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readBoard } from '../../shared/ledger/board.ts';
import type { PeriodOf, UnitOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { type Standing, standingOf } from '../../shared/ledger/standing.ts';
import { findingBounds } from '../../shared/submission/bound-findings.ts';
import {
  type CheckedReceipt,
  type InPeriod,
  type ToldReceipt,
  tellChecked,
  tellReceipt,
} from '../../shared/submission/tell-answer.ts';
import { unidentified } from '../../shared/submission/upload-limits.ts';
import type { NamedUnit } from '../../shared/units/names.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { type UnitLine, unitLine } from './unit-line.ts';

export interface ReadSubmissionsDeps extends LedgerDeps {
  lake: Bucket;
}

export interface PeriodSubmissions {
  state: PeriodState['state'];
  deadline_at: string | null;
  /** Members of the group by unit_id, then what nobody's file is in. */
  units: UnitLine[];
  /** Members of which nothing counts. */
  missing: NamedUnit[];
}

/** The ministry's view of a period, from the list that is made from the chains. */
export async function listPeriod(
  { group, period }: PeriodOf,
  caller: Caller,
  deps: ReadSubmissionsDeps,
): Promise<PeriodSubmissions> {
  const state = await enterRound(caller, { group, period }, deps.ledger, 'appraiser', 'publisher', 'operator');
  const board = await readBoard(deps.table, deps.ledger, { group, period });
  const members = membersOf(group, period).map(({ unit_id }) => unit_id);
  const listed = board.has(unidentified) ? [...members, unidentified] : members;
  const units = listed.map((unitId) => unitLine(unitId, board.get(unitId) ?? null, state));
  return {
    state: state.state,
    deadline_at: state.terms.deadline_at ?? null,
    units,
    missing: units
      .filter(({ unit_id, current }) => current === null && unit_id !== unidentified)
      .map(({ unit_id, unit_name_vi }) => ({ unit_id, unit_name_vi })),
  };
}

export interface UnitSubmissions {
  state: Standing['state'];
  reopened_until: string | null;
  /** How many questions wait for its answer, in a closed period too, and until when the first; null: none. */
  asked: { questions: number; answer_by: string } | null;
  /** Newest receipt first. */
  submissions: ToldReceipt[];
  /** Number to ask on from: `?before=…`; null: that was all. */
  next_before: number | null;
}

/** A page: each receipt is a document of the lake. */
const receiptsPerPage = 20;

/** A unit's own receipts of a period, a page of them, each with its first findings: the receipt itself tells more. */
export async function listUnit(
  { before, ...of }: UnitOf & { before: number | null },
  caller: Caller,
  deps: ReadSubmissionsDeps,
): Promise<UnitSubmissions> {
  const told = await readOwn(of, caller, deps);
  const { state, reopened_until, questions } = standingOf(told.unit, told.period, of.unit_id);
  const earlier = told.unit.receipts.filter(({ receipt }) => before === null || receipt < before).reverse();
  const page = earlier.slice(0, receiptsPerPage);
  return {
    state,
    reopened_until,
    asked: tellAsked(questions),
    submissions: await Promise.all(page.map((receipt) => tellReceipt(receipt, told, deps.lake, findingBounds.listed))),
    next_before: earlier.length > page.length ? (page.at(-1)?.receipt ?? null) : null,
  };
}

function tellAsked(questions: Standing['questions']): UnitSubmissions['asked'] {
  const [answer_by] = questions.map((question) => question.answer_by).sort();
  return answer_by === undefined ? null : { questions: questions.length, answer_by };
}

/** One receipt with its answer and figures. */
export async function readReceipt(
  { receipt, ...of }: UnitOf & { receipt: string },
  caller: Caller,
  deps: ReadSubmissionsDeps,
): Promise<CheckedReceipt> {
  const told = await readOwn(of, caller, deps);
  return tellChecked(requireReceipt(told.unit, { receipt }), told, deps.lake);
}

/** What stands of a unit, for whoever may read it. */
export async function readOwn(of: UnitOf, caller: Caller, { ledger }: ReadSubmissionsDeps): Promise<InPeriod> {
  const period = await enterFiled(caller, of, ledger, 'officer', 'certifier', 'publisher', 'appraiser');
  return { of, period, unit: await readUnit(ledger, of) };
}

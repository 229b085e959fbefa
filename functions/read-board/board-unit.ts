import { askedIndicators } from '../../shared/frameworks/asked-indicators.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { type Receipt, type UnitState, untouched } from '../../shared/ledger/fold-unit.ts';
import { isInTime, isLate, type Standing, standingOf } from '../../shared/ledger/standing.ts';
import { deadlineDay } from '../../shared/periods/deadline.ts';
import type { Unit } from '../../shared/units/unit.ts';

/** One unit of the board. */
export interface BoardUnit {
  unit_id: string;
  unit_name_vi: string;
  full_name_vi: string;
  state: Standing['state'];
  /** When its form was first taken or a draft begun; null: it was not. */
  opened_at: string | null;
  receipts: number;
  /** Sent last, whatever became of it; null: nothing was sent. */
  last: LastReceipt | null;
  /** Number of the receipt that a run would take; null: none. */
  current: number | null;
  /** Accepted, newer, and waiting for the unit's certifier; null: none. */
  waiting: number | null;
  /** What counts came after the deadline, or nothing has come and it is past. */
  late: boolean;
  /** Last day on which it may send again; null: it is not reopened. */
  reopened_until: string | null;
  /** Indicators whose appraisal holds for the current figures, of those it is asked for. */
  appraised: number;
  asked: number;
  /** Questions of the ministry that wait for the unit's answer. */
  questions_open: number;
  /** Objections that wait for an answer. */
  objections_open: number;
}

export interface LastReceipt {
  receipt: number;
  received_at: string;
  /** Opaque id of the person, and as what. */
  sent_by: string;
  sent_as: string;
  status: 'received' | 'accepted' | 'rejected';
  errors: number;
  warnings: number;
  late: boolean;
  /** False: it came after a closing and is kept only. */
  in_time: boolean;
}

export interface BoardOf extends PeriodOf {
  state: PeriodState;
  framework: Framework;
  now: Date;
}

export function boardUnit(
  { unit_id, name_vi, full_name_vi }: Unit,
  known: UnitState | undefined,
  of: BoardOf,
): BoardUnit {
  const unit = known ?? untouched();
  const standing = standingOf(unit, of.state, unit_id);
  const last = unit.receipts.at(-1);
  return {
    ...{ unit_id, unit_name_vi: name_vi, full_name_vi, state: standing.state, opened_at: unit.opened_at },
    receipts: unit.receipts.length,
    last: last ? lastReceipt(last, of.state, unit_id) : null,
    current: standing.current?.receipt ?? null,
    waiting: standing.waiting?.receipt ?? null,
    late: standing.late || isOverdue(standing, of),
    reopened_until: standing.reopened_until === null ? null : deadlineDay(standing.reopened_until),
    appraised: standing.decisions.size,
    asked: askedIndicators(of.framework, { unit_id, group: of.group, period: of.period }).length,
    questions_open: standing.questions.length,
    objections_open: unit.objections.filter(({ answer }) => answer === null).length,
  };
}

/** Nothing of it counts and the deadline is past. */
const isOverdue = ({ current }: Standing, { state, now }: BoardOf): boolean =>
  current === null && state.terms.deadline_at !== undefined && now.toISOString() >= state.terms.deadline_at;

const lastReceipt = (receipt: Receipt, period: PeriodState, unitId: string): LastReceipt => ({
  receipt: receipt.receipt,
  received_at: receipt.at,
  sent_by: receipt.subject,
  sent_as: receipt.role,
  status: receipt.answer === null ? 'received' : receipt.answer.accepted ? 'accepted' : 'rejected',
  errors: receipt.answer?.errors ?? 0,
  warnings: receipt.answer?.warnings ?? 0,
  late: isLate(receipt.at, period, unitId),
  in_time: isInTime(receipt.at, period, unitId),
});

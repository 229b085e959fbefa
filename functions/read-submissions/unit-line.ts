import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { type Receipt, type UnitState, untouched } from '../../shared/ledger/fold-unit.ts';
import { isInTime, isLate, lapsedIndicators, newest, type Standing, standingOf } from '../../shared/ledger/standing.ts';
import { type NamedUnit, named } from '../../shared/units/names.ts';

/** One receipt in a list of units. */
export interface ReceiptLine {
  receipt: number;
  sha256: string;
  received_at: string;
  status: 'received' | 'accepted' | 'rejected';
  errors: number;
  warnings: number;
  late: boolean;
  /** It came after a closing and is kept only. */
  in_time: boolean;
}

export interface UnitLine extends NamedUnit {
  state: Standing['state'];
  receipts: number;
  /** That a run would take; null: none. */
  current: ReceiptLine | null;
  /** Accepted and newer, and waiting for the unit's certifier. */
  waiting: ReceiptLine | null;
  /** Sent last, whatever became of it. */
  newest: ReceiptLine | null;
  reopened_until: string | null;
  /** Questions of the ministry that the unit has not answered. */
  in_question: number;
  /** Indicators whose appraisal holds for the current figures. */
  appraised: number;
  /** Those decided on earlier figures of the unit and not on the current ones: its own points count for them again. */
  lapsed: string[];
  /** Figures that an earlier file, accepted later, has and the current one lacks. */
  withdrawn: string[];
}

export function unitLine(unitId: string, known: UnitState | null, period: PeriodState): UnitLine {
  const unit = known ?? untouched();
  const standing = standingOf(unit, period, unitId);
  const { state, current, waiting, reopened_until, decisions, questions } = standing;
  const line = (receipt: Receipt | null) => receipt && receiptLine(receipt, period, unitId);
  return {
    ...named(unitId),
    state,
    receipts: unit.receipts.length,
    current: line(current),
    waiting: line(waiting),
    newest: line(newest(unit.receipts)),
    reopened_until,
    in_question: questions.length,
    appraised: decisions.size,
    lapsed: lapsedIndicators(unit, standing),
    withdrawn: unit.receipts.flatMap(({ answer }) =>
      current !== null && answer?.withdrawn?.by === current.receipt ? answer.withdrawn.figures : [],
    ),
  };
}

const receiptLine = (receipt: Receipt, period: PeriodState, unitId: string): ReceiptLine => ({
  receipt: receipt.receipt,
  sha256: receipt.sha256,
  received_at: receipt.at,
  status: receipt.answer === null ? 'received' : receipt.answer.accepted ? 'accepted' : 'rejected',
  errors: receipt.answer?.errors ?? 0,
  warnings: receipt.answer?.warnings ?? 0,
  late: isLate(receipt.at, period, unitId),
  in_time: isInTime(receipt.at, period, unitId),
});

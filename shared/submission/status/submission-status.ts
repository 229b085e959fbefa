import type { PeriodOf } from '../../ledger/chain.ts';
import type { PeriodState } from '../../ledger/fold-period.ts';
import { type Receipt, type UnitState, untouched } from '../../ledger/fold-unit.ts';
import { isInTime, isLate, type Standing, standingOf } from '../../ledger/standing.ts';
import type { Unit } from '../../units/unit.ts';
import { countFindings, type RuleCount } from './count-findings.ts';

/** Who sent what when, and what became of it: of a whole group, at one moment of a round. */
export interface SubmissionStatus extends PeriodOf {
  /** UTC; what follows was so then. */
  at: string;
  state: PeriodState['state'];
  deadline_at: string | null;
  units: UnitStatus[];
  /** In order of units, then of arrival. */
  receipts: ReceiptStatus[];
  /** Of what each unit sent last, the most frequent first. */
  rules: RuleCount[];
}

export interface UnitStatus {
  unit_id: string;
  unit_name_vi: string;
  state: Standing['state'];
  receipts: number;
  /** Number of the receipt that a run would take; null: none. */
  current: number | null;
  late: boolean;
  appraised: number;
  questions_open: number;
  objections_open: number;
}

export interface ReceiptStatus {
  unit_id: string;
  unit_name_vi: string;
  receipt: number;
  received_at: string;
  /** Opaque id of the person, and as what. */
  sent_by: string;
  sent_as: string;
  format: Receipt['format'];
  status: 'received' | 'accepted' | 'rejected';
  errors: number;
  warnings: number;
  late: boolean;
  /** False: it came after a closing and is kept only. */
  in_time: boolean;
  /** By which role; null: nobody signed for it. */
  certified: { at: string; role: string } | null;
  returned_at: string | null;
  sha256: string;
}

export interface StatusOf extends PeriodOf {
  state: PeriodState;
  members: readonly Unit[];
  /** What the chains of units come to; a unit that did nothing is absent. */
  chains: ReadonlyMap<string, UnitState>;
  at: Date;
}

export function submissionStatus({ group, period, state, members, chains, at }: StatusOf): SubmissionStatus {
  const known = members.map((unit) => ({ unit, chain: chains.get(unit.unit_id) ?? untouched() }));
  const own = new Map(known.map(({ unit, chain }) => [unit.unit_id, chain]));
  return {
    ...{ group, period, at: at.toISOString(), state: state.state },
    deadline_at: state.terms.deadline_at ?? null,
    units: known.map(({ unit, chain }) => unitStatus(unit, chain, state)),
    receipts: known.flatMap(({ unit, chain }) => chain.receipts.map((receipt) => receiptStatus(unit, receipt, state))),
    rules: countFindings(own),
  };
}

function unitStatus({ unit_id, full_name_vi }: Unit, chain: UnitState, period: PeriodState): UnitStatus {
  const standing = standingOf(chain, period, unit_id);
  return {
    ...{ unit_id, unit_name_vi: full_name_vi, state: standing.state, receipts: chain.receipts.length },
    current: standing.current?.receipt ?? null,
    late: standing.late,
    appraised: standing.decisions.size,
    questions_open: standing.questions.length,
    objections_open: chain.objections.filter(({ answer }) => answer === null).length,
  };
}

const receiptStatus = ({ unit_id, full_name_vi }: Unit, receipt: Receipt, period: PeriodState): ReceiptStatus => ({
  ...{ unit_id, unit_name_vi: full_name_vi, receipt: receipt.receipt, received_at: receipt.at },
  ...{ sent_by: receipt.subject, sent_as: receipt.role, format: receipt.format, sha256: receipt.sha256 },
  status: receipt.answer === null ? 'received' : receipt.answer.accepted ? 'accepted' : 'rejected',
  errors: receipt.answer?.errors ?? 0,
  warnings: receipt.answer?.warnings ?? 0,
  late: isLate(receipt.at, period, unit_id),
  in_time: isInTime(receipt.at, period, unit_id),
  certified: receipt.certified && { at: receipt.certified.at, role: receipt.certified.role },
  returned_at: receipt.returned?.at ?? null,
});

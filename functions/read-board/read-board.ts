import type { Caller } from '../../shared/identity/caller.ts';
import { readBoard as readRows } from '../../shared/ledger/board.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { describePreview, type PreviewView } from '../../shared/ledger/describe-period.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { type KeptOpen, keepsOpen } from '../../shared/ledger/keeps-open.ts';
import { standingPreview } from '../../shared/ledger/preview.ts';
import { type DayCounts, noCounts, type StateCounts, statesByDay } from '../../shared/ledger/states-by-day.ts';
import { deadlineDay } from '../../shared/periods/deadline.ts';
import { parsePeriod, periodLabelVi } from '../../shared/periods/period.ts';
import { countFindings, type RuleCount } from '../../shared/submission/status/count-findings.ts';
import { groupNameVi } from '../../shared/units/names.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { type BoardUnit, boardUnit } from './board-unit.ts';
import { type ReadBoardDeps, readBoardOf } from './read-units.ts';
import { type UnitToCall, unitsToCall } from './units-to-call.ts';

export interface Board extends PeriodOf {
  group_name_vi: string;
  period_label_vi: string;
  state: PeriodState['state'];
  certification: 'required' | null;
  opened_at: string;
  /** Last day for sending; null: none. */
  deadline: string | null;
  deadline_at: string | null;
  unit_count: number;
  /** By state now; adds up to `unit_count`. */
  counts: StateCounts;
  /** Beside the states: a unit may be several of these. */
  late: number;
  reopened: number;
  waiting: number;
  /** A question of the ministry waits for their answer. */
  in_question: number;
  /** Nothing of them counts yet. */
  not_in: number;
  /** What keeps it from being closed now, units being missing; null: nothing does. */
  kept_open: KeptOpen | null;
  /** All that it is asked for is appraised. */
  appraised: number;
  /** At the end of each day on which something changed. */
  by_day: DayCounts[];
  /** Of what each unit sent last, the most frequent first. */
  findings: RuleCount[];
  /** Where somebody should ring: nothing opened, nothing accepted, rejected again and again. */
  to_call: UnitToCall[];
  objections: { open: number; answered: number };
  preview: PreviewView | null;
}

/** Of the rules that find something; what comes after is rare. */
const rulesTold = 12;

/** The live board of a period: every figure is counted from the chains of its units as they stand now. */
export async function readBoard(asked: PeriodOf, caller: Caller, deps: ReadBoardDeps): Promise<Board> {
  const of = await readBoardOf(asked, caller, deps);
  const { group, period, state, now } = of;
  const members = membersOf(group, period);
  const ids = new Set(members.map(({ unit_id }) => unit_id));
  // What the ministry handed in without a unit stands in the list too, and is nobody's.
  const rows = new Map([...(await readRows(deps.table, deps.ledger, asked))].filter(([unitId]) => ids.has(unitId)));
  const units = members.map((unit) => boardUnit(unit, rows.get(unit.unit_id), of));
  const counted = count(units);
  const objections = [...rows.values()].flatMap((unit) => unit.objections);
  const open = objections.filter(({ answer }) => answer === null).length;
  return {
    ...{ group, group_name_vi: groupNameVi(group), period, state: state.state },
    period_label_vi: periodLabelVi(parsePeriod(period)),
    certification: state.terms.certification ?? null,
    opened_at: state.opened_at,
    deadline: state.terms.deadline_at ? deadlineDay(state.terms.deadline_at) : null,
    deadline_at: state.terms.deadline_at ?? null,
    unit_count: members.length,
    ...counted,
    kept_open: counted.not_in > 0 ? keepsOpen(period, state.terms, now) : null,
    by_day: statesByDay(rows, members.length, state),
    findings: countFindings(rows, rulesTold),
    to_call: unitsToCall(units, rows),
    objections: { open, answered: objections.length - open },
    preview: describePreview(standingPreview(state), now),
  };
}

function count(
  units: BoardUnit[],
): Pick<Board, 'counts' | 'not_in' | 'late' | 'reopened' | 'waiting' | 'in_question' | 'appraised'> {
  const counts = noCounts();
  for (const { state } of units) counts[state]++;
  const countOf = (claim: (unit: BoardUnit) => boolean) => units.filter(claim).length;
  return {
    counts,
    not_in: countOf(({ current }) => current === null),
    late: countOf(({ late }) => late),
    reopened: countOf(({ reopened_until }) => reopened_until !== null),
    in_question: countOf(({ questions_open }) => questions_open > 0),
    waiting: countOf(({ waiting }) => waiting !== null),
    appraised: countOf(({ current, appraised, asked }) => current !== null && appraised >= asked),
  };
}

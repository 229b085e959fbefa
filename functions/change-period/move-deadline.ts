import { requireRound } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { PeriodView } from '../../shared/ledger/describe-period.ts';
import { endOfDayInVietnam } from '../../shared/periods/deadline.ts';
import { periodNamedVi } from '../../shared/periods/period.ts';
import { groupNameVi } from '../../shared/units/names.ts';
import { type ChangePeriodDeps, changePeriod, type PeriodRequest } from './change-period.ts';

export interface MoveDeadlineInput extends PeriodRequest {
  /** Last day for sending, `YYYY-MM-DD`. */
  deadline: string;
  reason_vi: string;
}

/** Moves the deadline of an open period, or sets one, with a reason. To the same day again: nothing happens. */
export async function moveDeadline(
  { deadline, reason_vi, ...of }: MoveDeadlineInput,
  caller: Caller,
  deps: ChangePeriodDeps,
): Promise<PeriodView> {
  requireRound(caller, of, 'publisher');
  const deadline_at = endOfDayInVietnam(deadline);
  const by = await actorOf(deps.table, caller);
  return changePeriod(of, deps, ({ state, terms }) => {
    if (terms.deadline_at === deadline_at) return null;
    if (state !== 'open') throw isClosed(of);
    const about = { deadline_at, reason_vi: reason_vi.normalize('NFC') };
    return { kind: 'deadline-moved', at: deps.now().toISOString(), ...by, about };
  });
}

const isClosed = ({ group, period }: PeriodRequest): Problem =>
  new Problem(
    409,
    'period-closed',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đã đóng nên không còn đổi được hạn gửi; đề nghị mở lại cho từng đơn vị.`,
    'The period was closed: its deadline stays; reopen it for a unit.',
  );

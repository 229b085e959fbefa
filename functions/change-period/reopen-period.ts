import { requireRound } from '../../shared/http/enter.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { PeriodView } from '../../shared/ledger/describe-period.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { endOfDayInVietnam } from '../../shared/periods/deadline.ts';
import { periodNamedVi } from '../../shared/periods/period.ts';
import { groupNameVi } from '../../shared/units/names.ts';
import { type ChangePeriodDeps, changePeriod, type PeriodRequest } from './change-period.ts';

export interface ReopenInput extends PeriodRequest {
  unit_id: string;
  /** Last day on which its files count, `YYYY-MM-DD`. */
  until: string;
  reason_vi: string;
}

/** Lets one unit send again until a day, with a reason. The period is open until it is closed again. */
export async function reopenPeriod(
  { unit_id, until, reason_vi: words, ...of }: ReopenInput,
  caller: Caller,
  deps: ChangePeriodDeps,
): Promise<PeriodView> {
  requireRound(caller, of, 'publisher');
  requireMember(unit_id, of.group, of.period);
  const reopening = { unit_id, until_at: endOfDayInVietnam(until), reason_vi: words.normalize('NFC') };
  if (reopening.until_at <= deps.now().toISOString()) throw untilPast();
  const by = await actorOf(deps.table, caller);
  return changePeriod(of, deps, (state) => {
    if (state.state === 'open') throw isOpen(of);
    if (isReopened(state, reopening)) return null;
    return { kind: 'reopened', at: deps.now().toISOString(), ...by, about: reopening };
  });
}

interface Asked {
  unit_id: string;
  until_at: string;
  reason_vi: string;
}

/** The same request again, by whoever did not hear the answer. */
function isReopened({ state, closings, reopenings }: PeriodState, asked: Asked): boolean {
  const own = reopenings.filter((one) => one.unit_id === asked.unit_id && one.after_closing === closings.length);
  const last = own.at(-1);
  return state === 'reopened' && last?.until_at === asked.until_at && last.reason_vi === asked.reason_vi;
}

const isOpen = ({ group, period }: PeriodRequest): Problem =>
  new Problem(
    409,
    'period-open',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đang mở; đơn vị vẫn gửi được, không cần mở lại.`,
    'The period is open; the unit can send without being reopened.',
  );

const untilPast = (): Problem =>
  new Problem(
    422,
    'until-past',
    'Ngày mở lại đến (until) đã qua; đề nghị ghi hôm nay hoặc một ngày sau.',
    '"until" is past; write today or a later day.',
  );

import { dayInVietnam } from '../../shared/format/format-date.ts';
import { requireRound } from '../../shared/http/enter.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { readUnits, type UnitInPeriod } from '../../shared/ledger/read-ledger.ts';
import { dueOf } from '../../shared/notices/due-reminders.ts';
import type { Notice } from '../../shared/notices/notice.ts';
import { writeNotices } from '../../shared/notices/outbox.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { groupNameVi } from '../../shared/units/names.ts';
import { membersOf } from '../../shared/units/registry.ts';

export interface RemindPeriodDeps {
  lake: Bucket;
  ledger: Ledger;
  table: ScoreTable;
  now: () => Date;
}

export interface Reminded {
  /** Units a notice was laid out for. */
  reminded: string[];
  /** Units that were reminded today already. */
  already: string[];
  /** Units that have nothing left to send. */
  complete: string[];
}

/** Reminds now, whoever lacks something or one unit alone: each at most once a day, however often it is asked for. */
export async function remindPeriod(
  { group, period, unit_id }: PeriodOf & { unit_id?: string | undefined },
  caller: Caller,
  deps: RemindPeriodDeps,
): Promise<Reminded> {
  requireRound(caller, { group, period }, 'publisher');
  if (unit_id !== undefined) requireMember(unit_id, group, period);
  const of = { group, period };
  const state = await requirePeriod(deps.ledger, group, period);
  if (state.state === 'closed') throw closed(of);
  const asked = unit_id === undefined ? membersOf(group, period).map((unit) => unit.unit_id) : [unit_id];
  const units = await readUnits(deps.ledger, of, state, asked);
  const deadlineOf = (unit: UnitInPeriod) => dueOf(state, unit)?.deadline;
  const due = units.filter((unit) => deadlineOf(unit) !== undefined);
  const notices = due.map((unit) => noticeOf(of, unit, deadlineOf(unit)!, deps.now()));
  const written = new Set((await writeNotices(notices, deps)).map(({ to }) => to));
  return {
    reminded: due.map((unit) => unit.unit_id).filter((id) => written.has(id)),
    already: due.map((unit) => unit.unit_id).filter((id) => !written.has(id)),
    complete: units.filter((unit) => !due.includes(unit)).map((unit) => unit.unit_id),
  };
}

function noticeOf({ group, period }: PeriodOf, unit: UnitInPeriod, deadline: string, now: Date): Notice {
  const today = dayInVietnam(now.toISOString());
  const kind = deadline < today ? 'late' : 'reminder';
  const about = { deadline, asked_on: today };
  return { kind, group, period, to: unit.unit_id, about, facts: { state: unit.standing.state }, at: now.toISOString() };
}

const closed = ({ group, period }: PeriodOf): Problem =>
  new Problem(
    409,
    'period-closed',
    `Kỳ ${period} của nhóm ${groupNameVi(group)} đã đóng nên không nhắc được; đề nghị mở lại đơn vị cần gửi trước.`,
    'The period is closed; reopen a unit first.',
  );

import { formatDate } from '../../shared/format/format-date.ts';
import { formatList } from '../../shared/format/format-list.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { PeriodTerms } from '../../shared/ledger/period-entry.ts';
import { deadlineDay } from '../../shared/periods/deadline.ts';
import { lastDayOf, parsePeriod, periodVi } from '../../shared/periods/period.ts';
import { groupOf } from '../../shared/units/groups.ts';
import type { Unit } from '../../shared/units/unit.ts';

/** Units that are named; the list of the period has them all. */
const namedUnits = 5;

/** What is missing for a closing: who is not in, and until when they may be. */
export function notClosable(
  { group, period }: { group: string; period: string },
  { deadline_at, certification }: PeriodTerms,
  missing: Unit[],
): Problem {
  const label = `Chưa đóng được kỳ ${periodVi(parsePeriod(period))} của nhóm ${groupOf(group).name_vi}`;
  const [until, untilEn] =
    deadline_at === undefined
      ? [`kỳ kết thúc hết ngày ${formatDate(lastDayOf(parsePeriod(period)))}`, 'the period is not over']
      : [`hạn gửi là hết ngày ${formatDate(deadlineDay(deadline_at))}`, 'the deadline is not past'];
  const lacking = certification === 'required' ? 'được tiếp nhận và xác nhận' : 'được tiếp nhận';
  return new Problem(
    409,
    'period-not-closable',
    `${label}: ${until}, và còn ${missing.length} đơn vị chưa có báo cáo ${lacking} (${nameUnits(missing.map(({ name_vi }) => name_vi))}).`,
    `Not closable: ${untilEn}, and ${missing.length} members are not in.`,
  );
}

/** The first of them by name, and how many more there are. */
export function nameUnits(names: string[]): string {
  const first = names.slice(0, namedUnits);
  const others = names.length - first.length;
  return formatList(others > 0 ? [...first, `${others} đơn vị khác`] : first);
}

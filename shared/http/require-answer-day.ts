import { dayInVietnam } from '../format/format-date.ts';
import { Problem } from './problem.ts';

/** An answer cannot be due before today, in Vietnam. */
export function requireFutureDay(day: string, now: Date): void {
  const today = dayInVietnam(now.toISOString());
  if (day >= today) return;
  throw new Problem(
    422,
    'day-past',
    `Hạn trả lời ${day} đã qua; đề nghị ghi ngày từ ${today} trở đi.`,
    `${day} is past; write ${today} or later.`,
  );
}

import { dayInVietnam } from '../format/format-date.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { PeriodTerms } from '../ledger/period-entry.ts';
import { defaultReceiptsPerDay, nextUploadNumber, takeDailyPlace } from '../ledger/upload-numbers.ts';
import { endOfDayInVietnam } from '../periods/deadline.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import type { InPeriod } from '../submission/tell-answer.ts';
import { unidentified } from '../submission/upload-limits.ts';
import { membersOf } from '../units/registry.ts';
import { Problem } from './problem.ts';

/** The number of the next file of a unit; 429 when it has sent as many today as its period allows. */
export async function takeUploadNumber(
  table: ScoreTable,
  { of: { group, period, unit_id }, unit, period: { terms } }: InPeriod,
  now: Date,
): Promise<number> {
  const of = { group, period, unit_id };
  const day = dayInVietnam(now.toISOString());
  const places = placesOf({ group, period, unit_id }, terms);
  if (await takeDailyPlace(table, of, day, places)) return nextUploadNumber(table, of, unit);
  const seconds = Math.ceil((Date.parse(endOfDayInVietnam(day)) - now.getTime()) / 1000);
  throw new Problem(
    429,
    'too-many-uploads',
    `Hôm nay đơn vị đã gửi ${places} lần, hết số lần cho phép trong ngày. Đề nghị gửi lại vào ngày mai.`,
    `The unit has sent ${places} files today, as many as it may; try again tomorrow.`,
    { headers: { 'retry-after': String(seconds) } },
  );
}

/** What the ministry hands in without a unit may be any member's. */
function placesOf(
  { group, period, unit_id }: UnitOf,
  { receipts_per_day = defaultReceiptsPerDay }: PeriodTerms,
): number {
  return unit_id === unidentified ? receipts_per_day * membersOf(group, period).length : receipts_per_day;
}

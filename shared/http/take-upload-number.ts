import { dayInVietnam } from '../format/format-date.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { PeriodTerms } from '../ledger/period-entry.ts';
import { isInTime } from '../ledger/standing.ts';
import {
  type AskedForm,
  defaultReceiptsPerDay,
  nextUploadNumber,
  pendingNumber,
  takeDailyPlace,
} from '../ledger/upload-numbers.ts';
import { endOfDayInVietnam } from '../periods/deadline.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import type { InPeriod } from '../submission/tell-answer.ts';
import { unidentified } from '../submission/upload-limits.ts';
import { membersOf } from '../units/registry.ts';
import { Problem } from './problem.ts';

/** The file that a form is to be signed for, and for how long. */
export interface FormToSign {
  sha256: string;
  seconds: number;
}

/**
 * The number of the next file of a unit; 429 when it has sent as many today as its period allows. Two who ask for a form of
 * the same file at once are given one number, so that it is one arrival.
 */
export async function takeUploadNumber(
  table: ScoreTable,
  told: InPeriod,
  now: Date,
  form?: FormToSign,
): Promise<number> {
  const { group, period, unit_id } = told.of;
  const of = { group, period, unit_id };
  const asked = form && askedForm(form, told, now);
  const pending = asked && (await pendingNumber(table, of, asked));
  if (pending) return pending;
  const day = dayInVietnam(now.toISOString());
  const places = placesOf(of, told.period.terms);
  if (await takeDailyPlace(table, of, day, places)) return nextUploadNumber(table, of, told.unit, asked);
  throw tooMany(places, Math.ceil((Date.parse(endOfDayInVietnam(day)) - now.getTime()) / 1000));
}

function askedForm({ sha256, seconds }: FormToSign, { of, unit, period }: InPeriod, now: Date): AskedForm {
  // What came after the unit's own day may never count, and what has its answer is told again only where it was accepted.
  const settled = unit.receipts.filter(({ answer, at }) => answer || !isInTime(at, period, of.unit_id));
  return {
    sha256,
    asked_at: now.toISOString(),
    until: new Date(now.getTime() + seconds * 1000).toISOString(),
    settled: Math.max(0, ...settled.map(({ upload_number }) => upload_number)),
  };
}

const tooMany = (places: number, seconds: number) =>
  new Problem(
    429,
    'too-many-uploads',
    `Hôm nay đơn vị đã gửi ${places} lần, hết số lần cho phép trong ngày. Đề nghị gửi lại vào ngày mai.`,
    `The unit has sent ${places} files today, as many as it may; try again tomorrow.`,
    { headers: { 'retry-after': String(seconds) } },
  );

/** What the ministry hands in without a unit may be any member's. */
function placesOf(
  { group, period, unit_id }: UnitOf,
  { receipts_per_day = defaultReceiptsPerDay }: PeriodTerms,
): number {
  return unit_id === unidentified ? receipts_per_day * membersOf(group, period).length : receipts_per_day;
}

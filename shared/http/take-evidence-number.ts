import { dayInVietnam } from '../format/format-date.ts';
import type { UnitOf } from '../ledger/chain.ts';
import { evidencePerDay, nextEvidenceNumber, takeEvidencePlace } from '../ledger/upload-numbers.ts';
import { endOfDayInVietnam } from '../periods/deadline.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { Problem } from './problem.ts';

/** The number of the next file of evidence; 429 when the unit has sent as many today as it may. */
export async function takeEvidenceNumber(table: ScoreTable, of: UnitOf, now: Date): Promise<number> {
  const day = dayInVietnam(now.toISOString());
  if (await takeEvidencePlace(table, of, day)) return nextEvidenceNumber(table, of);
  const seconds = Math.ceil((Date.parse(endOfDayInVietnam(day)) - now.getTime()) / 1000);
  throw new Problem(
    429,
    'too-many-uploads',
    `Hôm nay đơn vị đã gửi ${evidencePerDay} tệp tài liệu kiểm chứng, hết số tệp cho phép trong ngày. Đề nghị gửi tiếp vào ngày mai.`,
    `The unit has sent ${evidencePerDay} files of evidence today, as many as it may; go on tomorrow.`,
    { headers: { 'retry-after': String(seconds) } },
  );
}

import { dayInVietnam } from '../../shared/format/format-date.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { evidencePerDay, nextEvidenceNumber, takeEvidencePlace } from '../../shared/ledger/upload-numbers.ts';
import { endOfDayInVietnam } from '../../shared/periods/deadline.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

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

import type { Finding } from '../../../../../shared/submission/submission.ts';
import type { ToldReceipt } from '../../../../../shared/submission/tell-answer.ts';
import type { Grid } from '../../../../read-submissions/read-grid.ts';
import { formatTime } from '../../parts/when.tsx';
import type { Word } from '../../words.ts';

export type Told = Pick<
  ToldReceipt,
  | 'status'
  | 'receipt'
  | 'received_at'
  | 'findings'
  | 'more_findings'
  | 'in_time'
  | 'late'
  | 'certified_at'
  | 'returned'
  | 'waiting'
>;

/** Findings of one severity; those that are not listed count as well where all listed ones are of it. */
export function countOf(
  { findings, more_findings }: Pick<Told, 'findings' | 'more_findings'>,
  severity: string,
): number {
  const own = findings.filter((finding) => finding.severity === severity).length;
  return own + (own === findings.length ? (more_findings?.count ?? 0) : 0);
}

/** Of a grid: those of the whole file and those that stand at its rows. */
export const allFindings = ({ findings, rows }: Pick<Grid, 'findings' | 'rows'>): Finding[] => [
  ...findings,
  ...rows.flatMap((row) => row.findings),
];

/** What became of a receipt, as a sentence: the same wherever it is told. */
export function receiptSentence(told: Told): Word {
  const { status, receipt, received_at } = told;
  const at = { vi: formatTime(received_at), en: formatTime(received_at) };
  const [errors, warnings] = [countOf(told, 'error'), countOf(told, 'warning')];
  if (status === 'received')
    return say(
      `Lần gửi ${receipt} đã đến lúc ${at.vi}, đang chờ kiểm tra.`,
      `Submission ${receipt} came at ${at.en} and waits to be checked.`,
    );
  if (status === 'rejected') {
    return say(
      `Lần gửi ${receipt} lúc ${at.vi} chưa được tiếp nhận: ${errors} lỗi cần sửa rồi gửi lại.`,
      `Submission ${receipt} of ${at.en} was not accepted: ${errors} errors to mend before sending again.`,
    );
  }
  const review = say(
    warnings === 0 ? '' : `, còn ${warnings} nội dung cần rà soát`,
    warnings === 0 ? '' : `, with ${warnings} points to review`,
  );
  const end = endOf(told);
  return say(
    `Đã tiếp nhận lúc ${at.vi} (lần gửi ${receipt})${review.vi}${end.vi}.`,
    `Accepted at ${at.en} (submission ${receipt})${review.en}${end.en}.`,
  );
}

function endOf({ in_time, late, certified_at, returned, waiting }: Told): Word {
  if (!in_time)
    return say(', nhưng đến sau khi kỳ đã đóng nên chưa được tính', ', but after the closing, so it does not count');
  const lateness = late ? say(', sau hạn gửi', ', after the deadline') : say('', '');
  const certified = certificationOf({ certified_at, returned, waiting });
  return say(lateness.vi + certified.vi, lateness.en + certified.en);
}

function certificationOf({
  certified_at,
  returned,
  waiting,
}: Pick<Told, 'certified_at' | 'returned' | 'waiting'>): Word {
  if (certified_at) return say(', lãnh đạo đơn vị đã xác nhận', ', certified by the head of the unit');
  if (returned) return say(', lãnh đạo đơn vị trả lại', ', sent back by the head of the unit');
  if (waiting) return say(', chờ lãnh đạo đơn vị xác nhận', ', waiting for the head of the unit to certify');
  return say('', '');
}

const say = (vi: string, en: string): Word => ({ vi, en });

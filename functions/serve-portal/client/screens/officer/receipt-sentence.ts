import type { ToldReceipt } from '../../../../../shared/submission/tell-answer.ts';
import { formatTime } from '../../parts/when.tsx';
import type { Word } from '../../words.ts';

export type Told = Pick<
  ToldReceipt,
  'status' | 'receipt' | 'received_at' | 'findings' | 'more_findings' | 'in_time' | 'late' | 'certified_at' | 'waiting'
>;

/** Findings of one severity; those that are not listed count as well where all listed ones are of it. */
export function countOf(
  { findings, more_findings }: Pick<Told, 'findings' | 'more_findings'>,
  severity: string,
): number {
  const own = findings.filter((finding) => finding.severity === severity).length;
  return own + (own === findings.length ? (more_findings?.count ?? 0) : 0);
}

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

function endOf({ in_time, late, certified_at, waiting }: Told): Word {
  if (!in_time)
    return say(', nhưng đến sau khi kỳ đã đóng nên chưa được tính', ', but after the closing, so it does not count');
  const lateness = late ? say(', sau hạn gửi', ', after the deadline') : say('', '');
  const certified = certified_at
    ? say(', lãnh đạo đơn vị đã xác nhận', ', certified by the head of the unit')
    : waiting
      ? say(', chờ lãnh đạo đơn vị xác nhận', ', waiting for the head of the unit to certify')
      : say('', '');
  return say(lateness.vi + certified.vi, lateness.en + certified.en);
}

const say = (vi: string, en: string): Word => ({ vi, en });

import { formatDecimal } from '../../../../../shared/format/format-decimal.ts';
import type { Hindrance } from '../../../../summarise-submission/keeps-from.ts';
import type { SubmissionSummary } from '../../../../summarise-submission/summarise-submission.ts';
import { formatTime } from '../../parts/when.tsx';
import type { Word } from '../../words.ts';

/** What keeps somebody from certifying, and who can do what about it. */
export const hindrances: Record<Hindrance, Word> = {
  'role-refused': {
    vi: 'Chỉ lãnh đạo đơn vị xác nhận được.',
    en: 'Only the head of the unit can certify.',
  },
  'receipt-certified': { vi: 'Lần gửi này đã được xác nhận.', en: 'This receipt is certified.' },
  'receipt-not-certifiable': {
    vi: 'Lần gửi này chưa được tiếp nhận nên chưa xác nhận được; cán bộ báo cáo cần sửa lỗi và gửi lại.',
    en: 'This receipt was not accepted; the officer has to mend it and send again.',
  },
  'period-closed': {
    vi: 'Kỳ đã đóng đối với đơn vị. Cơ quan chủ trì có thể mở lại.',
    en: 'The period is closed for the unit; the ministry may reopen it.',
  },
  'own-submission': {
    vi: 'Người đã gửi số liệu không tự xác nhận được; cần lãnh đạo khác của đơn vị.',
    en: 'Who sent the figures does not certify them: another head of the unit has to.',
  },
};

/** `Đã tiếp nhận lúc 09:05 ngày 21/10/2026, còn 2 nội dung cần rà soát, chưa xác nhận.` */
export function stateSentence(summary: SubmissionSummary): Word {
  const { receipt, received_at, errors, warnings, status, certified_at, returned, late, current, certification } =
    summary;
  const at = formatTime(received_at);
  if (status !== 'accepted')
    return {
      vi: `Lần gửi ${receipt} (lúc ${at}) chưa được tiếp nhận: ${errors} lỗi.`,
      en: `Receipt ${receipt} (${at}) was not accepted: ${errors} errors.`,
    };
  const [leftVi, leftEn] =
    warnings.length === 0
      ? ['không có nội dung cần rà soát', 'nothing to review']
      : [`còn ${warnings.length} nội dung cần rà soát`, `${warnings.length} points to review`];
  const [signedVi, signedEn] = certified_at
    ? [`đã xác nhận lúc ${formatTime(certified_at)}`, `certified ${formatTime(certified_at)}`]
    : returned
      ? [`đã trả lại lúc ${formatTime(returned.at)}`, `sent back ${formatTime(returned.at)}`]
      : ['chưa xác nhận', 'not certified'];
  const [countsVi, countsEn] = current
    ? ['đang được tính', 'it counts']
    : certification === 'required' && !certified_at
      ? ['nên chưa được tính', 'so it does not count yet']
      : ['không được tính', 'it does not count'];
  return {
    vi: `Lần gửi ${receipt} đã tiếp nhận lúc ${at}${late ? ', sau hạn' : ''}, ${leftVi}, ${signedVi}, ${countsVi}.`,
    en: `Receipt ${receipt} was accepted ${at}${late ? ', late' : ''}; ${leftEn}, ${signedEn}, ${countsEn}.`,
  };
}

/** `+0,0289`; both are values of four decimals. */
export function difference(now: string, before: string): string {
  const digits = Math.max(...[now, before].map((text) => text.split('.')[1]?.length ?? 0));
  const scaled = (text: string) =>
    BigInt(text.replace('.', '') + '0'.repeat(digits - (text.split('.')[1]?.length ?? 0)));
  const change = scaled(now) - scaled(before);
  const text = String(change < 0n ? -change : change).padStart(digits + 1, '0');
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  const sign = change === 0n ? '' : change > 0n ? '+' : '\u2212';
  return `${sign}${formatDecimal(decimal)}`;
}

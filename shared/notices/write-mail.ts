import { dayInVietnam } from '../format/format-date.ts';
import { parsePeriod, periodLabelVi } from '../periods/period.ts';
import { groupNameVi, unitNameVi } from '../units/names.ts';
import { owners } from '../units/owners.ts';
import { daysBetween } from './due-reminders.ts';
import type { Notice } from './notice.ts';
import { noticeWords, type Words } from './notice-words.ts';

export interface MailText {
  subject: string;
  text: string;
}

/** Name of whoever is told. */
export const recipientName = (to: string): string =>
  owners.find(({ owner }) => owner === to)?.name_vi ?? unitNameVi(to);

export function wordsOf({ kind, about, facts = {} }: Notice, now: Date): Words {
  const daysLeft =
    about.deadline === undefined ? 0 : daysBetween(dayInVietnam(now.toISOString()), String(about.deadline));
  return noticeWords[kind]({ about, facts, daysLeft, unit: unitNameVi(String(about.unit_id ?? '')) });
}

/** Which period it is of, then what happened. */
export function writeMail(notice: Notice, portalOrigin: string, now: Date): MailText {
  const { subject, text, en } = wordsOf(notice, now);
  const period = periodLabelVi(parsePeriod(notice.period));
  return {
    subject: `[DTI] ${period}: ${subject}`,
    text: [
      `Kính gửi: ${recipientName(notice.to)}`,
      `Kỳ: ${period} · ${groupNameVi(notice.group)}`,
      text,
      `Xem trên cổng: ${portalOrigin}/portal/`,
      'Thư này do hệ thống tự gửi; đề nghị không trả lời.',
      `English: ${en}`,
      '',
    ].join('\n\n'),
  };
}

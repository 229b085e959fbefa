import { dayInVietnam, formatDate } from '../../format/format-date.ts';
import { deadlineDay } from '../../periods/deadline.ts';
import { makeFinding, noPlace } from '../finding.ts';
import type { Finding } from '../submission.ts';

/** A file that came after the period's deadline is told so and counts as any other: only people can turn it away. */
export function receivedLate(receivedAt: string, deadlineAt: string | undefined): Finding[] {
  if (deadlineAt === undefined || receivedAt < deadlineAt) return [];
  const received = dayInVietnam(receivedAt);
  const deadline = deadlineDay(deadlineAt);
  const params = { received: formatDate(received), deadline: formatDate(deadline) };
  return [makeFinding('RECEIVED_LATE', noPlace, { ...params, received_en: received, deadline_en: deadline })];
}

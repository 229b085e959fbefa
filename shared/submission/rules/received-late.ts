import { dayInVietnam, formatDate } from '../../format/format-date.ts';
import { deadlineDay } from '../../periods/deadline.ts';
import { makeFinding, noPlace } from '../finding.ts';
import type { Finding } from '../submission.ts';

/** A file that came after the deadline in force for it is told so and counts as any other: only people can turn it away. */
export function receivedLate(receivedAt: string, deadlineAt: string): Finding {
  const received = dayInVietnam(receivedAt);
  const deadline = deadlineDay(deadlineAt);
  const params = { received: formatDate(received), deadline: formatDate(deadline) };
  return makeFinding('RECEIVED_LATE', noPlace, { ...params, received_en: received, deadline_en: deadline });
}

/** What came after the period was closed is kept, and counts when the unit is reopened. */
export function receivedAfterClosing(receivedAt: string): Finding {
  const received = dayInVietnam(receivedAt);
  return makeFinding('RECEIVED_AFTER_CLOSING', noPlace, { received: formatDate(received), received_en: received });
}

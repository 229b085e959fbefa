import type { Announcement, PeriodState } from './fold-period.ts';

type Announcing = Pick<PeriodState, 'announcements' | 'releases'>;

/** What is to go out at its minute; null: nothing is. */
export const standingAnnouncement = ({ announcements, releases }: Announcing): Announcement | null =>
  announcements.findLast((one) => one.withdrawn === null && one.after_release === releases.length) ?? null;

/** The announcement that a run went out by, or is to; null: it was released at once. */
export const announcementOf = ({ announcements }: Announcing, runId: string): Announcement | null =>
  announcements.findLast((one) => one.withdrawn === null && one.run_id === runId) ?? null;

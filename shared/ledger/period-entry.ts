import type { Entry } from './entry.ts';

/** What happens to one period of a group. */
export type PeriodEntry =
  | PeriodOpened
  | DeadlineMoved
  | PeriodClosed
  | PeriodReopened
  | RunStarted
  | RunEnded
  | PreviewOpened
  | ReleaseAnnounced
  | AnnouncementWithdrawn
  | ReleaseMade;

/** `opened` */
export interface PeriodTerms {
  framework_id: string;
  framework_version: string;
  framework_sha256: string;
  /** First instant after the last day for sending, UTC; absent: there is none. */
  deadline_at?: string;
  /** Stands before the first figure of every page and report; absent: nothing to say. */
  notice_vi?: string;
  /** Only what the unit's certifier has certified counts; absent: what was accepted counts. */
  certification?: 'required';
  /** Files that a unit may send in one day; absent: the default. */
  receipts_per_day?: number;
}

export type PeriodOpened = Entry<'opened', PeriodTerms>;
export type DeadlineMoved = Entry<'deadline-moved', NewDeadline>;
export type PeriodClosed = Entry<'closed', Closing>;
export type PeriodReopened = Entry<'reopened', ReopenedUnit>;
export type RunStarted = Entry<'run-started', RunAttempt>;
export type RunEnded = Entry<'run-ended', RunOutcome>;
export type PreviewOpened = Entry<'preview-opened', OpenedPreview>;
export type ReleaseAnnounced = Entry<'announced', AnnouncedFacts>;
export type AnnouncementWithdrawn = Entry<'announcement-withdrawn', WithdrawnFacts>;
/** `released` is the first of a period; every later one corrects the one before. */
export type ReleaseMade = Entry<'released', ReleaseFacts> | Entry<'corrected', CorrectionFacts>;

/** `deadline-moved` */
export interface NewDeadline {
  deadline_at: string;
  reason_vi: string;
}

/** Why it could be closed. */
export type ClosingGround = 'deadline_past' | 'all_in' | 'period_over';

/** `closed` */
export interface Closing {
  ground: ClosingGround;
}

/** `reopened`: one unit may send again until a day; the period is open until it is closed again. */
export interface ReopenedUnit {
  unit_id: string;
  /** First instant after the last day on which its files count, UTC. */
  until_at: string;
  reason_vi: string;
}

/** `run-started` */
export interface RunAttempt {
  run_id: string;
  attempt: number;
}

/** `run-ended` */
export interface RunOutcome extends RunAttempt {
  outcome: 'ready' | 'failed';
  /** Of a run that is ready: what is previewed, and nothing else may go out. */
  manifest_sha256?: string;
  failure?: { code: string; message: string };
}

/** `preview-opened`: every unit may see what the run came to for it, and object, until a day. */
export interface OpenedPreview {
  run_id: string;
  /** First instant after the last day for objections, UTC. */
  until_at: string;
}

/** `announced`: decided with all that a release asks, to go out at a minute; its number belongs to it from now on. */
export interface AnnouncedFacts extends ReleaseFacts {
  /** UTC, to the minute. */
  public_at: string;
  /** Both absent: it would be the first of its period. */
  corrects?: string;
  reason_vi?: string;
}

/** `announcement-withdrawn` */
export interface WithdrawnFacts {
  run_id: string;
  /** Number of the entry that announced it. */
  announced: number;
  /** The minute that it named, UTC; absent: from before it was repeated here. */
  public_at?: string;
  reason_vi: string;
}

/** `released` */
export interface ReleaseFacts {
  run_id: string;
  /** `dti/province34/2024/r1` */
  release: string;
  manifest_sha256: string;
  /** Why it went out although something that counts had changed since the run. */
  despite_vi?: string;
}

/** `corrected` */
export interface CorrectionFacts extends ReleaseFacts {
  corrects: string;
  reason_vi: string;
}

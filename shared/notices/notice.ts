import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import type { PeriodOf } from '../ledger/chain.ts';

/** What a unit is told of. */
export const unitNotices = [
  'accepted',
  'rejected',
  'returned',
  'question',
  'appraised',
  'preview-opened',
  'objection-answered',
  'announced',
  'announcement-withdrawn',
  'released',
  'superseded',
  'reopened',
  'deadline-moved',
  'reminder',
  'late',
] as const;

/** What the owner of a group is told of. */
export const ownerNotices = ['reply', 'objection', 'run-ready', 'run-failed', 'daily-summary'] as const;

export type UnitNoticeKind = (typeof unitNotices)[number];
export type OwnerNoticeKind = (typeof ownerNotices)[number];
export type NoticeKind = UnitNoticeKind | OwnerNoticeKind;

/** Stands in place of a unit where every unit of the period is told; spread into one notice each when it is sent. */
export const everyUnit = 'every-unit';

type Facts = Record<string, string | number>;

/** One thing somebody is to be told by mail: what, never in what words, and no figure of anybody's. */
export interface Notice extends PeriodOf {
  /** `accepted`, `reminder`, `run-ready`, … */
  kind: NoticeKind;
  /** Id of a unit or of an owner, or {@link everyUnit}. */
  to: string;
  /** What it is about, so that two of one kind are two: a receipt, a deadline, a release, a day. */
  about: Facts;
  /** What the words say beside it. Not what makes it another notice. */
  facts?: Facts;
  /** When that happened, UTC. */
  at: string;
}

/** Name of a notice: of its content, so that what is told twice is one notice. */
export const hashOfNotice = ({ kind, group, period, to, about }: Notice): string =>
  sha256Of(canonicalJson({ kind, group, period, to, about }));

import type { PublishedScore, Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { PublishedSource } from './published-source.ts';

/**
 * What a table published elsewhere says, and the exact content of its `scoreboard.json`. A type of its own, so that what
 * shows a release on the front page, carries values from one or measures changes against one cannot be given it: nothing
 * was submitted for it, it was derived from nothing here, and it has no points. `max_points` of its measures is null,
 * because the table says nothing of points.
 */
export interface PublishedScoreboard
  extends Omit<Scoreboard, 'units' | 'derived_from' | 'submitted_count' | 'notice_vi'> {
  kind: 'published';
  notice_vi: string;
  source: Omit<PublishedSource, 'release'>;
  /** What is not in the table is absent, never zero. */
  units: PublishedUnit[];
}

export interface PublishedUnit extends Omit<ScoreboardUnit, 'scores' | 'submission_sha256' | 'kept_from' | 'carried'> {
  scores: Record<string, PublishedFigure>;
}

/** The value as it was published; the rank is recomputed from it. */
export type PublishedFigure = Pick<PublishedScore, 'value' | 'rank'>;

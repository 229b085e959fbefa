import type { Scoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import type { Changes } from './changes/changes.ts';
import type { Corrections } from './corrections/corrections.ts';
import type { Files, FrozenInputs } from './frozen-inputs.ts';
import type { FrozenHistory } from './history/frozen-history.ts';
import type { EarlierRound } from './profile/earlier-round.ts';

/** What the workbooks of a release are made from, and nothing else: equal sources, equal bytes. */
export interface ReportSource {
  scoreboard: Scoreboard;
  scores: Scores;
  /** Null where scores were carried over to successors: nobody declared a figure. */
  inputs: FrozenInputs | null;
  /** Null: there is no comparable release before it. */
  changes: Changes | null;
  /** Null: it takes no other release's place. */
  corrections: Corrections | null;
  /** What earlier comparable releases said of the units; absent: there are none. */
  history?: FrozenHistory;
  /** What the release that `changes` are against was scored from; absent: there is none, or it is not kept. */
  earlier?: EarlierRound;
}

/** The workbooks of a release, by path. Handed in, because the room that writes workbooks reads what a release is. */
export type WriteReports = (source: ReportSource) => Promise<Files>;

/** What a reader's own machine found about a release, from its files alone. */
export interface Verification {
  release: string;
  /** Every file that the manifest names, in its order, and the manifest last. */
  files: FileVerdict[];
  /** Null: nothing was recomputed, and `unscored` says why. */
  figures: FigureVerdicts | null;
  unscored: Unscored | null;
}

/**
 * - `same`: the bytes that the manifest promises.
 * - `different`: other bytes; of the manifest: it is not the one that belongs to these files.
 * - `missing`: named, and not there.
 * - `unchecked`: of the manifest, where nothing was recomputed that it could be made from again.
 */
export type Verdict = 'same' | 'different' | 'missing' | 'unchecked';

export interface FileVerdict {
  path: string;
  verdict: Verdict;
}

/**
 * - `damaged`: inputs are not those the release was made of; figures over them would blame the wrong file.
 * - `unreadable`: `scoreboard.json` is no table, so that there is nothing to compare with.
 * - `broken`: the inputs are whole, and the scorer refused them.
 * - `other-format`: made by code of another format than this script's.
 * - `published`: a table published elsewhere and only kept here.
 * - `other-kind`: of a kind that this script does not know.
 * - `derived`: carried over from predecessors' release.
 */
export type Unscored = 'damaged' | 'unreadable' | 'broken' | 'other-format' | 'published' | 'other-kind' | 'derived';

export interface FigureVerdicts {
  figures: Figure[];
  /** Places of `scoreboard.json` outside the figures that differ, as JSON pointers: a state, a count, a name. */
  elsewhere: string[];
}

/** One published figure beside the recomputed one, both as text: they are compared as text, never as numbers. */
export interface Figure {
  /** Null: an average of the group. */
  unit_id: string | null;
  measure: string;
  part: FigurePart;
  /** Null: there is none. */
  published: string | null;
  recomputed: string | null;
}

export type FigurePart = 'value' | 'points' | 'max_points' | 'rank' | 'average';

export const isEqual = ({ published, recomputed }: Figure): boolean => published === recomputed;

import type { CellBook } from '../../submission/cell-book.ts';
import { locateForm } from '../../submission/form/locate-form.ts';
import { type OpenPoint, readOpenPoints } from '../../submission/marks/open-points.ts';
import { findMarks, standingPoints } from '../../submission/marks/standing-points.ts';
import type { Finding } from '../../submission/submission.ts';
import { sourceOf } from './sent-mark.ts';

/** What was repeated to a file that is itself an answer. */
export interface SentPoints {
  /** The point that a finding repeats; null: it is told of this file. */
  of: (finding: Finding) => OpenPoint | null;
}

export function readSentPoints(book: CellBook | null, signingKey: Uint8Array): SentPoints {
  const located = book && locateForm(book).location;
  if (!located) return { of: () => null };
  const standing = standingPoints(readOpenPoints(book, signingKey), findMarks(located.sheet));
  return {
    of: (finding) =>
      standing.find(
        ({ point, place }) => isSame(point.finding, finding) && (point.whole || sourceOf(place) === sourceOf(finding)),
      )?.point ?? null,
  };
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && one.message_vi === other.message_vi && one.value === other.value;

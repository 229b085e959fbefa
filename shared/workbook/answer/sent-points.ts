import type { CellBook } from '../../submission/cell-book.ts';
import type { Place } from '../../submission/finding.ts';
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

export function readSentPoints(
  book: CellBook | null,
  findings: readonly Finding[],
  signingKey: Uint8Array,
): SentPoints {
  const located = book && locateForm(book).location;
  if (!located) return { of: () => null };
  const standing = standingPoints(readOpenPoints(book, signingKey), findMarks(located.sheet));
  const points = new Map<Finding, OpenPoint>();
  for (const finding of findings) {
    const at = standing.findIndex(({ point, place }) => repeats(finding, point, place));
    // Two may say the same of one cell: each finding repeats one point, or the marks of the other would belong to nothing.
    if (at >= 0) points.set(finding, standing.splice(at, 1)[0]!.point);
  }
  return { of: (finding) => points.get(finding) ?? null };
}

const repeats = (finding: Finding, point: OpenPoint, place: Place): boolean =>
  isSame(point.finding, finding) && (point.whole || sourceOf(place) === sourceOf(finding));

const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && one.message_vi === other.message_vi && one.value === other.value;

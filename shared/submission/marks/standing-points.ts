import { type CellSheet, cellAddress } from '../cell-book.ts';
import { makeFinding, type Place } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import { type Mark, parseMark } from './mark.ts';
import type { OpenPoint } from './open-points.ts';

/** A mark where it stands now, whatever rows and columns were moved since. */
export interface StandingMark {
  mark: Mark;
  place: Place;
}

export function findMarks({ name, rows }: CellSheet): StandingMark[] {
  return [...rows.values()].flatMap(({ row, cells }) =>
    [...cells].flatMap(([column, cell]): StandingMark[] => {
      const mark = parseMark(cellText(cell));
      const place = { sheet: name, cell: cellAddress(column, row), row: null, field: null };
      return mark ? [{ mark, place }] : [];
    }),
  );
}

/** Points of which a mark stands, with the first of these. */
export const standingPoints = (points: readonly OpenPoint[], marks: readonly StandingMark[]) =>
  points.flatMap((point) => {
    const first = marks.find(({ mark }) => mark.id !== null && point.marks.includes(mark.id));
    return first ? [{ point, place: first.place }] : [];
  });

export interface Repeated {
  findings: Finding[];
  /** Nothing else of the file is judged. */
  isWhole: boolean;
}

/** What an answer says again as long as its marks stand: each point as it was first told, at its mark. */
export function repeatPoints(sheet: CellSheet, points: readonly OpenPoint[]): Repeated {
  const marks = findMarks(sheet);
  if (marks.length === 0) return { findings: [], isWhole: false };
  const standing = standingPoints(points, marks);
  const isWhole = standing.some(({ point }) => point.whole);
  const told = standing
    .filter(({ point }) => point.whole === isWhole)
    .map(({ point, place }) => ({ ...point.finding, ...(isWhole ? { cell: null } : place) }));
  const known = new Set(points.flatMap((point) => point.marks));
  const unknown = isWhole ? [] : marks.filter(({ mark }) => mark.id === null || !known.has(mark.id));
  const left = unknown.map(({ mark, place }) => makeFinding('MARK_LEFT', place, {}, mark.about));
  return { findings: [...told, ...left, ...explain(sheet.name, standing.length, marks.length)], isWhole };
}

/** Why findings of a file sent before are told again of this one. */
function explain(sheet: string, points: number, marks: number): Finding[] {
  const place = { sheet, cell: null, row: null, field: null };
  return points === 0 ? [] : [makeFinding('ANSWER_MARKS_LEFT', place, { count: `${marks}` })];
}

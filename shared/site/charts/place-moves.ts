import type { RankMove, RankMoves } from './chart-data.ts';
import { round } from './scale.ts';
import { wrapText } from './wrap-text.ts';

export interface PlacedMove {
  unit_id: string;
  name: string;
  before: number;
  after: number;
  /** Heights of the two ends. */
  y1: number;
  y2: number;
  /** Null: one of the many in grey. */
  label: MoveLabel | null;
}

export interface MoveLabel {
  /** The name, or the letter that stands for it. */
  lines: string[];
  /** Heights of the middle of the label at both ends. */
  left: number;
  right: number;
}

export interface PlacedMoves {
  moves: PlacedMove[];
  height: number;
  /** Names have no room beside the lines: letters stand there, and the names below. */
  byLetter: boolean;
}

const mostLabels = 12;
/** A rank on a phone; of many units less, for a chart must fit a screen. */
const [rankHeight, mostHeight] = [13, 560];
/** Units of one rank are told apart by so much. */
const fan = 3;
const labelHeight = 15;
/** From line to line of a name. */
export const nameLineHeight = 16;
/** What has room beside the lines on a phone: more letters go to a second line, and what needs a third is told by letter. */
const [lettersOfLine, linesOfName] = [14, 2];
const margin = 8;

type Ranked = RankMove & { before: number; after: number };

/** Lines from rank to rank, of the units that have both; the most moved are labelled. */
export function placeMoves({ units }: RankMoves, unitId?: string): PlacedMoves {
  const ranked = units.filter((unit): unit is Ranked => unit.before !== null && unit.after !== null);
  const last = Math.max(1, ...ranked.flatMap(({ before, after }) => [before, after]));
  const step = Math.min(rankHeight, mostHeight / last);
  const y1 = heights(ranked, step, 'before', 'after');
  const y2 = heights(ranked, step, 'after', 'before');
  const most = mostMoved(ranked, unitId);
  const labelled = ranked.filter((unit) => most.includes(unit));
  const byLetter = labelled.some(({ name }) => !hasRoom(linesOf(name)));
  const lines = labelled.map(({ name }, place) => (byLetter ? [letterOf(place)] : linesOf(name)));
  const linesById = new Map(labelled.map(({ unit_id }, place) => [unit_id, lines[place]!]));
  const [left, right] = [y1, y2].map((y) => apart(linesById, y)) as [Map<string, number>, Map<string, number>];
  const moves = ranked.map((unit): PlacedMove => {
    const { unit_id } = unit;
    const own = linesById.get(unit_id);
    const label = own ? { lines: own, left: left.get(unit_id)!, right: right.get(unit_id)! } : null;
    return { ...unit, y1: y1.get(unit_id)!, y2: y2.get(unit_id)!, label };
  });
  const lowest = Math.max(0, ...moves.flatMap(({ y1, y2, label }) => [y1, y2, ...(label ? ends(label) : [])]));
  // What is labelled is drawn last, over the grey.
  const inOrder = moves.toSorted((one, other) => Number(one.label !== null) - Number(other.label !== null));
  return { moves: inOrder, height: Math.ceil(lowest + margin), byLetter };
}

const linesOf = (name: string) => wrapText(name, lettersOfLine);
const hasRoom = (lines: string[]) =>
  lines.length <= linesOfName && lines.every(({ length }) => length <= lettersOfLine);
const letterOf = (place: number) => String.fromCharCode('A'.charCodeAt(0) + place);

/** How far a label of more than one line reaches beyond one of one, above and below. */
const beyond = (lines: string[]) => ((lines.length - 1) * nameLineHeight) / 2;
const ends = ({ lines, left, right }: MoveLabel) => [left, right].map((middle) => middle + beyond(lines));

type Side = 'before' | 'after';

/** Of one rank in the order of the other side, so that the fan does not cross itself. */
function heights(units: Ranked[], step: number, side: Side, otherSide: Side): Map<string, number> {
  const inOrder = units.toSorted((one, other) => one[side] - other[side] || one[otherSide] - other[otherSide]);
  const before = (unit: Ranked) => inOrder.indexOf(unit) - inOrder.findIndex((one) => one[side] === unit[side]);
  return new Map(
    inOrder.map((unit) => [unit.unit_id, round(margin + (unit[side] - 1) * step + before(unit) * Math.min(fan, step))]),
  );
}

/** Who stood still is no news, unless it is the unit that is read. */
function mostMoved(units: Ranked[], unitId?: string): Ranked[] {
  const distance = ({ before, after }: Ranked) => Math.abs(before - after);
  const own = units.filter(({ unit_id }) => unit_id === unitId);
  const others = units.filter((unit) => unit.unit_id !== unitId && distance(unit) > 0);
  const inOrder = others.toSorted((one, other) => distance(other) - distance(one) || one.after - other.after);
  return [...own, ...inOrder].slice(0, mostLabels);
}

/** Labels in the order of their ends, none on another: each as near to its own as those above let it. */
function apart(labels: ReadonlyMap<string, string[]>, ends: ReadonlyMap<string, number>): Map<string, number> {
  const inOrder = [...labels].toSorted(([one], [other]) => ends.get(one)! - ends.get(other)!);
  const placed = new Map<string, number>();
  let free = 0;
  for (const [unitId, lines] of inOrder) {
    const middle = Math.max(ends.get(unitId)!, free + beyond(lines));
    placed.set(unitId, round(middle));
    free = middle + beyond(lines) + labelHeight;
  }
  return placed;
}

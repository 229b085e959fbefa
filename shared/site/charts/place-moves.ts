import type { RankMove, RankMoves } from './chart-data.ts';
import { round } from './scale.ts';

export interface PlacedMove {
  unit_id: string;
  name: string;
  before: number;
  after: number;
  /** Heights of the two ends. */
  y1: number;
  y2: number;
  /** Heights of the labels at both ends; null: one of the many in grey. */
  label: [number, number] | null;
}

const mostLabels = 12;
/** A rank on a phone; of many units less, for a chart must fit a screen. */
const [rankHeight, mostHeight] = [13, 560];
/** Units of one rank are told apart by so much. */
const fan = 3;
const labelHeight = 15;
const margin = 8;

type Ranked = RankMove & { before: number; after: number };

/** Lines from rank to rank, of the units that have both; the most moved are labelled. */
export function placeMoves({ units }: RankMoves, unitId?: string): { moves: PlacedMove[]; height: number } {
  const ranked = units.filter((unit): unit is Ranked => unit.before !== null && unit.after !== null);
  const last = Math.max(1, ...ranked.flatMap(({ before, after }) => [before, after]));
  const step = Math.min(rankHeight, mostHeight / last);
  const y1 = heights(ranked, step, 'before', 'after');
  const y2 = heights(ranked, step, 'after', 'before');
  const labelled = mostMoved(ranked, unitId);
  const [left, right] = [y1, y2].map((y) => apart(labelled.map((unit) => [unit.unit_id, y.get(unit.unit_id)!])));
  const moves = ranked.map((unit): PlacedMove => {
    const { unit_id } = unit;
    const label: PlacedMove['label'] = left!.has(unit_id) ? [left!.get(unit_id)!, right!.get(unit_id)!] : null;
    return { ...unit, y1: y1.get(unit_id)!, y2: y2.get(unit_id)!, label };
  });
  const lowest = Math.max(0, ...moves.flatMap(({ y1, y2, label }) => [y1, y2, ...(label ?? [])]));
  // What is labelled is drawn last, over the grey.
  const inOrder = moves.toSorted((one, other) => Number(one.label !== null) - Number(other.label !== null));
  return { moves: inOrder, height: Math.ceil(lowest + margin) };
}

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
function apart(ends: [string, number][]): Map<string, number> {
  const inOrder = ends.toSorted(([, one], [, other]) => one - other);
  const placed: number[] = [];
  for (const [, y] of inOrder) placed.push(Math.max(y, (placed.at(-1) ?? -labelHeight) + labelHeight));
  return new Map(inOrder.map(([unitId], index) => [unitId, round(placed[index]!)]));
}

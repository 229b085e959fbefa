import type { Mark } from './equal-values.ts';

export interface LanedMark extends Mark {
  /** 0 lies on the scale, others above it. */
  lane: number;
}

/** Half the width of a ring and of a mark with a number, as shares of a line on a phone, with air. */
const [halfRing, halfPill] = [1.8, 4.4];

/** Marks that would touch on a phone go one lane up: the same picture on every screen, whatever is free on a wide one. */
export function placeInLanes(marks: Mark[], placeOf: (value: string) => number): LanedMark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const half = mark.units.length > 1 ? halfPill : halfRing;
    const place = placeOf(mark.value);
    const free = ends.findIndex((end) => end <= place - half);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = place + half;
    return { ...mark, lane };
  });
}

/** Corners of a closed line in whole tenths; the last repeats the first. */
export type Ring = [x: number, y: number][];

/** `m1582 6769-44-6…z`: from corner to corner, no letter and no space that is not needed. */
export function relativePath(ring: Ring): string {
  let [atX, atY] = [0, 0];
  const steps = ring.slice(0, -1).map(([x, y]) => {
    const step = `${spaced(x - atX)}${spaced(y - atY)}`;
    [atX, atY] = [x, y];
    return step;
  });
  const [start, ...rest] = steps;
  return `M${start!.trimStart()}l${rest.join('').trimStart()}z`;
}

/** A minus sign parts two numbers as well as a space does. */
const spaced = (value: number) => (value < 0 ? `${value}` : ` ${value}`);

/** The reef's middle and half its longer side: its outline is finer than a pixel. */
export function circleOf(ring: Ring): [x: number, y: number, r: number] {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [
    Math.round((left + right) / 2),
    Math.round((top + bottom) / 2),
    Math.round(Math.max(right - left, bottom - top) / 2),
  ];
}

const step = 10;

/** Where a rank has most room: the point farthest from every border, and how far it is. */
export function roomiest(rings: Ring[]): { x: number; y: number; room: number } {
  const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
  let best = { x: 0, y: 0, room: 0 };
  for (let y = Math.min(...ys); y < Math.max(...ys); y += step)
    for (let x = Math.min(...xs); x < Math.max(...xs); x += step) {
      if (!isInside(rings, x, y)) continue;
      const room = Math.floor(Math.min(...rings.map((ring) => distanceTo(ring, x, y))));
      if (room > best.room) best = { x, y, room };
    }
  return best;
}

const sidesOf = (ring: Ring) => ring.slice(1).map((corner, index) => [ring[index]!, corner] as const);

function isInside(rings: Ring[], x: number, y: number): boolean {
  const crossed = rings.flatMap(sidesOf).filter(([[x1, y1], [x2, y2]]) => {
    if (y1 > y === y2 > y) return false;
    return x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  });
  return crossed.length % 2 === 1;
}

const distanceTo = (ring: Ring, x: number, y: number) =>
  Math.min(
    ...sidesOf(ring).map(([[x1, y1], [x2, y2]]) => {
      const [dx, dy] = [x2 - x1, y2 - y1];
      const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
      const share = Math.min(1, Math.max(0, along));
      return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
    }),
  );

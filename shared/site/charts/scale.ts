/** A straight scale from a domain to a range; what it gives is rounded, so that bytes do not hang on a double's last bit. */
export const linear =
  (d0: number, d1: number, r0: number, r1: number) =>
  (value: number): number =>
    round(r0 + ((value - d0) / (d1 - d0)) * (r1 - r0));

/** To 0.1; never `-0`. */
export const round = (value: number): number => Math.round(value * 10) / 10 + 0;

/** Ends of a drawn line, as decimal text. */
export interface Domain {
  from: string;
  to: string;
}

/** Where bars and bullets stand: values are parts of one. */
export const wholeDomain: Domain = { from: '0', to: '1' };

/** The tenths around all values, for dots alone: a bar would lie on a line that does not begin at 0. */
export function tenthsAround(values: string[]): Domain {
  if (values.length === 0) return wholeDomain;
  const tenths = values.map((value) => Number(value) * 10);
  // A tenth itself is an end, whichever side of it its double lies.
  const from = Math.min(9, Math.floor(Math.min(...tenths) + 1e-9));
  const to = Math.max(from + 1, Math.ceil(Math.max(...tenths) - 1e-9));
  return { from: tenthText(from), to: tenthText(to) };
}

const tenthText = (tenths: number) => (tenths % 10 === 0 ? `${tenths / 10}` : `0.${tenths}`);

/** The tenths of a line; of a long one every other, and always both ends. */
export function ticksOn({ from, to }: Domain): string[] {
  const [first, last] = [Math.round(Number(from) * 10), Math.round(Number(to) * 10)];
  const step = last - first > 6 ? 2 : 1;
  const inner = Array.from({ length: last - first }, (_, index) => first + index).filter(
    (tenths) => (tenths - first) % step === 0,
  );
  return [...inner, last].map(tenthText);
}

/**
 * Places along a line as shares of its width. Drawings have no viewBox: a line is as wide as its column, while dots and
 * letters keep their size on a phone and on a wide screen.
 */
export function placesOn({ from, to }: Domain): (value: string) => string {
  const place = linear(Number(from), Number(to), 0, 100);
  return (value) => `${place(Number(value))}%`;
}

import { latestFirst } from '../../parts/period-order.ts';

/** One thing that may be chosen: its code, and what people call it. */
export interface Option {
  code: string;
  name: string;
}

/** Of the address: absent is all of them, empty none. What is there no more is nobody's choice. */
export function chosenOf(text: string | null, options: readonly Option[]): ReadonlySet<string> {
  const codes = options.map(({ code }) => code);
  if (text === null) return new Set(codes);
  const wanted = new Set(text.split(','));
  return new Set(codes.filter((code) => wanted.has(code)));
}

/** Back into the address; null: all. */
export const textOfChosen = (chosen: ReadonlySet<string>, options: readonly Option[]): string | null =>
  options.every(({ code }) => chosen.has(code))
    ? null
    : options.flatMap(({ code }) => (chosen.has(code) ? [code] : [])).join(',');

/** `/v1/tables/dti/province34?periods=2024&units=…`: what is not named is all. */
export function tableAddress(
  of: { index: string; group: string },
  choices: Record<'periods' | 'units' | 'measures', string | null>,
): string {
  const query = new URLSearchParams(
    Object.entries(choices).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  );
  const path = `/v1/tables/${encodeURIComponent(of.index)}/${encodeURIComponent(of.group)}`;
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What was released, the newest first; of groups that are as new, the one with more of it: what most tables are made of. */
export function releasedFirst<Line extends { group: string; period: string; release: string | null }>(
  lines: readonly Line[],
): Line[] {
  const released = lines.filter(({ release }) => release !== null);
  const countIn = (group: string) => released.filter((line) => line.group === group).length;
  return released.sort((a, b) => latestFirst(a, b) || countIn(b.group) - countIn(a.group));
}

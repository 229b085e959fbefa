import { formatDecimal } from '../../shared/format/format-decimal.ts';
import type { ShownScoreboard } from '../../shared/scoring/scoreboard.ts';

/** Every value and mean that a scoreboard holds, as a Vietnamese page writes it. */
export function figuresOf({ units, measures }: ShownScoreboard): Set<string> {
  const values = units.flatMap(({ scores }) => Object.values(scores).map(({ value }) => value));
  const means = measures.flatMap(({ average }) => average ?? []);
  return new Set([...values, ...means].map(formatDecimal));
}

/** Figures of a text with four decimals, whatever their sign. */
export const figuresIn = (text: string): string[] => text.match(/(?<!\d)\d,\d{4}(?!\d)/g) ?? [];

/** Of two values as published, without its sign: computed here from whole ten-thousandths and not by the page's code. */
export function distance(one: string, other: string): string {
  const parts = Math.abs(Number(one.replace('.', '')) - Number(other.replace('.', '')));
  return `${Math.floor(parts / 10_000)},${String(parts % 10_000).padStart(4, '0')}`;
}

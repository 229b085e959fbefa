import type { Outcome } from './mutant.ts';

const short = (text: string, length: number): string =>
  (text.length > length ? `${text.slice(0, length - 1)}…` : text).padEnd(length);

/** One line of the table: mutant, file, killed by, seconds. */
export const outcomeLine = ({ mutant, killedBy, seconds, note }: Outcome): string =>
  [
    short(mutant.name, 60),
    short(mutant.file, 52),
    short(killedBy ?? `SURVIVED${note ? `: ${note}` : ''}`, 70),
    seconds.toFixed(1).padStart(6),
  ].join('  ');

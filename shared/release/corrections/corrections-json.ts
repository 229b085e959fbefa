import type { Corrections } from './corrections.ts';

/** Absent from the first release of a period. */
export const correctionsPath = 'corrections.json';

/** `corrections.json`: a line per unit, as in `scoreboard.json`. */
export function renderCorrectionsJson({ units, ...header }: Corrections): string {
  const opened = JSON.stringify(header, null, 2).slice(0, -'\n}'.length);
  const lines = units.map((unit) => `    ${JSON.stringify(unit)}`);
  return `${opened},\n  "units": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

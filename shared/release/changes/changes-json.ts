import type { Changes } from './changes.ts';

/** Absent from a release that has nothing to be compared with. */
export const changesPath = 'changes.json';

/** `changes.json`: a line per unit, as in `scoreboard.json`. */
export function renderChangesJson({ units, left, ...header }: Changes): string {
  const opened = JSON.stringify(header, null, 2).slice(0, -'\n}'.length);
  const lines = units.map((unit) => `    ${JSON.stringify(unit)}`);
  return `${opened},\n  "units": [\n${lines.join(',\n')}\n  ],\n  "left": ${JSON.stringify(left)}\n}\n`;
}

/**
 * `scoreboard.json`: keys in the order the scoreboard was built in. A line per unit, so that a change between releases
 * reads as a diff, and 3,321 communes stay within what a Lambda may answer (6 MB).
 */
export function renderScoreboardJson({ units, ...header }: { units: object[] }): string {
  const opened = JSON.stringify(header, null, 2).slice(0, -'\n}'.length);
  const lines = units.map((unit) => `    ${JSON.stringify(unit)}`);
  return `${opened},\n  "units": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

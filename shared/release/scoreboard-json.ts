import type { Scoreboard } from './scoreboard.ts';

/**
 * `scoreboard.json`: keys in the order the scoreboard was built in, two spaces so that a change between releases reads
 * as a diff.
 */
export function renderScoreboardJson(scoreboard: Scoreboard): string {
  return `${JSON.stringify(scoreboard, null, 2)}\n`;
}

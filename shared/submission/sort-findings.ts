import type { Finding } from './submission.ts';

/** By sheet, row, column, rule; findings about the whole file or sheet come first. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

/** Numbers padded, so that row 10 follows row 9 and column AA follows Z. */
function sortKey({ sheet, cell, row, field, rule, value }: Finding): string {
  const [, letters = '', digits = ''] = /^([A-Z]+)([0-9]+)$/.exec(cell ?? '') ?? [];
  const line = digits || `${row ?? ''}`;
  return [sheet ?? '', line.padStart(8, '0'), letters.padStart(4, ' '), field ?? '', rule, value ?? ''].join('\u0000');
}

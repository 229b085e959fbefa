import { causeOrder } from './cause-order.ts';
import type { Finding, Severity } from './submission.ts';

const severities: Severity[] = ['error', 'warning', 'shadow'];

/** Errors first, among them the cause before what comes of it; then by sheet, row, column, rule, the whole file or sheet first. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

/** Numbers padded, so that row 10 follows row 9 and column AA follows Z. */
function sortKey({ severity, sheet, cell, row, field, rule, value }: Finding): string {
  const [, letters = '', digits = ''] = /^([A-Z]+)([0-9]+)$/.exec(cell ?? '') ?? [];
  const line = digits || `${row ?? ''}`;
  const rank = `${severities.indexOf(severity)}${String(causeOrder(rule)).padStart(4, '0')}`;
  return [rank, sheet ?? '', line.padStart(8, '0'), letters.padStart(4, ' '), field ?? '', rule, value ?? ''].join(
    '\u0000',
  );
}

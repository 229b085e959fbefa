import { makeFinding, type Place } from '../finding.ts';
import type { Finding } from '../submission.ts';

/**
 * Far more than any form has. Each row may be a finding, and each finding a row of the answer: without a bound, twenty
 * thousand pasted lines take seconds, and nobody reads the answer.
 */
export const tableLimits = { rows: 2_000, columns: 200 } as const;

/** `found`: how many rows, or columns, of which at most `max` are read. */
export const checkTableSize = (found: number, max: number, place: Place): Finding[] =>
  found <= max ? [] : [makeFinding('TABLE_TOO_LARGE', place, { found: `${found}`, max: `${max}` })];

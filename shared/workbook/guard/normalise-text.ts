import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

/** Looks only where a run of marks begins, so that runs just below the limit are not searched over and over. */
const markRun = new RegExp(`(?<!\\p{M})\\p{M}{${limits.marksInARow + 1}}`, 'u');

/** Latin letters with their accents built in, as nearly all text has them; many times quicker than to look for marks. */
const withoutMarks = /^[\0-\u02ff\u1e00-\u1eff]*$/;

export const hasTooManyMarks = (text: string): boolean => !withoutMarks.test(text) && markRun.test(text);

/**
 * NFC, without half characters (`_xD800_` in a file leaves one). Sorting the marks on a letter takes the square of
 * their number, two seconds for one full cell; no language puts more than a few there.
 */
export function normaliseText(text: string): string {
  if (hasTooManyMarks(text)) refuse('TEXT_TOO_MANY_MARKS', { max: limits.marksInARow });
  return text.toWellFormed().normalize('NFC');
}

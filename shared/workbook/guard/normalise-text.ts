import { hasTooManyMarks } from '../../submission/values/text-bounds.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

/**
 * NFC, without half characters (`_xD800_` in a file leaves one). Sorting the marks on a letter takes the square of
 * their number, two seconds for one full cell; no language puts more than a few there.
 */
export function normaliseText(text: string): string {
  if (hasTooManyMarks(text)) refuse('TEXT_TOO_MANY_MARKS', { max: limits.marksInARow });
  return text.toWellFormed().normalize('NFC');
}

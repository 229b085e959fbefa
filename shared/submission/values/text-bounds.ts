/** What one text may be, by whichever door it comes: a form is filled with it later. */
export const textBounds = {
  /** Characters of one cell, Excel's own limit. */
  textLength: 32_767,
  /**
   * Characters of all that was filled in, together. The answer shows them again with all that there is to say of them, and
   * must be let in by the guard, which takes half a million more.
   */
  filledTotal: 1_500_000,
  /** Accents and other marks on one letter; Unicode's own bound for streams. */
  marksInARow: 30,
} as const;

/** Looks only where a run of marks begins, so that runs just below the limit are not searched over and over. */
const markRun = new RegExp(`(?<!\\p{M})\\p{M}{${textBounds.marksInARow + 1}}`, 'u');

/** Latin letters with their accents built in, as nearly all text has them; many times quicker than to look for marks. */
const withoutMarks = /^[\0-\u02ff\u1e00-\u1eff]*$/;

export const hasTooManyMarks = (text: string): boolean => !withoutMarks.test(text) && markRun.test(text);

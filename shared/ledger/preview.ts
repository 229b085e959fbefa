import type { PeriodState, Preview } from './fold-period.ts';

/** The run that units may look at: the last that was opened to them since the last release; null: none. */
export const standingPreview = ({ previews, releases }: PeriodState): Preview | null =>
  previews.findLast(({ after_release }) => after_release === releases.length) ?? null;

/** Whether a unit may still object to it. */
export const isOpenPreview = ({ until_at }: Preview, now: Date): boolean => now.toISOString() < until_at;

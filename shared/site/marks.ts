import type { Language } from './language.ts';

/**
 * Places on a drawn page that are known at publishing only. Pages are drawn before the release, when nobody knows its day,
 * and lie in two places, of which the second is the site's own root. A text of a unit that holds a mark shows what the
 * mark shows, and nothing else comes of it.
 */
export const marks = {
  /** Of the site: `https://dti.example.vn`. */
  origin: '@@origin@@',
  /** The release's folder in the other language: `/en/releases/dti/province34/2024/r1/`, at home `/en/`. */
  other: '@@other@@',
  /** Day of publication: `21/10/2025`. */
  day: '@@day@@',
  /** The same for machines: `2025-10-21`. */
  isoDay: '@@iso-day@@',
  /** Notice of the release that took this one's place; usually nothing. */
  newer: '<!--@@newer@@-->',
} as const;

export type Marks = Record<keyof typeof marks, string>;

/** The day of publication as the language writes it. */
export const publicationDay: Record<Language, string> = { vi: marks.day, en: marks.isoDay };

const pattern = new RegExp(Object.values(marks).join('|'), 'g');
const keyOf = new Map(Object.entries(marks).map(([key, mark]) => [mark, key as keyof Marks]));

/** In one pass, so that what is put in is never looked at again. */
export const fillMarks = (page: string, values: Marks): string =>
  page.replace(pattern, (mark) => values[keyOf.get(mark as never)!]);

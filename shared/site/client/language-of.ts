import type { Language } from '../language.ts';

/** Of the part of the page that an element stands in. */
export const languageOf = (within: Element): Language =>
  within.closest('[lang]')?.getAttribute('lang')?.startsWith('en') ? 'en' : 'vi';

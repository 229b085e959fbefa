/** Vietnamese first: its pages have no prefix, English ones lie under `/en/`. */
export type Language = 'vi' | 'en';

export const languages: Language[] = ['vi', 'en'];

/** One text in both languages. */
export type InBoth = Record<Language, string>;

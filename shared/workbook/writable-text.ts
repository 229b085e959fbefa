/** Text without the characters that XML cannot hold: with one of them Excel wants to repair the file. */
export const withoutUnwritable = (text: string): string => text.toWellFormed().replace(/[\uFFFE\uFFFF]/g, '');

/** The same as a cell takes it: the format reads `_x0041_` as the letter A, and `_x005F_` as the line before it. */
export const writableText = (text: string): string =>
  withoutUnwritable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Text without the characters that XML cannot hold: with one of them Excel wants to repair the file. */
export const writableText = (text: string): string => text.toWellFormed().replace(/[\uFFFE\uFFFF]/g, '');

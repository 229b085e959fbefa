/** A cell that lists more is a table of its own; the rest is kept as one text. */
const mostRecords = 50;

/** `;`, unless it is part of an address: `…/page;jsessionid=1`. */
const semicolon = /;(?![a-z0-9_.-]{1,40}=)/i;

/** A line break, unless the sentence goes on: `… số 12/QĐ-UBND ngày 05/3/2026↵của UBND tỉnh …`. */
const newLine = /[\r\n]+(?!\s{0,20}(?:của|về|v\/v|ngày|do)\s)/;

const separators = new RegExp(`${semicolon.source}|${newLine.source}`, 'i');

/** Marks that a list is made with. */
export const bullet = /^[\s•·+*–—-]+/u;

/** The texts of single documents, in order, each on one line. */
export function splitRecords(text: string): string[] {
  const parts = text.split(separators).map(oneLine);
  const named = parts.filter((part) => part !== '');
  if (named.length <= mostRecords) return named;
  return [...named.slice(0, mostRecords - 1), named.slice(mostRecords - 1).join('; ')];
}

const oneLine = (part: string): string => part.replace(bullet, '').replace(/\s+/g, ' ').trim();

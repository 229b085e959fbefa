/** Without tone marks and case, as people type when they look for something. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();

const vietnamese = new Intl.Collator('vi');
const untitled = (name: string) => name.replace(/^TP\. /, '');

/** Names in the order of the alphabet, whatever title one of them bears in lists. */
export const compareNames = (a: string, b: string): number => vietnamese.compare(untitled(a), untitled(b));

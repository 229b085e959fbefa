const vietnamese = new Intl.Collator('vi');
const untitled = (name: string) => name.replace(/^TP\. /, '');

/** Names in the order of the alphabet, whatever title one of them bears in lists. */
export const compareNames = (a: string, b: string): number => vietnamese.compare(untitled(a), untitled(b));

/** `A, B và C`. */
export const formatList = (items: string[]): string => joined(items, 'và');

/** `A, B and C`. */
export const formatListEn = (items: string[]): string => joined(items, 'and');

const joined = (items: string[], and: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;

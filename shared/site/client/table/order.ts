/** What the table is sorted by. */
export interface Order {
  column: string;
  isDescending: boolean;
}

/** The column of names, which begins with A; figures begin with the greatest. */
export const nameColumn = 'ten';

export const firstOrderOf = (column: string): Order => ({ column, isDescending: column !== nameColumn });

/** `#xep=security`, `#xep=security,tang`: the direction where it is not the one that the column begins with. */
export function addressOf({ column, isDescending }: Order): string {
  const isFirst = isDescending === firstOrderOf(column).isDescending;
  return `#xep=${column}${isFirst ? '' : isDescending ? ',giam' : ',tang'}`;
}

/** Null where the address names no order. */
export function orderIn(hash: string): Order | null {
  const [, column, direction] = /^#xep=([\w-]+)(?:,(giam|tang))?$/.exec(hash) ?? [];
  if (column === undefined) return null;
  return direction ? { column, isDescending: direction === 'giam' } : firstOrderOf(column);
}

/** Of a row: what it is sorted by, null without a place in this order; and where its name stands in the alphabet. */
export interface Key {
  figure: number | null;
  name: number;
}

/** Without a place last in both directions; of equal figures by name. */
export function compareKeys(a: Key, b: Key, isDescending: boolean): number {
  if (a.figure === null || b.figure === null)
    return Number(a.figure === null) - Number(b.figure === null) || a.name - b.name;
  return (isDescending ? b.figure - a.figure : a.figure - b.figure) || a.name - b.name;
}

import { wrapText } from './wrap-text.ts';

export interface StackedRow<Item> {
  item: Item;
  /** The name, broken for a phone. */
  lines: string[];
  /** Top of the row. */
  y: number;
  /** Where its scale runs. */
  line: number;
}

/** At 13 px. */
export const lineHeight = 17;

/** Rows below one another: a name of as many lines as it needs, then its scale and the room around that. */
export function stackRows<Item extends { name: string }>(
  items: Item[],
  /** Letters that a line of the name has room for, on a phone of 320 px. */
  letters: number,
  room: number,
): { rows: StackedRow<Item>[]; height: number } {
  let height = 0;
  const rows = items.map((item) => {
    const lines = wrapText(item.name, letters);
    const y = height;
    height += lines.length * lineHeight + room;
    return { item, lines, y, line: height - 20 };
  });
  return { rows, height };
}

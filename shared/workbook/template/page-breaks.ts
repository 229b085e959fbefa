import { columnPixels } from './text-height.ts';

/** What A4 holds within the margins of `printSetup`, in points; some is kept back because printers round. */
const paper = {
  landscape: { width: 756, height: 480 },
  portrait: { width: 510, height: 725 },
} as const;

/** Height that a page holds, in points of the sheet: wide tables are made smaller until they fit. */
export function pageRoom(orientation: keyof typeof paper, widths: readonly number[]): number {
  const width = widths.reduce((sum, characters) => sum + columnPixels(characters) * 0.75, 0);
  const { width: available, height } = paper[orientation];
  return height * Math.max(1, width / available);
}

export interface PageBlock {
  /** First row. */
  first: number;
  /** Of all its rows, in points. */
  height: number;
}

/** Rows before which a page ends, so that no block is parted that a page can hold. */
export function breakBefore(blocks: readonly PageBlock[], room: { first: number; next: number }): number[] {
  const rows: number[] = [];
  let left = room.first;
  blocks.forEach(({ first, height }, index) => {
    if (height > left && index > 0) {
      rows.push(first);
      left = room.next;
    }
    // A block higher than a page goes on over the next ones.
    left = height <= left ? left - height : room.next - ((height - left) % room.next);
  });
  return rows;
}

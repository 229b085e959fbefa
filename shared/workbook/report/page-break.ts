/** Points a page holds: the first one also carries the title block. */
export interface PageRoom {
  firstPage: number;
  nextPages: number;
  /** Rows that the last page must have at least: fewer look forgotten. */
  leastRows: number;
}

/** How many rows come before the break that keeps the last page from holding a forgotten few; null: none is needed. */
export function placeLastBreak(heights: number[], room: PageRoom): number | null {
  let left = room.firstPage;
  let lastPageStart = 0;
  for (const [row, height] of heights.entries()) {
    if (height > left) {
      lastPageStart = row;
      left = room.nextPages;
    }
    left -= height;
  }
  const onLastPage = heights.length - lastPageStart;
  if (lastPageStart === 0 || onLastPage >= room.leastRows) return null;
  return heights.length - room.leastRows;
}

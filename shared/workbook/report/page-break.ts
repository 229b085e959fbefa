/** Points a page holds: the first one also carries the title block. */
export interface PageRoom {
  firstPage: number;
  nextPages: number;
  /** Rows that the last page must have at least: fewer look forgotten. */
  leastRows: number;
}

/**
 * How many rows come before each page break. All breaks are set by us: applications measure fonts differently, and a
 * break left to them may strand one row on the last page.
 */
export function placeBreaks(heights: number[], room: PageRoom): number[] {
  const breaks: number[] = [];
  let left = room.firstPage;
  for (const [row, height] of heights.entries()) {
    if (height > left) {
      breaks.push(row);
      left = room.nextPages;
    }
    left -= height;
  }
  const last = breaks.pop();
  return last === undefined ? [] : [...breaks, Math.min(last, heights.length - room.leastRows)];
}

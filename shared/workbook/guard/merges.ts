import { type CellRange, countCells, listCells, parseRange, placeKey } from './cell-reference.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

/** Check 16: merged ranges of one sheet, bounded before they are walked. */
export class MergeList {
  ranges: CellRange[] = [];
  #sheet: string;
  #cells = 0;
  #taken = new Set<number>();
  #masters = new Set<number>();

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  add(text: string): void {
    const range = parseRange(text) ?? refuse('BAD_REF', { sheet: this.#sheet, found: text });
    this.#cells += countCells(range);
    if (this.ranges.length >= limits.merges || this.#cells > limits.mergedCells) this.#refuse();
    this.ranges.push(range);
    for (const place of listCells(range)) this.#take(placeKey(place));
    this.#masters.add(placeKey(range.from));
  }

  /** Whether a merge hides the place, whatever is stored there. */
  covers(key: number): boolean {
    return this.#taken.has(key) && !this.#masters.has(key);
  }

  #take(key: number): void {
    if (this.#taken.has(key)) this.#refuse();
    this.#taken.add(key);
  }

  #refuse(): never {
    return refuse('TOO_MANY_MERGES', { sheet: this.#sheet, found: this.ranges.length, max: limits.merges });
  }
}

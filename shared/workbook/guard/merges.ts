import { type CellRange, countCells, listCells, parseRange, placeKey } from './cell-reference.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

export interface MergeTally {
  merges: number;
  mergedCells: number;
}

/** Check 16: merged ranges of one sheet, counted over all sheets and bounded before they are walked. */
export class MergeList {
  ranges: CellRange[] = [];
  #sheet: string;
  #tally: MergeTally;
  #taken = new Set<number>();
  #masters = new Set<number>();

  constructor(sheet: string, tally: MergeTally) {
    this.#sheet = sheet;
    this.#tally = tally;
  }

  add(text: string): void {
    const range = parseRange(text) ?? refuse('BAD_REF', { sheet: this.#sheet, found: text });
    this.#tally.merges += 1;
    this.#tally.mergedCells += countCells(range);
    const { merges, mergedCells } = this.#tally;
    if (merges > limits.merges || mergedCells > limits.mergedCells) this.#refuse();
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
    return refuse('TOO_MANY_MERGES', { sheet: this.#sheet, found: this.#tally.merges, max: limits.merges });
  }
}

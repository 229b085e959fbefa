import { limits } from './limits.ts';
import type { PackageParts } from './package-parts.ts';
import { refuse } from './refusal.ts';
import { escapeXml, mainNamespace, type PartReader } from './xml-pass.ts';

/**
 * The texts of a book. Only those that a cell shows are written on, and each is counted as often as it is shown: a
 * single long one behind thirty-six thousand cells is a gigabyte to whoever compares them.
 */
export class StringTable {
  #shared: RichText[] = [];
  #runs = 0;
  #sharedLength = 0;
  #shownLength = 0;
  #longest: LongText | null = null;
  #written: string[] = [];
  /** Index in the file to index as written. */
  #writtenAt = new Map<number, number>();

  /** Takes the next text that the file shares between its cells. */
  addShared(text: RichText): void {
    this.#runs += Math.max(1, text.runs.length);
    this.#sharedLength += text.length;
    if (this.#runs > limits.strings) refuse('TOO_MANY_STRINGS', { found: this.#runs, max: limits.strings });
    // Counted and not kept: whoever shows it is refused, and told of the cell.
    if (this.#sharedLength > limits.textTotal) text.drop();
    this.#shared.push(text);
  }

  /** @returns the index to write for the file's own, null where the file has no such text */
  showShared(index: number, place: TextPlace): number | null {
    const text = this.#shared[index];
    if (!text) return null;
    const before = this.#writtenAt.get(index);
    if (before === undefined) {
      this.#writtenAt.set(index, this.#written.length);
      return this.show(text, place);
    }
    this.#countShown(text, place);
    return before;
  }

  /** @returns the index to write for a text that stood inside a cell */
  show(text: RichText, place: TextPlace): number {
    this.#countShown(text, place);
    this.#written.push(text.toXml());
    return this.#written.length - 1;
  }

  toXml(): string {
    return `<sst xmlns="${mainNamespace}">${this.#written.join('')}</sst>`;
  }

  #countShown({ length, isDropped }: RichText, place: TextPlace): void {
    if (length > limits.textLength) refuse('CELL_TEXT_TOO_LONG', { ...place, max: limits.textLength });
    if (length > (this.#longest?.length ?? -1)) this.#longest = { length, place };
    this.#shownLength += length;
    if (isDropped || this.#shownLength > limits.textTotal) refuseTotal(this.#longest!);
  }
}

interface LongText {
  length: number;
  place: TextPlace;
}

const refuseTotal = ({ length, place }: LongText): never =>
  refuse('TEXT_TOTAL_TOO_LONG', { ...place, found: length, max: limits.textTotal });

/** Where a text is shown. */
export interface TextPlace {
  sheet: string;
  cell: string;
}

/**
 * One text, in the runs in which it was formatted. Phonetic runs and formats are left out. What is longer than a cell may
 * hold is counted and not kept, for only the cell that shows it can be named.
 */
export class RichText {
  runs: string[] = [];
  length = 0;
  isDropped = false;

  drop(): void {
    this.isDropped = true;
    this.runs = [];
  }

  startRun(): void {
    if (this.runs.at(-1) !== '') this.runs.push('');
  }

  append(text: string): void {
    this.length += text.length;
    if (this.length > limits.textLength) return;
    if (this.runs.length === 0) this.runs.push('');
    this.runs[this.runs.length - 1] += text;
  }

  toXml(): string {
    const runs = this.runs.filter((run) => run !== '');
    const texts = runs.map((run) => `<t xml:space="preserve">${escapeXml(run)}</t>`);
    return texts.length > 1 ? `<si><r>${texts.join('</r><r>')}</r></si>` : `<si>${texts[0] ?? '<t></t>'}</si>`;
  }
}

/** Reads the text of an element whose depth is `base`: `<t>`, or `<r><t>` for each run; `<rPh>` is skipped. */
export class RichTextReader {
  #base: number;
  #text = new RichText();
  #child = '';
  #isReading = false;

  constructor(base: number) {
    this.#base = base;
  }

  open(name: string, depth: number): void {
    if (depth === this.#base + 1) {
      this.#child = name;
      if (name === 'r' || name === 't') this.#text.startRun();
    }
    const isRunText = depth === this.#base + 2 && this.#child === 'r';
    this.#isReading = name === 't' && (depth === this.#base + 1 || isRunText);
  }

  append(text: string): void {
    if (this.#isReading) this.#text.append(text);
  }

  close(): void {
    this.#isReading = false;
  }

  /** What was read since the last call. */
  take(): RichText {
    const taken = this.#text;
    this.#text = new RichText();
    return taken;
  }
}

export function readStrings(parts: PackageParts, part: string | null): StringTable {
  const table = new StringTable();
  if (part !== null) parts.pass(part, createStringsReader(table));
  return table;
}

function createStringsReader(table: StringTable): PartReader {
  const reader = new RichTextReader(2);
  return {
    root: { name: 'sst', namespace: mainNamespace },
    open(name, _attributes, depth) {
      if (depth === 2 && name !== 'si') refuse('FILE_BROKEN');
      if (depth > 2) reader.open(name, depth);
    },
    text: (text) => reader.append(text),
    close(_name, depth) {
      reader.close();
      if (depth === 2) table.addShared(reader.take());
    },
  };
}

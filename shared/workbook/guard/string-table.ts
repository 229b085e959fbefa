import { limits } from './limits.ts';
import type { PackageParts } from './package-parts.ts';
import { refuse } from './refusal.ts';
import { checkRoot, escapeXml, mainNamespace, type PartReader, passXml } from './xml-pass.ts';

/** The texts of a book, counted as they come: those shared in the file, then those that stood inside cells. */
export class StringTable {
  #items: string[] = [];
  #runs = 0;
  #length = 0;

  get size(): number {
    return this.#items.length;
  }

  /** @returns the index by which a cell names the text */
  add(text: RichText): number {
    this.#runs += Math.max(1, text.runs.length);
    this.#length += text.length;
    const found = Math.max(this.#runs, this.#items.length);
    if (found > limits.strings) refuse('TOO_MANY_STRINGS', { found, max: limits.strings });
    if (this.#length > limits.textTotal) refuse('TOO_MANY_STRINGS', { found: this.#length, max: limits.textTotal });
    this.#items.push(text.toXml());
    return this.#items.length - 1;
  }

  toXml(): string {
    return `<sst xmlns="${mainNamespace}">${this.#items.join('')}</sst>`;
  }
}

/** One text, in the runs in which it was formatted. Phonetic runs and formats are left out. */
export class RichText {
  runs: string[] = [];
  length = 0;

  startRun(): void {
    if (this.runs.at(-1) !== '') this.runs.push('');
    if (this.runs.length > limits.textLength) this.#refuseLength();
  }

  append(text: string): void {
    this.length += text.length;
    if (this.length > limits.textLength) this.#refuseLength();
    if (this.runs.length === 0) this.runs.push('');
    this.runs[this.runs.length - 1] += text;
  }

  toXml(): string {
    const runs = this.runs.filter((run) => run !== '');
    const texts = runs.map((run) => `<t xml:space="preserve">${escapeXml(run)}</t>`);
    return texts.length > 1 ? `<si><r>${texts.join('</r><r>')}</r></si>` : `<si>${texts[0] ?? '<t></t>'}</si>`;
  }

  #refuseLength(): never {
    return refuse('CELL_TEXT_TOO_LONG', { max: limits.textLength });
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
  if (part !== null) passXml(parts.read(part), createStringsReader(table));
  return table;
}

function createStringsReader(table: StringTable): PartReader {
  const reader = new RichTextReader(2);
  return {
    open(name, attributes, depth) {
      if (depth === 1) checkRoot(name, attributes, 'sst', mainNamespace);
      if (depth === 2 && name !== 'si') refuse('FILE_BROKEN');
      if (depth > 2) reader.open(name, depth);
    },
    text: (text) => reader.append(text),
    close(_name, depth) {
      reader.close();
      if (depth === 2) table.add(reader.take());
    },
  };
}

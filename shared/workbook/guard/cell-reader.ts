import { reachesOutside } from './formula-reach.ts';
import { linkOfFormula } from './hyperlink-formula.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';
import { RichTextReader } from './string-table.ts';
import type { WrittenValue } from './value-grid.ts';
import { type CellContext, type RawCell, writeValue } from './written-value.ts';
import type { Attributes } from './xml-pass.ts';

/** Depth of `f`, `v` and `is` in a sheet part. */
const contentDepth = 5;

/** What is kept of a formula, whose text never is. */
export interface FoundFormula {
  /** It looks outside the book. */
  external: boolean;
  /** What `HYPERLINK()` leads to; null: it is another formula. */
  link: string | null;
}

export interface ReadCell {
  /** Null where the cell holds nothing. */
  value: WrittenValue | null;
  /** Null where it is none. */
  formula: FoundFormula | null;
  /** Range that the formula fills, from which the other cells show plain values. */
  fills: string | null;
}

/** Reads one `<c>` after another. */
export class CellReader {
  #context: CellContext;
  #dateFormats: boolean[];
  /** By the index of a shared formula. */
  #shared = new Map<string, FoundFormula>();
  #inline = new RichTextReader(contentDepth);
  #cell: Omit<RawCell, 'inline'> = { reference: '', type: 'n', value: null, isDate: false };
  #formula: Attributes | null = null;
  #formulaText = '';
  #hasInline = false;
  #content = '';

  constructor(context: CellContext, dateFormats: boolean[]) {
    this.#context = context;
    this.#dateFormats = dateFormats;
  }

  start(reference: string, attributes: Attributes): void {
    const isDate = this.#dateFormats[Number.parseInt(attributes.s ?? '0', 10)] === true;
    this.#cell = { reference, type: attributes.t ?? 'n', value: null, isDate };
    this.#formula = null;
    this.#formulaText = '';
    this.#hasInline = false;
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === contentDepth) this.#content = name;
    if (depth > contentDepth && this.#content === 'is') this.#inline.open(name, depth);
    if (depth !== contentDepth) return;
    if (name === 'f') this.#formula = attributes;
    if (name === 'v') this.#cell.value = '';
    if (name === 'is') this.#hasInline = true;
  }

  text(text: string, depth: number): void {
    if (this.#content === 'is') this.#inline.append(text);
    if (depth !== contentDepth) return;
    if (this.#content === 'f') this.#formulaText = this.#lengthen(this.#formulaText, text);
    if (this.#content === 'v') this.#cell.value = this.#lengthen(this.#cell.value ?? '', text);
  }

  close(depth: number): void {
    this.#inline.close();
    if (depth === contentDepth) this.#content = '';
  }

  finish(): ReadCell {
    const inline = this.#hasInline ? this.#inline.take() : null;
    const formula = this.#formula && this.#judgeFormula(this.#formula);
    const fills = this.#formula?.t === 'array' || this.#formula?.t === 'dataTable' ? this.#formula.ref : null;
    return { value: writeValue({ ...this.#cell, inline }, this.#context), formula, fills: fills ?? null };
  }

  /** The cells below the first of a shared formula carry its index only. */
  #judgeFormula({ t, si }: Attributes): FoundFormula {
    const external = reachesOutside(this.#formulaText, this.#context.outsideNames);
    const own = { external, link: linkOfFormula(this.#formulaText) };
    if (t !== 'shared' || si === undefined) return own;
    if (this.#formulaText !== '') this.#shared.set(si, own);
    return this.#shared.get(si) ?? { external: false, link: null };
  }

  #lengthen(before: string, text: string): string {
    const longer = before + text;
    if (longer.length <= limits.textLength) return longer;
    const { sheet } = this.#context;
    return refuse('CELL_TEXT_TOO_LONG', { sheet, cell: this.#cell.reference, max: limits.textLength });
  }
}

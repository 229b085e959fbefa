import { type CellLink, cellAddress } from '../../submission/cell-book.ts';
import type { GuardRule } from '../../submission/rules/catalogue/guard-rules.ts';
import { CellReader, type FoundFormula } from './cell-reader.ts';
import {
  countCells,
  listCells,
  parseCellReference,
  parseColumnNumber,
  parseRange,
  parseRowNumber,
  placeKey,
} from './cell-reference.ts';
import { limits } from './limits.ts';
import { MergeList } from './merges.ts';
import type { PackageParts } from './package-parts.ts';
import { refuse } from './refusal.ts';
import { LinkList } from './sheet-links.ts';
import { ValueGrid } from './value-grid.ts';
import type { CellContext } from './written-value.ts';
import { type Attributes, isTrue, mainNamespace, type PartReader } from './xml-pass.ts';

/** What has been counted over all sheets so far. */
export interface Tally {
  rows: number;
  cells: number;
  values: number;
  merges: number;
  mergedCells: number;
  /** Filled by array formulas. */
  filledCells: number;
}

/** The values of a sheet without its formulas, formats and furniture; and beside them what these say of the data. */
export interface SanitisedSheet {
  values: ValueGrid;
  /** By `placeKey`: cells that are formulas. */
  formulas: Map<number, FoundFormula>;
  hiddenRows: Set<number>;
  merges: MergeList;
  links: CellLink[];
}

export interface SheetContext extends CellContext {
  dateFormats: boolean[];
  tally: Tally;
}

/** Checks 12, 13, 15–17 on one sheet, in one pass. */
export function readSheetPart(parts: PackageParts, part: string, context: SheetContext): SanitisedSheet {
  const reader = new SheetReader(context);
  parts.pass(part, reader);
  return { ...reader.finish(), links: reader.links.resolve(parts, part) };
}

class SheetReader implements PartReader {
  readonly root = { name: 'worksheet', namespace: mainNamespace };
  #context: SheetContext;
  #cells: CellReader;
  #formulas = new Map<number, FoundFormula>();
  readonly links = new LinkList();
  #hiddenRows = new Set<number>();
  #merges: MergeList;
  #values = new ValueGrid();
  #section = '';
  #row = 0;
  #column = 0;
  #isInCell = false;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#cells = new CellReader(context, context.dateFormats);
    this.#merges = new MergeList(context.sheet, context.tally);
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 2) this.#section = name;
    if (this.#section === 'sheetData') this.#openData(name, attributes, depth);
    else if (depth === 3 && name === 'mergeCell') this.#merges.add(attributes.ref ?? '');
    else if (depth === 3 && name === 'col') this.#checkColumns(attributes);
    else if (depth === 3 && name === 'hyperlink') this.links.add(attributes);
  }

  text(text: string, depth: number): void {
    if (this.#isInCell) this.#cells.text(text, depth);
  }

  close(_name: string, depth: number): void {
    if (!this.#isInCell) return;
    if (depth === 4) this.#closeCell();
    else this.#cells.close(depth);
  }

  finish(): Omit<SanitisedSheet, 'links'> {
    return { values: this.#values, formulas: this.#formulas, hiddenRows: this.#hiddenRows, merges: this.#merges };
  }

  #openData(name: string, attributes: Attributes, depth: number): void {
    if (depth === 3) this.#openRow(name, attributes);
    if (depth === 4) this.#openCell(name, attributes);
    if (depth > 4 && this.#isInCell) this.#cells.open(name, attributes, depth);
  }

  #openRow(name: string, { r, hidden }: Attributes): void {
    if (name !== 'row') this.#refuse('FILE_BROKEN');
    // Exporters of business systems leave the number out: then it is the next row.
    const row = parseRowNumber(r ?? String(this.#row + 1)) ?? this.#refuse('BAD_REF', r);
    // Rising order is what every spreadsheet program writes; it also rules out a row given twice.
    if (row <= this.#row) this.#refuse('BAD_REF', r);
    this.#row = row;
    this.#column = 0;
    if (isTrue(hidden)) this.#hiddenRows.add(row);
    this.#count('rows', 'TOO_MANY_ROWS');
  }

  #openCell(name: string, attributes: Attributes): void {
    // Vendors may extend a row; anything else there could be a cell that would be lost without a word.
    if (name === 'extLst') return;
    if (name !== 'c') this.#refuse('FILE_BROKEN');
    const r = attributes.r ?? cellAddress(this.#column + 1, this.#row);
    const place = parseCellReference(r) ?? this.#refuse('BAD_REF', r);
    if (place.row !== this.#row || place.column <= this.#column) this.#refuse('BAD_REF', r);
    this.#column = place.column;
    this.#count('cells', 'TOO_MANY_CELLS');
    this.#isInCell = true;
    this.#cells.start(r, attributes);
  }

  #closeCell(): void {
    this.#isInCell = false;
    const place = { row: this.#row, column: this.#column };
    const { value, formula, fills } = this.#cells.finish();
    if (value !== null || formula !== null) this.#count('values', 'TOO_MANY_CELLS');
    if (value !== null) this.#values.add(place, value);
    if (formula !== null) this.#formulas.set(placeKey(place), formula);
    if (formula !== null && fills !== null) this.#fill(fills, formula);
  }

  /** An array formula stands in its first cell only; the others look like typed values. */
  #fill(text: string, formula: FoundFormula): void {
    const range = parseRange(text) ?? this.#refuse('BAD_REF', text);
    this.#count('filledCells', 'TOO_MANY_CELLS', countCells(range));
    for (const place of listCells(range)) this.#formulas.set(placeKey(place), formula);
  }

  #checkColumns({ min, max }: Attributes): void {
    const first = parseColumnNumber(min ?? '');
    const last = parseColumnNumber(max ?? '');
    if (first === null || last === null || first > last) this.#refuse('BAD_REF', `${min}:${max}`);
  }

  #count(what: keyof Tally, rule: GuardRule, by = 1): void {
    this.#context.tally[what] += by;
    const found = this.#context.tally[what];
    if (found > limits[what]) this.#refuse(rule, String(found), limits[what]);
  }

  #refuse(rule: GuardRule, found?: string, max?: number): never {
    const { sheet } = this.#context;
    return refuse(rule, { sheet, found, max });
  }
}

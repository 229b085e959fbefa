import { CellReader } from './cell-reader.ts';
import {
  countCells,
  listCells,
  parseCellReference,
  parseColumnNumber,
  parseRange,
  parseRowNumber,
  placeKey,
} from './cell-reference.ts';
import type { CellContext } from './cell-xml.ts';
import type { GuardRule } from './guard-rules.ts';
import { limits } from './limits.ts';
import { MergeList } from './merges.ts';
import type { PackageParts } from './package-parts.ts';
import { refuse } from './refusal.ts';
import { type Attributes, checkRoot, isTrue, mainNamespace, type PartReader } from './xml-pass.ts';

/** What has been counted over all sheets so far. */
export interface Tally {
  rows: number;
  cells: number;
  values: number;
}

/** A sheet without its formulas, formats and furniture; and beside it what the furniture says of the data. */
export interface SanitisedSheet {
  xml: string;
  /** By `placeKey`: cells that are formulas, and whether they look outside the book. */
  formulas: Map<number, boolean>;
  hiddenRows: Set<number>;
  merges: MergeList;
}

export interface SheetContext extends CellContext {
  dateFormats: boolean[];
  tally: Tally;
}

/** Checks 12, 13, 15–17 on one sheet, in one pass. */
export function readSheetPart(parts: PackageParts, part: string, context: SheetContext): SanitisedSheet {
  const reader = new SheetReader(context);
  parts.pass(part, reader);
  return reader.finish();
}

class SheetReader implements PartReader {
  #context: SheetContext;
  #cells: CellReader;
  #formulas = new Map<number, boolean>();
  #hiddenRows = new Set<number>();
  #merges: MergeList;
  #xml: string[] = [];
  #section = '';
  #row = 0;
  #column = 0;
  #rowCells: string[] = [];
  #filled = 0;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#cells = new CellReader(context, context.dateFormats);
    this.#merges = new MergeList(context.sheet);
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === 1) checkRoot(name, attributes, 'worksheet', mainNamespace);
    if (depth === 2) this.#section = name;
    if (this.#section === 'sheetData') this.#openData(name, attributes, depth);
    else if (depth === 3 && name === 'mergeCell') this.#merges.add(attributes.ref ?? '');
    else if (depth === 3 && name === 'col') this.#checkColumns(attributes);
  }

  text(text: string, depth: number): void {
    if (depth > 4 && this.#section === 'sheetData') this.#cells.text(text, depth);
  }

  close(_name: string, depth: number): void {
    if (this.#section !== 'sheetData') return;
    if (depth === 3) this.#closeRow();
    if (depth === 4) this.#closeCell();
    if (depth > 4) this.#cells.close(depth);
  }

  finish(): SanitisedSheet {
    const xml = `<worksheet xmlns="${mainNamespace}"><sheetData>${this.#xml.join('')}</sheetData></worksheet>`;
    return { xml, formulas: this.#formulas, hiddenRows: this.#hiddenRows, merges: this.#merges };
  }

  #openData(name: string, attributes: Attributes, depth: number): void {
    if (depth === 3) this.#openRow(name, attributes);
    if (depth === 4) this.#openCell(name, attributes);
    if (depth > 4) this.#cells.open(name, attributes, depth);
  }

  #openRow(name: string, { r, hidden }: Attributes): void {
    if (name !== 'row') this.#refuse('FILE_BROKEN');
    if (r === undefined) this.#refuse('XML_ROW_NO_REF');
    const row = parseRowNumber(r) ?? this.#refuse('BAD_REF', r);
    // Rising order is what every spreadsheet program writes; it also rules out a row given twice.
    if (row <= this.#row) this.#refuse('BAD_REF', r);
    this.#row = row;
    this.#column = 0;
    if (isTrue(hidden)) this.#hiddenRows.add(row);
    this.#count('rows', 'TOO_MANY_ROWS');
  }

  #openCell(name: string, attributes: Attributes): void {
    if (name !== 'c') this.#refuse('FILE_BROKEN');
    const { r } = attributes;
    if (r === undefined) this.#refuse('XML_ROW_NO_REF');
    const place = parseCellReference(r) ?? this.#refuse('BAD_REF', r);
    if (place.row !== this.#row || place.column <= this.#column) this.#refuse('BAD_REF', r);
    this.#column = place.column;
    this.#count('cells', 'TOO_MANY_CELLS');
    this.#cells.start(r, attributes);
  }

  #closeCell(): void {
    const { xml, external, fills } = this.#cells.finish();
    if (xml !== null) this.#rowCells.push(xml);
    if (external !== null) this.#formulas.set(placeKey({ row: this.#row, column: this.#column }), external);
    if (external !== null && fills !== null) this.#fill(fills, external);
    if (xml !== null || external !== null) this.#count('values', 'TOO_MANY_CELLS');
  }

  #closeRow(): void {
    if (this.#rowCells.length > 0) this.#xml.push(`<row r="${this.#row}">${this.#rowCells.join('')}</row>`);
    this.#rowCells = [];
  }

  /** An array formula stands in its first cell only; the others look like typed values. */
  #fill(text: string, external: boolean): void {
    const range = parseRange(text) ?? this.#refuse('BAD_REF', text);
    this.#filled += countCells(range);
    if (this.#filled > limits.mergedCells) this.#refuse('TOO_MANY_CELLS', String(this.#filled), limits.mergedCells);
    for (const place of listCells(range)) this.#formulas.set(placeKey(place), external);
  }

  #checkColumns({ min, max }: Attributes): void {
    const first = parseColumnNumber(min ?? '');
    const last = parseColumnNumber(max ?? '');
    if (first === null || last === null || first > last) this.#refuse('BAD_REF', `${min}:${max}`);
  }

  #count(what: keyof Tally, rule: GuardRule): void {
    this.#context.tally[what] += 1;
    const found = this.#context.tally[what];
    if (found > limits[what]) this.#refuse(rule, String(found), limits[what]);
  }

  #refuse(rule: GuardRule, found = '', max = 0): never {
    return refuse(rule, { sheet: this.#context.sheet, found, max });
  }
}

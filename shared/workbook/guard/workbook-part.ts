import type { CellSheet } from '../../submission/cell-book.ts';
import { reachesOutside } from './formula-reach.ts';
import { limits } from './limits.ts';
import { normaliseText } from './normalise-text.ts';
import { type PackageParts, type Relationship, readRelationships } from './package-parts.ts';
import { refuse } from './refusal.ts';
import { isTrue, mainNamespace, type PartReader } from './xml-pass.ts';

export interface SheetPart extends Pick<CellSheet, 'name' | 'visibility'> {
  part: string;
}

export interface WorkbookPart {
  /** Dates count from 1904, as in books begun on an old Mac. */
  date1904: boolean;
  /** Worksheets in the order of their tabs; chart sheets hold no cells and are left out. */
  sheets: SheetPart[];
  strings: string | null;
  styles: string | null;
  properties: string | null;
  linksDropped: boolean;
  /** Lower-case names that stand for something outside the book; a formula that uses one looks outside. */
  outsideNames: ReadonlySet<string>;
}

interface DeclaredSheet {
  name: string;
  state: string | undefined;
  relationship: string | undefined;
}

/** Check 14: from the package's root to its sheets, by relationships and not by file names. */
export function readWorkbookPart(parts: PackageParts): WorkbookPart {
  const roots = readRelationships(parts, '');
  const book = roots.find(({ type }) => type === 'officeDocument')?.target ?? refuse('FILE_BROKEN');
  const reader = new WorkbookReader();
  parts.pass(book, reader);
  const relationships = readRelationships(parts, book);
  const partOf = (type: string): string | null => relationships.find((one) => one.type === type)?.target ?? null;
  return {
    date1904: reader.date1904,
    sheets: resolveSheets(reader.sheets, relationships),
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    properties: roots.find(({ type }) => type === 'core-properties')?.target ?? null,
    linksDropped: partOf('externalLink') !== null,
    outsideNames: reader.outsideNames,
  };
}

class WorkbookReader implements PartReader {
  readonly root = { name: 'workbook', namespace: mainNamespace };
  date1904 = false;
  sheets: DeclaredSheet[] = [];
  outsideNames = new Set<string>();
  #definedName = '';
  #definition = '';

  open(name: string, attributes: Record<string, string>, depth: number): void {
    if (depth === 2 && name === 'workbookPr') this.date1904 = isTrue(attributes.date1904);
    if (depth === 3 && name === 'sheet') this.#addSheet(attributes);
    this.#definedName = depth === 3 && name === 'definedName' ? (attributes.name ?? '') : '';
    this.#definition = '';
  }

  text(text: string): void {
    if (this.#definedName !== '' && this.#definition.length < limits.textLength) this.#definition += text;
  }

  close(): void {
    if (this.#definedName !== '' && reachesOutside(this.#definition, this.outsideNames)) {
      this.outsideNames.add(this.#definedName.toLowerCase());
    }
    this.#definedName = '';
  }

  #addSheet(attributes: Record<string, string>): void {
    // The relationship's attribute is `r:id`, under whatever prefix the writer chose.
    const relationship = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const { name, state } = attributes;
    if (!name || name.length > limits.sheetNameLength) refuse('FILE_BROKEN');
    this.sheets.push({ name: normaliseText(name), state, relationship });
    if (this.sheets.length > limits.sheets)
      refuse('TOO_MANY_SHEETS', { found: this.sheets.length, max: limits.sheets });
  }
}

function resolveSheets(declared: DeclaredSheet[], relationships: Relationship[]): SheetPart[] {
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const sheets = declared.flatMap(({ name, state, relationship }) => {
    const { type, target } = byId.get(relationship ?? '') ?? refuse('FILE_BROKEN');
    if (type.toLowerCase().includes('macrosheet')) refuse('FILE_MACRO', { sheet: name });
    return type === 'worksheet' ? [{ name, visibility: readVisibility(state), part: target }] : [];
  });
  const areUnique = (keys: string[]): boolean => new Set(keys.map((key) => key.toLowerCase())).size === keys.length;
  // One part under two names would be read as often as it is named.
  if (sheets.length === 0 || !areUnique(sheets.map(({ part }) => part))) refuse('FILE_BROKEN');
  if (!areUnique(sheets.map(({ name }) => name))) refuse('FILE_BROKEN');
  return sheets;
}

function readVisibility(state: string | undefined): CellSheet['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

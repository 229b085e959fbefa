import { type RawEntry, writeRawZip, type ZipTweaks } from './raw-zip.ts';

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packageNs = 'http://schemas.openxmlformats.org/package/2006';

export interface RawSheet {
  name?: string;
  state?: string;
  /** Inside `sheetData`. */
  data?: string;
  before?: string;
  after?: string;
  /** The whole part, instead of the above. */
  xml?: string;
}

/** An OOXML package by hand: what a spreadsheet library would never write can be said here. */
export interface RawBook {
  sheets?: RawSheet[];
  /** Inside `workbook`, before the sheets. */
  workbook?: string;
  /** `si` elements. */
  strings?: string;
  /** Inside `styleSheet`. */
  styles?: string;
  /** Inside `cp:coreProperties`. */
  properties?: string;
  /** Added to the relationships of the workbook. */
  relationships?: string;
  /** Replaces or adds parts; null takes one away. */
  parts?: Record<string, string | Buffer | null>;
}

export function rawParts(book: RawBook): Map<string, string | Buffer> {
  const sheets = book.sheets ?? [{}];
  const parts = new Map<string, string | Buffer>([
    ['[Content_Types].xml', plainTypes],
    ['_rels/.rels', relationships(rootRelationships(book))],
    ['xl/workbook.xml', writeWorkbook(book, sheets)],
    ['xl/_rels/workbook.xml.rels', relationships(workbookRelationships(book, sheets))],
    ...sheets.map((sheet, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      sheet.xml ?? writeSheet(sheet),
    ]),
  ]);
  if (book.strings !== undefined)
    parts.set('xl/sharedStrings.xml', `<sst xmlns="${mainNamespace}">${book.strings}</sst>`);
  if (book.styles !== undefined)
    parts.set('xl/styles.xml', `<styleSheet xmlns="${mainNamespace}">${book.styles}</styleSheet>`);
  if (book.properties !== undefined) parts.set('docProps/core.xml', coreProperties(book.properties));
  for (const [name, content] of Object.entries(book.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
}

export function rawEntries(book: RawBook): RawEntry[] {
  return [...rawParts(book)].map(([name, data]) => ({ name, data }));
}

export function rawWorkbook(book: RawBook = {}, tweaks: ZipTweaks = {}): Buffer {
  return writeRawZip(rawEntries(book), tweaks);
}

export function writeSheet({ before = '', data = '', after = '' }: RawSheet): string {
  return `<worksheet xmlns="${mainNamespace}" xmlns:r="${office}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
}

function writeWorkbook(book: RawBook, sheets: RawSheet[]): string {
  const tabs = sheets.map(({ name, state }, at) => {
    const visibility = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}"${visibility} r:id="rId${at + 1}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${mainNamespace}" xmlns:r="${office}">${book.workbook ?? ''}<sheets>${tabs.join('')}</sheets></workbook>`;
}

function rootRelationships(book: RawBook): string {
  const core = `<Relationship Id="rId2" Type="${packageNs}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`;
  return `${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}${book.properties === undefined ? '' : core}`;
}

function workbookRelationships(book: RawBook, sheets: RawSheet[]): string {
  const targets = sheets.map((_sheet, at) =>
    relationship(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  );
  if (book.strings !== undefined) targets.push(relationship('strings', 'sharedStrings', 'sharedStrings.xml'));
  if (book.styles !== undefined) targets.push(relationship('styles', 'styles', 'styles.xml'));
  return `${targets.join('')}${book.relationships ?? ''}`;
}

export function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
}

export function relationships(inner: string): string {
  return `<Relationships xmlns="${packageNs}/relationships">${inner}</Relationships>`;
}

function coreProperties(inner: string): string {
  return `<cp:coreProperties xmlns:cp="${packageNs}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${inner}</cp:coreProperties>`;
}

export const contentTypes = (inner: string): string => `<Types xmlns="${packageNs}/content-types">${inner}</Types>`;

const plainTypes = contentTypes(
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`,
);

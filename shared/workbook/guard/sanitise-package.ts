import { zipSync } from 'fflate';
import type { CellBook } from '../../submission/cell-book.ts';
import type { PackageParts } from './package-parts.ts';
import { readProperties } from './properties-part.ts';
import { readSheetPart, type SanitisedSheet } from './sheet-part.ts';
import { readStrings } from './string-table.ts';
import { readDateFormats } from './styles-part.ts';
import { readWorkbookPart, type SheetPart } from './workbook-part.ts';
import { mainNamespace } from './xml-pass.ts';

/** A package of our own writing with the values of the upload, and beside it all that is not a value. */
export interface SanitisedPackage {
  /** Stored zip; its sheets are named `s1`, `s2`… in the order of `sheets`. */
  bytes: Buffer;
  sheets: (SheetPart & SanitisedSheet)[];
  properties: CellBook['properties'];
  linksDropped: boolean;
}

/** Checks 12–17. Nothing of the upload's own XML reaches the result: it is written anew from what was read. */
export function sanitisePackage(parts: PackageParts): SanitisedPackage {
  const book = readWorkbookPart(parts);
  const properties = readProperties(parts, book.properties);
  const dateFormats = readDateFormats(parts, book.styles);
  const strings = readStrings(parts, book.strings);
  const tally = { rows: 0, cells: 0, values: 0, merges: 0, mergedCells: 0, filledCells: 0 };
  const { date1904, outsideNames } = book;
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    ...readSheetPart(parts, sheet.part, { sheet: sheet.name, strings, dateFormats, date1904, outsideNames, tally }),
  }));
  const files = writeFiles(sheets, strings.toXml(), date1904);
  const linksDropped = book.linksDropped || parts.names.some((name) => name.startsWith('xl/externallinks/'));
  return { bytes: zipStored(files), sheets, properties, linksDropped };
}

function writeFiles(sheets: SanitisedSheet[], strings: string, date1904: boolean): [name: string, xml: string][] {
  const numbers = sheets.map((_sheet, at) => at + 1);
  const tabs = numbers.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`).join('');
  const targets = numbers.map((n) => relationship(`r${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('');
  return [
    ['_rels/.rels', relationships(relationship('r1', 'officeDocument', 'xl/workbook.xml'))],
    ['xl/workbook.xml', writeWorkbook(tabs, date1904)],
    ['xl/_rels/workbook.xml.rels', relationships(targets)],
    ['xl/styles.xml', styles],
    ['xl/sharedStrings.xml', strings],
    ...sheets.map(({ values }, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, values.toXml()]),
  ];
}

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Format 0 shows a number, format 1 a date. */
const styles = `<styleSheet xmlns="${mainNamespace}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

function writeWorkbook(tabs: string, date1904: boolean): string {
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelationships}">${properties}<sheets>${tabs}</sheets></workbook>`;
}

function relationships(inner: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${officeRelationships}/${type}" Target="${target}"/>`;
}

function zipStored(files: [name: string, xml: string][]): Buffer {
  const zip = zipSync(Object.fromEntries(files.map(([name, xml]) => [name, Buffer.from(xml)])), { level: 0 });
  return Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
}

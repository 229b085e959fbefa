import type { CellBook, CellRow, CellSheet, CellValue } from '../../../shared/submission/cell-book.ts';
import { cellAddress } from '../../../shared/submission/cell-book.ts';
import { contentTypes, mainNamespace, office, packageNs, relationship, relationships } from '../raw-workbook.ts';
import { type RawEntry, writeRawZip } from '../raw-zip.ts';
import { type ForeignLayout, sheetStates } from './foreign-layout.ts';

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const excelDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The cells of a book as a program would have written them. */
export function writeForeign(book: CellBook, layout: ForeignLayout): Buffer {
  const strings: string[] = [];
  const sheets = book.sheets.map((sheet) => writeSheet(sheet, layout, strings));
  const sheetPart = layout.sheetPart ?? ((number) => `xl/worksheets/sheet${number}.xml`);
  const parts: [name: string, xml: string][] = [
    ['[Content_Types].xml', writeTypes(sheets.length, layout, sheetPart)],
    ['_rels/.rels', writeRootRelationships(layout)],
    ['xl/workbook.xml', writeWorkbook(book.sheets, layout)],
    ['xl/_rels/workbook.xml.rels', writeRelationships(sheets.length, layout, sheetPart)],
    ...sheets.map((xml, at): [string, string] => [sheetPart(at + 1), xml]),
    [
      'xl/styles.xml',
      root('styleSheet', layout, element('cellXfs', layout, `<${layout.prefix ?? ''}xf numFmtId="0"/>`)),
    ],
    ...(layout.texts === 'shared' ? [['xl/sharedStrings.xml', writeStrings(strings, layout)] as [string, string]] : []),
    ...(layout.properties ? [[layout.properties, writeProperties(book)] as [string, string]] : []),
    ...Object.entries(layout.parts ?? {}),
  ];
  return writeRawZip(toEntries(parts, layout));
}

function toEntries(parts: [name: string, xml: string][], { zip = {}, declaration = excelDeclaration }: ForeignLayout) {
  const { stored = false, descriptor } = zip;
  const folders = zip.folders ? ['_rels/', 'docProps/', 'xl/', 'xl/_rels/', 'xl/worksheets/'] : [];
  return [
    ...folders.map((name): RawEntry => ({ name, data: '', stored: true })),
    ...parts.map(
      ([name, xml]): RawEntry => ({ name, data: declaration + xml, stored, ...(descriptor && { descriptor }) }),
    ),
  ];
}

/** An element of the main namespace. */
const element = (name: string, { prefix = '' }: ForeignLayout, content: string, attributes = '') =>
  `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`;

function root(name: string, layout: ForeignLayout, content: string): string {
  const { prefix = '', rootAttributes = '' } = layout;
  const own = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return element(name, layout, content, ` ${own}="${mainNamespace}" xmlns:r="${office}"${rootAttributes}`);
}

function writeWorkbook(sheets: CellSheet[], layout: ForeignLayout): string {
  const state = layout.sheetState ?? sheetStates.kept;
  const tabs = sheets.map(
    ({ name, visibility }, at) =>
      `<${layout.prefix ?? ''}sheet name="${escapeText(name)}" sheetId="${at + 1}"${state(visibility)} r:id="rId${at + 1}"/>`,
  );
  return root('workbook', layout, (layout.workbookBefore ?? '') + element('sheets', layout, tabs.join('')));
}

function writeSheet(sheet: CellSheet, layout: ForeignLayout, strings: string[]): string {
  const rows = layout.isUnaddressed ? withoutGaps(sheet) : [...sheet.rows.values()];
  const data = element('sheetData', layout, rows.map((row) => writeRow(row, layout, strings)).join(''));
  return root('worksheet', layout, (layout.before ?? '') + data + (layout.after ?? ''));
}

/** Whoever writes no addresses writes every row and cell up to the last. */
function withoutGaps({ rows }: CellSheet): CellRow[] {
  const last = Math.max(0, ...rows.keys());
  return Array.from(
    { length: last },
    (_one, at) => rows.get(at + 1) ?? { row: at + 1, hidden: false, cells: new Map() },
  );
}

function writeRow(row: CellRow, layout: ForeignLayout, strings: string[]): string {
  const last = Math.max(0, ...row.cells.keys());
  const columns = layout.isUnaddressed
    ? Array.from({ length: last }, (_one, at) => at + 1)
    : [...row.cells.keys(), ...Array.from({ length: layout.blankCells ?? 0 }, (_one, at) => last + 1 + at)];
  const cells = columns.map((column) =>
    writeCell(row.cells.get(column), cellAddress(column, row.row), layout, strings),
  );
  const number = layout.isUnaddressed ? '' : ` r="${row.row}"`;
  return element('row', layout, cells.join(''), number + (layout.rowAttributes?.(row) ?? ''));
}

function writeCell(value: CellValue | undefined, address: string, layout: ForeignLayout, strings: string[]): string {
  const own = (layout.isUnaddressed ? '' : ` r="${address}"`) + (layout.cellAttributes ?? '');
  const cell = (content: string, attributes = '') => element('c', layout, content, own + attributes);
  if (value === undefined) return cell('');
  if (value.kind === 'number')
    return cell(element('v', layout, layout.number?.(value.text) ?? value.text), layout.numberType);
  if (value.kind !== 'text') throw new Error(`a form holds no ${value.kind}`);
  const text = escapeText(value.text);
  if (layout.texts === 'formula') return cell(element('v', layout, text), ' t="str"');
  if (layout.texts === 'inline')
    return cell(element('is', layout, element('t', layout, text, ' xml:space="preserve"')), ' t="inlineStr"');
  return cell(element('v', layout, `${strings.push(text) - 1}`), ' t="s"');
}

const writeStrings = (strings: string[], layout: ForeignLayout): string =>
  root(
    'sst',
    layout,
    strings.map((text) => element('si', layout, element('t', layout, text, ' xml:space="preserve"'))).join(''),
  );

function writeTypes(sheets: number, layout: ForeignLayout, sheetPart: (number: number) => string): string {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${main}.${type}+xml"/>`;
  const extension = layout.typeByExtension ? `${main}.sheet.main+xml` : 'application/xml';
  return contentTypes(
    [
      `<Default Extension="xml" ContentType="${extension}"/>`,
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      layout.types ?? '',
      layout.typeByExtension ? '' : override('xl/workbook.xml', 'sheet.main'),
      ...Array.from({ length: sheets }, (_one, at) => override(sheetPart(at + 1), 'worksheet')),
      override('xl/styles.xml', 'styles'),
      layout.texts === 'shared' ? override('xl/sharedStrings.xml', 'sharedStrings') : '',
    ].join(''),
  );
}

const target = (part: string, { absoluteTargets }: ForeignLayout, folder = '') =>
  absoluteTargets ? `/${part}` : part.slice(folder.length);

function writeRootRelationships(layout: ForeignLayout): string {
  const core = `<Relationship Id="rId2" Type="${packageNs}/relationships/metadata/core-properties" Target="${target(layout.properties ?? '', layout)}"/>`;
  const book = relationship('rId1', 'officeDocument', target('xl/workbook.xml', layout));
  return relationships((layout.properties ? core : '') + book);
}

function writeRelationships(sheets: number, layout: ForeignLayout, sheetPart: (number: number) => string): string {
  const numbers = Array.from({ length: sheets }, (_one, at) => at + 1);
  const tabs = numbers.map((n) => relationship(`rId${n}`, 'worksheet', target(sheetPart(n), layout, 'xl/')));
  const strings = relationship('rIdS', 'sharedStrings', target('xl/sharedStrings.xml', layout, 'xl/'));
  const styles = relationship('rIdT', 'styles', target('xl/styles.xml', layout, 'xl/'));
  return relationships([...tabs, layout.texts === 'shared' ? strings : '', styles].join(''));
}

const writeProperties = ({ properties }: CellBook): string =>
  `<cp:coreProperties xmlns:cp="${packageNs}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeText(properties.title ?? '')}</dc:title><dc:description>${escapeText(properties.description ?? '')}</dc:description></cp:coreProperties>`;

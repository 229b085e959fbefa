import { book, cell, type HostileWorkbook, plain, sheet } from './hostile-workbook.ts';
import { contentTypes, mainNamespace, type RawBook, rawParts, relationship, writeSheet } from './raw-workbook.ts';

export const hostileXml: HostileWorkbook[] = [
  book('XML_NOT_UTF8', 'UTF-16 part', () => inUtf16('\ufeff')),
  book('XML_NOT_UTF8', 'UTF-16 part without a mark', () => inUtf16('')),
  sheet('XML_NOT_UTF8', 'declared windows-1258', () => [
    { xml: `<?xml version="1.0" encoding="windows-1258"?>${writeSheet({ data: cell })}` },
  ]),
  sheet('XML_DOCTYPE', 'billion laughs', () => [{ xml: `${billionLaughs}${writeSheet({ data: cell })}` }]),
  sheet('XML_DOCTYPE', 'entity from a file', () => [
    { xml: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${writeSheet({ data: cell })}` },
  ]),
  sheet('XML_BAD', 'entity nobody declared', () => [{ data: '<row r="1"><c r="A1"><v>&e;</v></c></row>' }]),
  sheet('XML_BAD', 'unclosed tags', () => [{ after: '<x'.repeat(40_000) }, { after: '<x>' }]),
  sheet('XML_BAD', 'nested too deep', () => [{ after: '<a>'.repeat(65) + '</a>'.repeat(65) }]),
  sheet('XML_BAD', 'a thousand attributes', () => [
    { after: `<a ${Array.from({ length: 1000 }, (_one, at) => `a${at}=""`).join(' ')}/>` },
  ]),
  sheet('XML_BAD', 'empty part', () => [{ xml: '' }]),
  book('FILE_STRICT_OOXML', 'Strict OOXML', () => ({ parts: { 'xl/workbook.xml': strictWorkbook } })),
  book('ZIP_TOTAL_TOO_BIG', '500,001 elements', () => ({
    sheets: [{ data: cell, after: `<x>${numbers(500_001, (n) => `<a b="${n % 9999}"/>`)}</x>` }],
  })),
  book('ZIP_TOTAL_TOO_BIG', '9 MB of XML', () => ({
    sheets: [{ data: cell, after: `<x>${numbers(9 * 1024, (n) => `${n}${'ab'.repeat(512)}`)}</x>` }],
  })),
];

export const hostileBooks: HostileWorkbook[] = [
  book('FILE_BROKEN', 'no workbook part', () => ({ parts: { 'xl/workbook.xml': null } })),
  book('FILE_BROKEN', 'no relationships', () => ({ parts: { '_rels/.rels': null } })),
  book('FILE_BROKEN', 'a sheet that is missing', () => ({ parts: { 'xl/worksheets/sheet1.xml': null } })),
  book('FILE_BROKEN', 'no sheets', () => ({ sheets: [] })),
  book('FILE_BROKEN', 'one part under two names', () => ({
    sheets: [{ name: 'A', data: cell }, { name: 'B' }],
    parts: { 'xl/_rels/workbook.xml.rels': rawRelationshipsToOnePart() },
  })),
  sheet('FILE_BROKEN', 'two sheets of one name', () => [{ name: 'Số' }, { name: 'SỐ'.normalize('NFD') }]),
  sheet('TOO_MANY_SHEETS', '41 sheets', () => Array.from({ length: 41 }, () => ({ data: cell }))),
  book('FILE_BROKEN', 'a shared string beyond the last', () => ({
    sheets: [{ data: '<row r="1"><c r="A1" t="s"><v>5</v></c></row>' }],
    strings: '<si><t>x</t></si>',
  })),
  sheet('TOO_MANY_ROWS', '20,001 rows', () => [{ data: rows(20_001, () => '') }]),
  sheet('TOO_MANY_CELLS', '300,001 blank cells', () => [{ data: rows(19, (row) => blankCells(row, 16_384)) }]),
  sheet('TOO_MANY_CELLS', '50,000 values', () => [
    { data: rows(10_000, (row) => 'ABCDE'.replace(/./g, (column) => `<c r="${column}${row}"><v>${row}</v></c>`)) },
  ]),
  book('TOO_MANY_STRINGS', '200,001 shared strings', () => ({ strings: '<si/>'.repeat(200_001) })),
  book('TEXT_TOTAL_TOO_LONG', 'one long text behind a thousand cells', () => ({
    strings: `<si><t>${'ễ'.repeat(32_000)}</t></si>`,
    sheets: [{ data: rows(1_000, (row) => `<c r="A${row}" t="s"><v>0</v></c>`) }],
  })),
  // Taken in, these grew a process by 166 MB.
  sheet('TEXT_TOTAL_TOO_LONG', 'twenty thousand texts of 150 letters', () => [
    { data: rows(20_000, (row) => textCell(row, 150)) },
  ]),
  book('CELL_TEXT_TOO_LONG', 'a text of a megabyte', () => ({
    strings: `<si><t>${numbers(100_000, String)}</t></si>`,
    sheets: [{ data: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
  })),
  sheet('CELL_TEXT_TOO_LONG', 'a formula of 40,000 characters', () => [
    { data: `<row r="1"><c r="A1"><f>${'1+'.repeat(20_000)}1</f></c></row>` },
  ]),
  book('TEXT_TOO_MANY_MARKS', 'sixty cells of marks in the wrong order', () => ({
    strings: `<si><t>a${'\u0315'.repeat(16_000)}${'\u0316'.repeat(16_000)}</t></si>`,
    sheets: [{ data: rows(60, (row) => `<c r="A${row}" t="s"><v>0</v></c>`) }],
  })),
  sheet('TEXT_TOO_MANY_MARKS', 'marks written as escapes', () => [
    { data: `<row r="1"><c r="A1" t="inlineStr"><is><t>a${'_x0316__x0315_'.repeat(2_000)}</t></is></c></row>` },
  ]),
  sheet('BAD_REF', 'column after the last', () => [{ data: '<row r="1"><c r="XFE1"/></row>' }]),
  sheet('BAD_REF', 'row after the last', () => [{ data: '<row r="1048577"/>' }]),
  sheet('BAD_REF', 'a cell in another row', () => [{ data: '<row r="1"><c r="A2"/></row>' }]),
  sheet('BAD_REF', 'a cell twice', () => [{ data: '<row r="1"><c r="A1"/><c r="A1"/></row>' }]),
  sheet('BAD_REF', 'a row twice', () => [{ data: '<row r="1"/><row r="1"/>' }]),
  sheet('BAD_REF', 'two billion columns', () => [{ before: '<cols><col min="1" max="2000000000"/></cols>' }]),
  sheet('BAD_REF', 'a row with an empty number', () => [{ data: '<row r=""><c><v>1</v></c></row>' }]),
  sheet('BAD_REF', 'more cells without address than there are columns', () => [
    { data: `<row r="1">${'<c/>'.repeat(16_385)}</row>` },
  ]),
  sheet('FILE_BROKEN', 'cells of a namespace that nobody declared', () => [
    { data: '<row r="1"><y:c r="A1"><y:v>1</y:v></y:c></row>' },
  ]),
  sheet('FILE_BROKEN', 'a sheet of another namespace', () => [
    { xml: '<x:worksheet xmlns:x="urn:x"><x:sheetData/></x:worksheet>' },
  ]),
  sheet('TOO_MANY_MERGES', 'the whole sheet merged', () => [{ data: cell, after: merges(['A1:XFD1048576']) }]),
  sheet('TOO_MANY_MERGES', '20,000 small merges', () => [
    { data: cell, after: merges(Array.from({ length: 20_000 }, (_one, at) => `A${at * 2 + 1}:A${at * 2 + 2}`)) },
  ]),
  sheet('TOO_MANY_MERGES', 'overlapping merges', () => [{ data: cell, after: merges(['A1:B2', 'B2:C3']) }]),
  sheet('TOO_MANY_CELLS', 'an array formula over the sheet', () => [
    { data: '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>' },
  ]),
  sheet('FILE_BROKEN', 'a cell of no known type', () => [{ data: '<row r="1"><c r="A1" t="x"><v>1</v></c></row>' }]),
];

export const harmlessBooks: HostileWorkbook[] = [
  sheet(null, 'neither numbers of rows nor addresses of cells', () => [{ data: '<row><c><v>1</v></c></row>' }]),
  sheet(null, 'elements of its namespace under two prefixes', () => [
    {
      xml: `<x:worksheet xmlns:x="${mainNamespace}"><sheetData xmlns="${mainNamespace}"><x:row r="1"><c r="A1"><x:v>1</x:v></c></x:row></sheetData></x:worksheet>`,
    },
  ]),
  book(null, 'a macro type that no part is of', () => ({
    ...plain,
    parts: {
      '[Content_Types].xml': contentTypes(
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      ),
    },
  })),
  sheet(null, 'validation over the sheet', () => [
    {
      data: cell,
      after:
        '<dataValidations><dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
    },
  ]),
  sheet(null, 'its values in the last column of twenty thousand rows', () => [
    { data: rows(20_000, (row) => `<c r="XFD${row}"><v>1</v></c>`) },
  ]),
  sheet(null, 'twenty thousand texts of 100 letters', () => [
    { data: rows(20_000, (row) => (row === 1 ? '<c r="A1"><v>1</v></c>' : textCell(row, 100))) },
  ]),
  sheet(null, 'forty sheets that end in the last row', () =>
    Array.from({ length: 40 }, () => ({ data: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' })),
  ),
  book(null, 'name for the whole sheet', () => ({
    ...plain,
    workbook: '<definedNames><definedName name="a">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>',
  })),
  sheet(null, 'false dimension and the last cell of all', () => [
    {
      before: '<dimension ref="A1:XFD1048576"/>',
      data: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    },
  ]),
  sheet(null, 'relationships that point nowhere', () => [
    {
      data: cell,
      after:
        '<drawing r:id="rId99"/><legacyDrawing r:id="rId98"/><hyperlinks><hyperlink ref="A1" r:id="x"/></hyperlinks>',
    },
  ]),
  book(null, 'drawing without its root', () => ({ ...plain, parts: { 'xl/drawings/drawing1.xml': '<x/>' } })),
  book(null, 'links to another file', () => ({
    ...plain,
    relationships: relationship('link', 'externalLink', 'externalLinks/externalLink1.xml'),
    parts: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
  })),
  sheet(null, 'byte order mark', () => [{ xml: `\ufeff${writeSheet({ data: cell })}` }]),
  book(null, 'sheet part of another name', () => renameSheetPart()),
];

const billionLaughs = `<!DOCTYPE x [<!ENTITY a0 "lol">${Array.from({ length: 9 }, (_one, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`;

const strictWorkbook =
  '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>';

function inUtf16(mark: string): RawBook {
  const xml = Buffer.from(`${mark}${writeSheet({ data: cell })}`, 'utf16le');
  return { parts: { 'xl/worksheets/sheet1.xml': xml } };
}

/** Text that packs as badly as real figures do. */
function numbers(count: number, write: (n: number) => string): string {
  return Array.from({ length: count }, (_one, at) => write((at * 48_271) % 2_147_483_647)).join('');
}

function rows(count: number, cells: (row: number) => string): string {
  return Array.from({ length: count }, (_one, at) => `<row r="${at + 1}">${cells(at + 1)}</row>`).join('');
}

/** Letters that do not pack well, or the ratio would give them away. */
function textCell(row: number, length: number): string {
  const letters = Array.from({ length }, (_one, at) =>
    String.fromCharCode(97 + (((row * 7919 + at * at * 31) % 677) % 26)),
  );
  return `<c r="A${row}" t="inlineStr"><is><t>${letters.join('')}</t></is></c>`;
}

function blankCells(row: number, count: number): string {
  return Array.from(
    { length: count },
    (_one, at) => `<c r="${columnLetters(at + 1)}${row}" s="${(at * 31) % 97}"/>`,
  ).join('');
}

function columnLetters(column: number): string {
  return column === 0
    ? ''
    : columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

function merges(ranges: string[]): string {
  return `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
}

function rawRelationshipsToOnePart(): string {
  const parts = rawParts({ sheets: [{}, {}] });
  return String(parts.get('xl/_rels/workbook.xml.rels')).replace('sheet2.xml', 'sheet1.xml');
}

function renameSheetPart(): RawBook {
  const relationships = String(rawParts(plain).get('xl/_rels/workbook.xml.rels'));
  return {
    ...plain,
    parts: {
      'xl/_rels/workbook.xml.rels': relationships.replace('worksheets/sheet1.xml', '/xl/data.xml'),
      'xl/worksheets/sheet1.xml': null,
      'xl/data.xml': writeSheet({ data: cell }),
    },
  };
}

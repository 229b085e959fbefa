import { book, file, type HostileWorkbook, megabyte, plain } from './hostile-workbook.ts';
import { contentTypes, rawEntries, rawWorkbook } from './raw-workbook.ts';
import { deflateRepeated, type RawEntry, writeRawZip } from './raw-zip.ts';

/** The plain book with one more entry, or with a lie about its sheet. */
const withEntry = (extra: RawEntry): Buffer => writeRawZip([...rawEntries(plain), extra]);
const withSheetLie = (lie: Partial<RawEntry>): Buffer =>
  writeRawZip(rawEntries(plain).map((entry) => (entry.name.includes('sheet1') ? { ...entry, ...lie } : entry)));

const ole = (stream: string): Buffer => Buffer.concat([oleHeader, Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);

const oleHeader = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export const notWorkbooks: HostileWorkbook[] = [
  file('FILE_EMPTY', 'nothing at all', () => Buffer.alloc(0)),
  file('FILE_TOO_BIG', 'more than the policy allows', () => Buffer.alloc(5 * megabyte + 1, 'PK')),
  file('FILE_ENCRYPTED', 'password to open', () => ole('EncryptedPackage')),
  file('FILE_XLS_OLD', 'Excel 97', () => ole('Workbook')),
  file('FILE_XLS_OLD', 'Excel 95', () => ole('Book')),
  file('FILE_NOT_XLSX', 'old Word document', () => ole('WordDocument')),
  file('FILE_NOT_XLSX', 'PDF', () => Buffer.from('%PDF-1.7\n')),
  file('FILE_NOT_XLSX', 'HTML table saved as xls', () => Buffer.from('\ufeff\n<html><table></table></html>')),
  file('FILE_NOT_XLSX', 'CSV', () => Buffer.from('mã,giá trị\r\nA,1\r\n')),
  file('FILE_NOT_XLSX', 'noise', () => Buffer.from('0001020304050607', 'hex')),
  file('FILE_NOT_XLSX', 'empty zip', () => writeRawZip([])),
  file('FILE_NOT_XLSX', 'zip of something else', () => writeRawZip([{ name: 'readme.txt', data: 'x' }])),
  book('FILE_NOT_XLSX', 'Word document renamed', () => ({ parts: { 'word/document.xml': '<w/>' } })),
  file('FILE_ODS', 'OpenDocument renamed', () =>
    writeRawZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }]),
  ),
  book('FILE_XLSB', 'binary workbook', () => ({ parts: { 'xl/workbook.bin': '' } })),
  book('FILE_MACRO', 'macros', () => ({ parts: { 'xl/vbaProject.bin': 'x' } })),
  book('FILE_MACRO', 'Excel 4 macro sheet', () => ({ parts: { 'xl/macrosheets/sheet1.xml': '<x/>' } })),
  book('FILE_MACRO', 'embedded object', () => ({ parts: { 'xl/embeddings/oleObject1.bin': 'x' } })),
  book('FILE_MACRO', 'macro-enabled type without a macro part', () => ({
    parts: {
      '[Content_Types].xml': contentTypes(
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
      ),
    },
  })),
  book('FILE_MACRO', 'macro-enabled type by the extension of the workbook', () => ({
    parts: {
      '[Content_Types].xml': contentTypes(
        '<Default Extension="XML" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
      ),
    },
  })),
  book('FILE_MACRO', 'macros under another name', () => ({
    parts: {
      '[Content_Types].xml': contentTypes(
        '<Override PartName="/xl/Harmless.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      ),
      'xl/harmless.bin': 'x',
    },
  })),
];

export const hostileZips: HostileWorkbook[] = [
  file('ZIP_TRUNCATED', 'upload cut off', () => rawWorkbook(plain).subarray(0, 700)),
  file('ZIP_TRAILING_JUNK', 'bytes after the end', () => rawWorkbook(plain, { suffix: Buffer.from('junk') })),
  file('ZIP_PREFIX_JUNK', 'a zip behind another, offsets as they were', () =>
    rawWorkbook(plain, { prefix: Buffer.from('504b0304ffff', 'hex') }),
  ),
  file('ZIP_PREFIX_JUNK', 'a zip behind another, offsets mended', () =>
    rawWorkbook(plain, { prefix: Buffer.from('504b0304ffff', 'hex'), offsetsCountPrefix: true }),
  ),
  file('ZIP_64', 'zip64', () => rawWorkbook(plain, { zip64Locator: true })),
  file('ZIP_TRUNCATED', 'fewer entries than the end record says', () =>
    rawWorkbook(plain, { entryCount: 7 }).subarray(0, -1),
  ),
  file('ZIP_CORRUPT', 'more entries than there are', () => rawWorkbook(plain, { entryCount: 7 })),
  file('ZIP_TOO_MANY_ENTRIES', '40,000 entries', () =>
    writeRawZip(Array.from({ length: 40_000 }, (_one, at) => ({ name: `a${at}`, data: '', stored: true }))),
  ),
  file('ZIP_BAD_METHOD', 'packed by another method', () => withSheetLie({ method: 12 })),
  file('ZIP_ENCRYPTED_ENTRY', 'encrypted entry', () => withSheetLie({ flags: 1 })),
  file('ZIP_NAME_MISMATCH', 'two names for one entry', () => withSheetLie({ localName: 'xl/worksheets/sheet2.xml' })),
  file('ZIP_OVERLAP', '1 GB by overlapping entries', buildOverlap),
  file('ZIP_BAD_NAME', 'name that climbs out', () => withEntry({ name: '../../etc/passwd', data: 'x' })),
  file('ZIP_BAD_NAME', 'absolute name', () => withEntry({ name: '/xl/a.xml', data: 'x' })),
  file('ZIP_BAD_NAME', 'backslashes', () => withEntry({ name: 'xl\\a.xml', data: 'x' })),
  file('ZIP_BAD_NAME', 'drive letter', () => withEntry({ name: 'c:a.xml', data: 'x' })),
  file('ZIP_BAD_NAME', 'control character', () => withEntry({ name: 'xl/a\u0007.xml', data: 'x' })),
  file('ZIP_BAD_NAME', '__proto__', () => withEntry({ name: '__proto__', data: 'x' })),
  file('ZIP_BAD_NAME', 'part named constructor.xml', () =>
    withEntry({ name: 'xl/worksheets/constructor.xml', data: 'x' }),
  ),
  file('ZIP_DUPLICATE_NAME', 'the sheet twice', () => withEntry({ name: 'xl/Worksheets/SHEET1.xml', data: 'x' })),
  file('ZIP_PART_TOO_BIG', 'ten pictures of 40 MB', buildPictures),
  file('ZIP_PART_TOO_BIG', 'a shared string of 200 MB', () =>
    buildBomb('xl/sharedStrings.xml', deflateRepeated('a'.repeat(megabyte), 200), 200 * megabyte),
  ),
  file('ZIP_TOTAL_TOO_BIG', 'many parts, each allowed', () =>
    writeRawZip([
      ...rawEntries(plain),
      ...[1, 2, 3].map((n) => buildJunkEntry(`xl/media/image${n}.png`, 9 * megabyte)),
    ]),
  ),
  file('ZIP_RATIO', 'a part that packs too well', () =>
    buildBomb('xl/media/a.bin', deflateRepeated('\0'.repeat(megabyte), 8), 8 * megabyte),
  ),
  file('ZIP_SIZE_LIE', 'declares 4 KB, holds 300 MB', () =>
    withSheetLie({ packed: deflateRepeated('a'.repeat(megabyte), 300), size: 4096 }),
  ),
  file('ZIP_SIZE_LIE', 'declares more than it holds', () => withSheetLie({ size: 4096 })),
  file('ZIP_CORRUPT', 'damaged packing', () => withSheetLie({ packed: Buffer.alloc(64, 0xff) })),
  file('ZIP_CRC', 'damaged content', () => withSheetLie({ crc: 1 })),
];

function buildOverlap(): Buffer {
  const kernel: RawEntry = {
    name: 'a0',
    data: '',
    packed: deflateRepeated('a'.repeat(megabyte), 10),
    size: 10 * megabyte,
  };
  const copies = Array.from({ length: 100 }, (_one, at) => ({ ...kernel, name: `a${at + 1}`, sharesDataOf: 'a0' }));
  return writeRawZip([kernel, ...copies]);
}

function buildPictures(): Buffer {
  const packed = deflateRepeated('a'.repeat(megabyte), 40);
  const picture = { data: '', packed, size: 40 * megabyte };
  const pictures = Array.from({ length: 10 }, (_one, at) => ({ ...picture, name: `xl/media/image${at}.png` }));
  return writeRawZip([...rawEntries(plain), ...pictures]);
}

function buildBomb(name: string, packed: Buffer, size: number): Buffer {
  return withEntry({ name, data: '', packed, size });
}

/** Packs about fifty to one: below what is suspicious. */
function buildJunkEntry(name: string, size: number): RawEntry {
  return { name, data: '', packed: Buffer.alloc(size / 50), size };
}

import { crc32, deflateSync } from 'node:zlib';
import { contentTypes } from './raw-workbook.ts';
import { type RawEntry, writeRawZip } from './raw-zip.ts';

/** The smallest files of each kind that a program would open. */
export const pdf = (text = ''): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1');

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

export const png = (): Buffer =>
  Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

export const jpeg = (): Buffer =>
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0008010100003f00d2cf20ffd9', 'hex');

const types: RawEntry = { name: '[Content_Types].xml', data: contentTypes('') };

export const officeFile = (...entries: RawEntry[]): Buffer => writeRawZip([types, ...entries]);
export const part = (name: string, changes: Partial<RawEntry> = {}): RawEntry => ({ name, data: '<x/>', ...changes });
export const docx = (): Buffer => officeFile(part('word/document.xml'));
export const xlsx = (): Buffer => officeFile(part('xl/workbook.xml'));

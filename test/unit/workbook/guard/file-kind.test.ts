import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';

const kinds: [kind: string, bytes: Buffer][] = [
  ['PDF', Buffer.from('%PDF-1.7')],
  ['HTML', Buffer.from('\ufeff \r\n<!DOCTYPE HTML><html>')],
  ['XML', Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>')],
  ['RTF', Buffer.from('{\\rtf1')],
  ['ZIP', Buffer.from('504b0506', 'hex')],
  ['RAR', Buffer.from('Rar!\u001a\u0007')],
  ['7Z', Buffer.from('377abcaf271c', 'hex')],
  ['PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['JPEG', Buffer.from('ffd8ffe0', 'hex')],
  ['TXT', Buffer.from('\ufeffmã\t1', 'utf16le')],
  ['CSV/TXT', Buffer.from('mã;giá trị\r\n')],
  ['?', Buffer.from('00010203', 'hex')],
];

describe('checkFileKind', () => {
  it.each(kinds)(
    'tells that the file is %s, because renaming it to .xlsx is the usual mistake',
    async (kind, bytes) => {
      const { findings } = await openWorkbook(bytes);
      expect(findings).toMatchObject([{ rule: 'FILE_NOT_XLSX', value: kind }]);
      expect(findings[0]!.message_vi).toContain(`(nhận dạng: ${kind})`);
    },
  );
});

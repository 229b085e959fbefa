import type { EvidenceType } from '../../../lake/keys.ts';
import { broken, type FileFault } from './file-type.ts';
import { readZipNames } from './zip-names.ts';

/** Parts that run; content types are not asked, for they may name what is not there. */
const activePart = /vbaproject|\/activex\/|\/macrosheets\//;

/** An office document by the names of its parts; nothing of it is unpacked. */
export function readOfficeType(bytes: Buffer): EvidenceType | FileFault {
  const zip = readZipNames(bytes);
  if (!zip) return broken('ZIP');
  if (zip.isEncrypted) return { rule: 'EVIDENCE_FILE_ENCRYPTED', kind: 'ZIP' };
  const has = (name: string) => zip.names.includes(name);
  if (!has('[content_types].xml'))
    return { rule: 'EVIDENCE_FILE_TYPE', kind: has('mimetype') ? 'OpenDocument' : 'ZIP' };
  const kinds = (['docx', 'xlsx'] as const).filter((type) => has(mainParts[type]));
  const [type, other] = kinds;
  if (other) return broken('DOCX, XLSX');
  if (!type) return { rule: 'EVIDENCE_FILE_TYPE', kind: has('ppt/presentation.xml') ? 'PPTX' : 'ZIP' };
  return zip.names.some((name) => activePart.test(name)) ? { rule: 'EVIDENCE_FILE_ACTIVE', kind: type } : type;
}

const mainParts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const;

const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** What office programs wrote before, and what they put around a document with a password. */
export const refuseOle = (bytes: Buffer): FileFault =>
  bytes.includes(encryptedPackage)
    ? { rule: 'EVIDENCE_FILE_ENCRYPTED', kind: 'OLE' }
    : { rule: 'EVIDENCE_FILE_TYPE', kind: 'Word, Excel 97–2003' };

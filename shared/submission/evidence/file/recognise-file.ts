import type { EvidenceType } from '../../../lake/keys.ts';
import { checkJpeg, checkPng } from './check-image.ts';
import { readOfficeType, refuseOle } from './check-office.ts';
import { broken, type FileFault } from './file-type.ts';
import { findZipEnd } from './zip-names.ts';

/**
 * What a file is, by its bytes alone, or why it is refused: a name and a declared type can say anything. A file that is two
 * things at once would be one to us and another to whoever opens it.
 */
export function recogniseFile(bytes: Buffer): EvidenceType | FileFault {
  if (startsWith(bytes, 'PK\u0003\u0004')) return readOfficeType(bytes);
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return refuseOle(bytes);
  const type = types.find(({ opening }) => startsWith(bytes, opening));
  if (!type) return { rule: 'EVIDENCE_FILE_TYPE', kind: nameOf(bytes) };
  if (findZipEnd(bytes) !== null) return broken(type.type.toUpperCase());
  return type.check(bytes) ?? type.type;
}

interface Recognised {
  type: EvidenceType;
  opening: string;
  check: (bytes: Buffer) => FileFault | null;
}

const types: Recognised[] = [
  { type: 'pdf', opening: '%PDF-', check: checkPdf },
  { type: 'jpeg', opening: '\u00ff\u00d8\u00ff', check: checkJpeg },
  { type: 'png', opening: '\u0089PNG\r\n\u001a\n', check: checkPng },
];

/** Its own end among the last two thousand bytes, as readers look for it; behind a line end nothing more. */
function checkPdf(bytes: Buffer): FileFault | null {
  const end = bytes.lastIndexOf('%%EOF');
  return /^%PDF-[12]\.\d/.test(head(bytes, 8)) && end !== -1 && bytes.length - end <= 2_048 ? null : broken('PDF');
}

const startsWith = (bytes: Buffer, opening: string): boolean => head(bytes, opening.length) === opening;

const head = (bytes: Buffer, length: number): string => bytes.toString('latin1', 0, length);

/** For the message; in lower case behind a byte order mark and white space. */
const others: [opening: string, name: string][] = [
  ['<!doctype html', 'HTML'],
  ['<html', 'HTML'],
  ['<svg', 'SVG'],
  ['<?xml', 'XML'],
  ['{\\rtf', 'RTF'],
  ['rar!', 'RAR'],
  ['7z\u00bc\u00af', '7Z'],
  ['gif8', 'GIF'],
  ['ii*', 'TIFF'],
  ['mm\u0000*', 'TIFF'],
  ['riff', 'WEBP, AVI'],
  ['mz', 'EXE'],
];

function nameOf(bytes: Buffer): string {
  const opening = head(bytes, 256)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  return others.find(([known]) => opening.startsWith(known))?.[1] ?? (isHeic(bytes) ? 'HEIC, MP4' : '?');
}

/** What telephones take pictures in. */
const isHeic = (bytes: Buffer): boolean => bytes.toString('latin1', 4, 8) === 'ftyp';

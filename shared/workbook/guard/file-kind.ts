import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const localHeader = Buffer.from('PK\u0003\u0004', 'latin1');

/** First bytes of what is sent by mistake; compared in lower case after white space and a byte order mark. */
const openings: [prefix: string, kind: string][] = [
  ['%pdf', 'PDF'],
  ['<!doctype html', 'HTML'],
  ['<html', 'HTML'],
  ['<table', 'HTML'],
  ['<?xml', 'XML'],
  ['{\\rtf', 'RTF'],
  ['pk', 'ZIP'],
  ['rar!', 'RAR'],
  ['7z\u00bc\u00af', '7Z'],
  ['\u0089png', 'PNG'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  // What Excel calls Unicode text.
  ['\u00ff\u00fe', 'TXT'],
];

/** Checks 1–5: what the bytes are, before anything is parsed. */
export function checkFileKind(bytes: Buffer): void {
  if (bytes.length === 0) refuse('FILE_EMPTY');
  if (bytes.length > limits.fileBytes)
    refuse('FILE_TOO_BIG', { found: bytes.length, max: limits.fileBytes / 1024 ** 2 });
  if (startsWith(bytes, ole)) refuseOle(bytes);
  if (!startsWith(bytes, localHeader)) refuse('FILE_NOT_XLSX', { kind: recogniseKind(bytes) });
}

function refuseOle(bytes: Buffer): never {
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) refuse('FILE_ENCRYPTED');
  if (holds('Workbook') || holds('Book')) refuse('FILE_XLS_OLD');
  refuse('FILE_NOT_XLSX', { kind: 'OLE' });
}

function recogniseKind(bytes: Buffer): string {
  const head = bytes.subarray(0, 1024);
  const opening = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  const known = openings.find(([prefix]) => opening.startsWith(prefix.toLowerCase()));
  if (known) return known[1];
  const isText = !head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return isText ? 'CSV/TXT' : '?';
}

function startsWith(bytes: Buffer, prefix: Buffer): boolean {
  return bytes.subarray(0, prefix.length).equals(prefix);
}

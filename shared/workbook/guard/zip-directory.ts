import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { Finding } from '../../submission/submission.ts';
import { limits } from './limits.ts';
import { findGuard, Refusal, refuse } from './refusal.ts';
import { checkZipEnd } from './zip-end.ts';

/** One entry as the directory declares it; `start`–`end` is where its packed data stand in the file. */
export interface ZipEntry {
  name: string;
  method: number;
  flags: number;
  crc32: number;
  packedSize: number;
  size: number;
  headerStart: number;
  start: number;
  end: number;
  /** Name and method as the header before the data gives them. */
  local: { name: string; method: number };
}

const encryptedFlags = 0x2041;

/** Checks 6–9: the archive's own structure. @throws {Refusal} with all that the directory shows */
export async function readZipDirectory(bytes: Buffer): Promise<ZipEntry[]> {
  const directoryStart = checkZipEnd(bytes);
  const entries = await listEntries(bytes);
  const findings = [
    ...checkEntries(entries),
    ...checkRanges(entries, directoryStart),
    ...checkNames(entries),
    ...checkDeclaredSizes(entries),
  ];
  if (findings.length > 0) throw new Refusal(findings);
  return entries;
}

async function listEntries(bytes: Buffer): Promise<ZipEntry[]> {
  try {
    // Names stay bytes: the guard decodes and judges them, with codes of its own.
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false });
    const entries: ZipEntry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(await readEntry(zip, entry));
    return entries;
  } catch (cause) {
    return refuse('ZIP_CORRUPT', {}, cause);
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<ZipEntry> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  return {
    name: entry.fileNameRaw.toString('utf8'),
    method: entry.compressionMethod,
    flags: entry.generalPurposeBitFlag | local.generalPurposeBitFlag,
    crc32: entry.crc32,
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    headerStart: entry.relativeOffsetOfLocalHeader,
    start: local.fileDataStart,
    end: local.fileDataStart + entry.compressedSize,
    local: { name: local.fileName.toString('utf8'), method: local.compressionMethod },
  };
}

function checkEntries(entries: ZipEntry[]): Finding[] {
  const findings: Finding[] = [];
  const isOdd = (entry: ZipEntry): boolean => entry.method !== 0 && entry.method !== 8;
  const misnamed = (entry: ZipEntry): boolean => entry.name !== entry.local.name || entry.method !== entry.local.method;
  if (entries.some(isOdd)) findings.push(findGuard('ZIP_BAD_METHOD'));
  if (entries.some((entry) => entry.flags & encryptedFlags)) findings.push(findGuard('ZIP_ENCRYPTED_ENTRY'));
  if (entries.some(misnamed)) findings.push(findGuard('ZIP_NAME_MISMATCH'));
  return findings;
}

function checkRanges(entries: ZipEntry[], directoryStart: number): Finding[] {
  const ordered = entries.toSorted((a, b) => a.headerStart - b.headerStart);
  const overlaps = ordered.some((entry, at) => entry.end > (ordered[at + 1]?.headerStart ?? directoryStart));
  if (overlaps) return [findGuard('ZIP_OVERLAP')];
  return (ordered[0]?.headerStart ?? directoryStart) > 0 ? [findGuard('ZIP_PREFIX_JUNK')] : [];
}

function checkNames(entries: ZipEntry[]): Finding[] {
  const findings: Finding[] = [];
  const bad = entries.find((entry) => !isLegalName(entry.name));
  if (bad) findings.push(findGuard('ZIP_BAD_NAME', { found: bad.name }));
  const seen = new Set<string>();
  const twice = entries.find(({ name }) => seen.size === seen.add(name.toLowerCase()).size);
  if (twice) findings.push(findGuard('ZIP_DUPLICATE_NAME', { found: twice.name }));
  return findings;
}

function isLegalName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (name === '' || /[\\:\u0000-\u001f\u007f\ufffd]/.test(name)) return false;
  const steps = name.replace(/\/$/, '').split('/');
  return steps.every((step) => !['', '.', '..', '__proto__', 'constructor'].includes(step.replace(/\.xml$/i, '')));
}

function checkDeclaredSizes(entries: ZipEntry[]): Finding[] {
  const findings: Finding[] = [];
  const biggest = Math.max(...entries.map((entry) => entry.size));
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  const swollen = entries.some(
    (entry) => entry.size > limits.ratioFreeBytes && entry.size > limits.ratio * entry.packedSize,
  );
  if (biggest > limits.partBytes)
    findings.push(findGuard('ZIP_PART_TOO_BIG', { found: biggest, max: limits.partBytes }));
  if (total > limits.totalBytes)
    findings.push(findGuard('ZIP_TOTAL_TOO_BIG', { found: total, max: limits.totalBytes }));
  if (swollen) findings.push(findGuard('ZIP_RATIO'));
  return findings;
}

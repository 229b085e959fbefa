import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

const endSignature = 0x06054b50;
const zip64LocatorSignature = 0x07064b50;
const endLength = 22;
const zip64LocatorLength = 20;
const maxComment = 0xffff;

/**
 * Check 6 and the count of 7: the end record closes the file, stands right behind the directory and is plain.
 * Libraries are lenient here, each in its own way, which is how two of them see two files in the same bytes.
 * @returns where the directory starts, counted from the first byte
 */
export function checkZipEnd(bytes: Buffer): number {
  const end = findEnd(bytes);
  if (end + endLength + bytes.readUInt16LE(end + 20) !== bytes.length) refuse('ZIP_TRAILING_JUNK');
  const entries = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  const locator = end - zip64LocatorLength;
  const hasLocator = locator >= 0 && bytes.readUInt32LE(locator) === zip64LocatorSignature;
  if (hasLocator || entries === 0xffff || size === 0xffffffff || start === 0xffffffff) refuse('ZIP_64');
  const onOneDisk = bytes.readUInt32LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === entries;
  if (!onOneDisk || start + size > end) refuse('ZIP_TRUNCATED');
  if (start + size < end) refuse('ZIP_PREFIX_JUNK');
  if (entries > limits.entries) refuse('ZIP_TOO_MANY_ENTRIES', { found: entries, max: limits.entries });
  return start;
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - endLength - maxComment);
  for (let at = bytes.length - endLength; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  return refuse('ZIP_TRUNCATED');
}

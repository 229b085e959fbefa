/** LevelDB's log format (its `doc/log_format.md`), in which both its log and its manifest are written. */
const blockBytes = 32_768;
/** Checksum, length and type of a record. */
const headerBytes = 7;
/** Whole, first, middle and last part of an entry. */
const types = new Set([1, 2, 3, 4]);

/** What is wrong with a log: a record that ends behind the file, or one that is not what was written; null: nothing. */
export function findBreak(bytes: Buffer): 'cut short' | 'damaged' | null {
  let offset = 0;
  let isOpen = false;
  while (offset < bytes.length) {
    const leftInBlock = blockBytes - (offset % blockBytes);
    if (leftInBlock < headerBytes) {
      // A block's last bytes, too few for a header, are zeros.
      offset += leftInBlock;
      continue;
    }
    if (bytes.length - offset < headerBytes) return 'cut short';
    const length = bytes.readUInt16LE(offset + 4);
    const type = bytes[offset + 6]!;
    if (!types.has(type) || headerBytes + length > leftInBlock) return 'damaged';
    if (offset + headerBytes + length > bytes.length) return 'cut short';
    const checked = bytes.subarray(offset + 6, offset + headerBytes + length);
    if (bytes.readUInt32LE(offset) !== mask(crc32c(checked))) return 'damaged';
    isOpen = type === 2 || type === 3;
    offset += headerBytes + length;
  }
  return isOpen ? 'cut short' : null;
}

/** LevelDB stores checksums turned, so that one of bytes which hold checksums is none of theirs. */
const mask = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

/** Castagnoli's polynomial; zlib's `crc32` is of another one. */
function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

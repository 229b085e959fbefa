const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const maxComment = 0xffff;

/** Far more than office programs write; what is declared is counted, and nothing of it unpacked. */
const limits = { entries: 5_000, unpackedBytes: 400 * 1024 * 1024, ratio: 200, ratioFreeBytes: 20 * 1024 * 1024 };

export interface ZipNames {
  /** In lower case, in the directory's order. */
  names: string[];
  isEncrypted: boolean;
}

/** Where an end record stands that closes the file; null: it is no archive, whatever it begins with. */
export function findZipEnd(bytes: Buffer): number | null {
  const lowest = Math.max(0, bytes.length - endLength - maxComment);
  for (let at = bytes.length - endLength; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) === endSignature && at + endLength + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  }
  return null;
}

/** Names of an archive that begins with its first entry and ends with its directory; null where it is anything else. */
export function readZipNames(bytes: Buffer): ZipNames | null {
  const end = findZipEnd(bytes);
  if (end === null) return null;
  const [count, size, start] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  // Zip64 and several disks have other numbers here; what stands before the first entry moves the directory.
  if (start + size !== end || count === 0 || count > limits.entries) return null;
  return readDirectory(bytes.subarray(start, end), count);
}

function readDirectory(directory: Buffer, count: number): ZipNames | null {
  const names: string[] = [];
  const total = { packed: 0, unpacked: 0, first: Number.POSITIVE_INFINITY };
  let isEncrypted = false;
  let at = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature) return null;
    isEncrypted ||= (directory.readUInt16LE(at + 8) & 0x2041) !== 0;
    total.packed += directory.readUInt32LE(at + 20);
    total.unpacked += directory.readUInt32LE(at + 24);
    total.first = Math.min(total.first, directory.readUInt32LE(at + 42));
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + 46, nameEnd).toLowerCase());
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  const isWhole = at === directory.length && total.first === 0 && new Set(names).size === names.length;
  return isWhole && !isSwollen(total) ? { names, isEncrypted } : null;
}

/** A bomb to whoever opens it, though not to us. */
const isSwollen = ({ packed, unpacked }: { packed: number; unpacked: number }): boolean =>
  unpacked > limits.unpackedBytes || (unpacked > limits.ratioFreeBytes && unpacked > limits.ratio * packed);

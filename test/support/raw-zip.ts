import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip that may lie: what is not given is derived truthfully from `data`. */
export interface RawEntry {
  name: string;
  data: Buffer | string;
  stored?: boolean;
  /** Sizes and checksum behind the data, as whoever writes into a stream does; SXSSF writes the sizes in eight bytes. */
  descriptor?: 4 | 8;
  /** The packed bytes, instead of packing `data`: see `deflateRepeated`. */
  packed?: Buffer;
  /** Name in the header before the data. */
  localName?: string;
  method?: number;
  flags?: number;
  /** Declared unpacked size. */
  size?: number;
  crc?: number;
  /** Name of an earlier entry to whose header the directory points; the entry writes no bytes of its own. */
  sharesDataOf?: string;
}

export interface ZipTweaks {
  prefix?: Buffer;
  /** Whether offsets count the prefix, as a well-made self-extracting archive does. */
  offsetsCountPrefix?: boolean;
  suffix?: Buffer;
  comment?: string;
  zip64Locator?: boolean;
  /** Number of entries that the end record gives. */
  entryCount?: number;
}

interface Written {
  local: Buffer;
  directory: (offset: number) => Buffer;
}

/** A zip written byte by byte, so that each header can be wrong on its own. */
export function writeRawZip(entries: RawEntry[], tweaks: ZipTweaks = {}): Buffer {
  const prefix = tweaks.prefix ?? Buffer.alloc(0);
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets = new Map<string, number>();
  let offset = tweaks.offsetsCountPrefix ? prefix.length : 0;
  for (const entry of entries) {
    const written = writeEntry(entry);
    const shared = entry.sharesDataOf === undefined ? undefined : offsets.get(entry.sharesDataOf);
    directory.push(written.directory(shared ?? offset));
    if (shared !== undefined) continue;
    offsets.set(entry.name, offset);
    locals.push(written.local);
    offset += written.local.length;
  }
  const records = Buffer.concat(directory);
  const end = writeEnd(tweaks.entryCount ?? entries.length, records.length, offset, tweaks);
  return Buffer.concat([prefix, ...locals, records, end, tweaks.suffix ?? Buffer.alloc(0)]);
}

/** What unpacks to `text` written `times` over, without ever holding it: blocks that end on a byte can be repeated. */
export function deflateRepeated(text: string, times: number): Buffer {
  const block = deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: times }, () => block), deflateRawSync('')]);
}

function writeEntry(entry: RawEntry): Written {
  const data = Buffer.from(entry.data);
  const packed = entry.packed ?? (entry.stored ? data : deflateRawSync(data));
  const common = Buffer.alloc(22);
  common.writeUInt16LE((entry.flags ?? 0x800) | (entry.descriptor ? 8 : 0), 0);
  common.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 2);
  common.writeUInt32LE(entry.crc ?? crc32(data), 8);
  common.writeUInt32LE(packed.length, 12);
  common.writeUInt32LE(entry.size ?? data.length, 16);
  const withName = (name: string): Buffer => {
    const copy = Buffer.from(common);
    copy.writeUInt16LE(Buffer.byteLength(name), 20);
    return copy;
  };
  const localName = entry.localName ?? entry.name;
  const header = entry.descriptor ? withoutSizes(withName(localName)) : withName(localName);
  const tail = entry.descriptor ? writeDescriptor(common, entry.descriptor) : Buffer.alloc(0);
  const local = [hex('504b03041400'), header, hex('0000'), Buffer.from(localName), packed, tail];
  const directory = (offset: number): Buffer => {
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(offset, 12);
    return Buffer.concat([hex('504b010214001400'), withName(entry.name), tail, Buffer.from(entry.name)]);
  };
  return { local: Buffer.concat(local), directory };
}

/** Checksum and both sizes stand at 8, 12 and 16 of a header. */
const withoutSizes = (header: Buffer): Buffer => Buffer.from(header).fill(0, 8, 20);

function writeDescriptor(header: Buffer, width: 4 | 8): Buffer {
  const size = (at: number) => Buffer.concat([header.subarray(at, at + 4), Buffer.alloc(width - 4)]);
  return Buffer.concat([hex('504b0708'), header.subarray(8, 12), size(12), size(16)]);
}

function writeEnd(entries: number, size: number, start: number, tweaks: ZipTweaks): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  const comment = Buffer.from(tweaks.comment ?? '');
  end.writeUInt16LE(comment.length, 20);
  const locator = tweaks.zip64Locator ? Buffer.concat([hex('504b0607'), Buffer.alloc(16)]) : Buffer.alloc(0);
  return Buffer.concat([locator, end, comment]);
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

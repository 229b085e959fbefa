import { crc32, inflateRawSync } from 'node:zlib';
import { refuse } from './refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Check 11: one part, never more than it declares. */
export function inflatePart(bytes: Buffer, entry: ZipEntry): Buffer {
  const packed = bytes.subarray(entry.start, entry.end);
  const part = entry.method === 0 ? packed : inflateCapped(packed, entry.size);
  if (part.length !== entry.size) refuse('ZIP_SIZE_LIE', { found: entry.name });
  if (crc32(part) !== entry.crc32) refuse('ZIP_CRC', { found: entry.name });
  return part;
}

function inflateCapped(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    const tooLong = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return refuse(tooLong ? 'ZIP_SIZE_LIE' : 'ZIP_CORRUPT', {}, cause);
  }
}

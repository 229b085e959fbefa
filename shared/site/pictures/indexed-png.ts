import { crc32, deflateSync } from 'node:zlib';

/** Of a picture drawn in few colours on a ground that nothing shines through: four bytes a pixel, row by row. */
export interface Pixels {
  rgba: Uint8Array;
  width: number;
  height: number;
}

/** Steps of a channel that are told apart; the edges of letters need no more. */
const steps = 16;
const most = 256;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG with one byte a pixel, a third of what the renderer writes: each channel is rounded to a multiple of 17, so that
 * edges of letters share colours. Throws where the picture has more of them than a palette holds.
 */
export function indexedPng({ rgba, width, height }: Pixels): Uint8Array {
  const places = new Int16Array(steps ** 3).fill(-1);
  const palette: number[] = [];
  // Each row begins with its filter: none, which is best for areas of one colour.
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0, at = 0; at < rows.length; at++) {
    if (at % (width + 1) === 0) continue;
    const color = colorAt(rgba, pixel);
    if (places[color] === -1) places[color] = palette.push(color) - 1;
    rows[at] = places[color]!;
    pixel += 4;
  }
  if (palette.length > most) throw new Error(`${palette.length} colours do not fit a palette of ${most}`);
  return Buffer.concat([
    signature,
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 7 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const rounded = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value / 17));

const colorAt = (rgba: Uint8Array, pixel: number): number =>
  (rounded[rgba[pixel]!]! << 8) | (rounded[rgba[pixel + 1]!]! << 4) | rounded[rgba[pixel + 2]!]!;

const channelsOf = (color: number): number[] => [color >> 8, (color >> 4) & 15, color & 15].map((step) => step * 17);

function header(width: number, height: number): Buffer {
  // Eight bits, palette, and the only compression, filters and order but one that there are.
  const bytes = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

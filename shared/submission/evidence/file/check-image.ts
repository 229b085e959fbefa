import { broken, type FileFault } from './file-type.ts';

const pngSignature = 8;
const mostParts = 100_000;

/** From the signature through whole chunks to the end, and nothing behind it. */
export function checkPng(bytes: Buffer): FileFault | null {
  let at = pngSignature;
  for (let part = 0; part < mostParts && at + 12 <= bytes.length; part++) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (part === 0 && name !== 'IHDR') return broken('PNG');
    at += 12 + bytes.readUInt32BE(at);
    if (name === 'IEND') return at === bytes.length ? null : broken('PNG');
  }
  return broken('PNG');
}

/** Marker segments up to the picture itself, and the end of a picture behind it. */
export function checkJpeg(bytes: Buffer): FileFault | null {
  let at = 2;
  for (let part = 0; part < mostParts && at + 4 <= bytes.length; part++) {
    if (bytes[at] !== 0xff) return broken('JPEG');
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at += 1;
    else if (marker === startOfScan) return bytes.includes(endOfImage, at) ? null : broken('JPEG');
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return broken('JPEG');
}

const startOfScan = 0xda;
const endOfImage = Buffer.from([0xff, 0xd9]);

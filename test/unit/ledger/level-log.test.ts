import { describe, expect, it } from 'vitest';
import { findBreak } from '../../../infra/local/level-log.ts';

const [whole, first, last] = [1, 2, 4];

/** Castagnoli's checksum bit by bit, turned as LevelDB turns it: written apart from what is tested. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  crc = ~crc >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

function record(type: number, content: Buffer): Buffer {
  const header = Buffer.alloc(7);
  header.writeUInt32LE(checksum(Buffer.concat([Buffer.from([type]), content])));
  header.writeUInt16LE(content.length, 4);
  header[6] = type;
  return Buffer.concat([header, content]);
}

const blockBytes = 32_768;
const headerBytes = 7;
/** A record after which so many bytes of its block are left. */
const leaving = (left: number) => record(whole, Buffer.alloc(blockBytes - headerBytes - left, 'x'));
const next = record(whole, Buffer.from('next'));

describe('findBreak', () => {
  it('knows the checksum that is known of the digits 1 to 9', () => {
    const masked = (((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8) >>> 0;
    expect(checksum(Buffer.from('123456789'))).toBe(masked);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['one record', next],
    ['a block that is full to the last byte', Buffer.concat([leaving(0), next])],
    ['zeros where no header has room', Buffer.concat([leaving(6), Buffer.alloc(6), next])],
    [
      'a header without content where just one has room',
      Buffer.concat([leaving(7), record(first, Buffer.alloc(0)), record(last, Buffer.from('rest'))]),
    ],
  ])('finds none in %s', (_, bytes) => {
    expect(findBreak(bytes)).toBeNull();
  });

  it.each([
    ['a header that is cut', next.subarray(0, 6), 'cut short'],
    ['content that is cut', next.subarray(0, -1), 'cut short'],
    ['an entry without its last part', record(first, Buffer.from('a')), 'cut short'],
    ['just one header at the end of a block', Buffer.concat([leaving(7), record(first, Buffer.alloc(0))]), 'cut short'],
    ['another byte', Buffer.concat([next.subarray(0, -1), Buffer.from('!')]), 'damaged'],
    ['a type that there is not', record(5, Buffer.from('a')), 'damaged'],
    ['a record over the end of its block', record(whole, Buffer.alloc(blockBytes - 6)), 'damaged'],
  ])('finds %s', (_, bytes, found) => {
    expect(findBreak(bytes)).toBe(found);
  });
});

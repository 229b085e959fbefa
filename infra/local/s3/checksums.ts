import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from './s3-error.ts';

/** Header name to base64 digest, of those that were declared and found right. */
export type Checksums = Record<string, string>;

const prefix = 'x-amz-checksum-';
const notDigests = [`${prefix}algorithm`, `${prefix}mode`, `${prefix}type`];

const digests = new Map<string, (body: Buffer) => Buffer>([
  [
    'crc32',
    (body) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc32(body));
      return bytes;
    },
  ],
  ['sha256', (body) => createHash('sha256').update(body).digest()],
]);

/** Compares each checksum among headers, trailers or form fields with the body; S3 keeps and returns only those. */
export function verifyChecksums(body: Buffer, fields: Record<string, string>): Checksums {
  const declared = Object.entries(fields).filter(([name]) => name.startsWith(prefix) && !notDigests.includes(name));
  for (const [name, value] of declared) verifyChecksum(body, name.slice(prefix.length), value);
  return Object.fromEntries(declared);
}

function verifyChecksum(body: Buffer, algorithm: string, value: string): void {
  const digest = digests.get(algorithm);
  if (!digest) throw new S3Error('NotImplemented', `Checksums by ${algorithm} are not known here.`);
  const found = digest(body);
  if (Buffer.from(value, 'base64').length !== found.length)
    throw new S3Error('InvalidRequest', `Value for ${prefix}${algorithm} header is invalid.`);
  if (found.toString('base64') !== value)
    throw new S3Error(
      'BadDigest',
      `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
    );
}

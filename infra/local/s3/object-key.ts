import { S3Error } from './s3-error.ts';

const longestKeyBytes = 1024;
const longestSegmentBytes = 255;

/** Refuses keys that cannot be the path of a plain file below the bucket's folder. */
export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > longestKeyBytes) throw new S3Error('KeyTooLongError', 'Your key is too long');
  for (const segment of key.split('/')) {
    if (segment === '' || segment === '.' || segment === '..' || segment.includes('\0'))
      throw new S3Error(
        'InvalidArgument',
        "A key may have no empty, '.' or '..' segment and no NUL here: it is a path.",
      );
    if (Buffer.byteLength(segment) > longestSegmentBytes)
      throw new S3Error(
        'KeyTooLongError',
        `A segment of a key may have ${longestSegmentBytes} bytes: it is a file name.`,
      );
  }
}

/** S3 lists in the order of UTF-8 bytes, which is not that of UTF-16 units. */
export const compareKeys = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

import type { ObjectVersion } from './bucket-files.ts';
import { S3Error } from './s3-error.ts';

const keptHeaders = [
  'content-type',
  'content-disposition',
  'content-encoding',
  'content-language',
  'cache-control',
  'expires',
];
const metadataPrefix = 'x-amz-meta-';
const longestMetadataBytes = 2048;

/** Headers or form fields of a write that a read gives back. */
export function selectObjectHeaders(fields: Record<string, string>): Record<string, string> {
  const metadata = Object.entries(fields).filter(([name]) => name.startsWith(metadataPrefix));
  checkMetadata(metadata);
  const described = keptHeaders.flatMap((name) => {
    const value = name === 'content-encoding' ? stripChunked(fields[name]) : fields[name];
    return value ? [[name, value] as const] : [];
  });
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries([...described, ...metadata].map(([name, value]) => [name, encodeHeader(value)])),
  };
}

function checkMetadata(metadata: [name: string, value: string][]): void {
  const wrong = metadata.find(([name]) => !/^[\w!#$%&'*+.^`|~-]+$/.test(name));
  if (wrong) throw new S3Error('InvalidArgument', `${wrong[0]} cannot be the name of a header.`);
  const size = metadata.reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')) - metadataPrefix.length, 0);
  if (size > longestMetadataBytes)
    throw new S3Error('InvalidRequest', 'Your metadata headers exceed the maximum allowed metadata size');
}

/** Headers that every answer about a version carries. */
export const describeVersion = (version: ObjectVersion) => ({
  etag: version.etag,
  'x-amz-version-id': version.version_id,
});

/** `aws-chunked` is about the transfer, not about the object. */
const stripChunked = (encoding = '') =>
  encoding
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'aws-chunked' && one !== '')
    .join(',');

// S3 gives back text outside ASCII in the form of RFC 2047: HTTP headers have no letters for it.
const encodeHeader = (value: string) =>
  /^[\x20-\x7e\t]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;

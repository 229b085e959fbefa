import type { ObjectVersion } from './bucket-files.ts';
import { compareKeys } from './object-key.ts';
import type { S3Context } from './s3-context.ts';
import { S3Error } from './s3-error.ts';
import { parseCount, queryValue, type S3Answer, type S3Request } from './s3-request.ts';
import { element, textElement, xmlDocument } from './xml.ts';

/** A line of a listing: an object, or the common prefix that stands for many. */
interface Entry {
  name: string;
  latest: ObjectVersion | null;
}

const largestPage = 1000;

/** ListObjectsV2. */
export function listObjects(request: S3Request, context: S3Context, bucketName: string): S3Answer {
  const value = (name: string) => queryValue(request, name);
  const encode = nameEncoder(request);
  const entries = collectEntries(request, context.bucket(bucketName).versions());
  const token = value('continuation-token');
  const after = token === undefined ? null : decodeToken(token);
  const rest = after === null ? entries : entries.filter((entry) => compareKeys(entry.name, after) > 0);
  const page = rest.slice(0, readPageSize(request));
  const truncated = page.length > 0 && page.length < rest.length;
  const echoed = (element: string, parameter: string) =>
    value(parameter) === undefined ? [] : [textElement(element, encode(value(parameter)!))];
  return xmlAnswer('ListBucketResult', [
    textElement('Name', bucketName),
    textElement('Prefix', encode(value('prefix') ?? '')),
    ...echoed('Delimiter', 'delimiter'),
    ...echoed('StartAfter', 'start-after'),
    ...echoed('EncodingType', 'encoding-type'),
    ...(token === undefined ? [] : [textElement('ContinuationToken', token)]),
    textElement('MaxKeys', readPageSize(request)),
    textElement('KeyCount', page.length),
    textElement('IsTruncated', truncated),
    ...(truncated ? [textElement('NextContinuationToken', encodeToken(page.at(-1)!.name))] : []),
    ...page.map((entry) => entryElement(entry, encode)),
  ]);
}

/** ListObjectVersions, without delimiter. */
export function listObjectVersions(request: S3Request, context: S3Context, bucketName: string): S3Answer {
  if (queryValue(request, 'delimiter'))
    throw new S3Error('NotImplemented', 'Versions are not listed by delimiter here.');
  if (queryValue(request, 'version-id-marker') && !queryValue(request, 'key-marker'))
    throw new S3Error('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
  const encode = nameEncoder(request);
  const rest = collectVersions(request, context.bucket(bucketName).versions());
  const page = rest.slice(0, readPageSize(request));
  const truncated = page.length > 0 && page.length < rest.length;
  const last = page.at(-1)?.version;
  return xmlAnswer('ListVersionsResult', [
    textElement('Name', bucketName),
    textElement('Prefix', encode(queryValue(request, 'prefix') ?? '')),
    textElement('KeyMarker', encode(queryValue(request, 'key-marker') ?? '')),
    textElement('VersionIdMarker', queryValue(request, 'version-id-marker') ?? ''),
    textElement('MaxKeys', readPageSize(request)),
    textElement('IsTruncated', truncated),
    ...(truncated
      ? [textElement('NextKeyMarker', encode(last!.key)), textElement('NextVersionIdMarker', last!.version_id)]
      : []),
    ...page.map(({ version, latest }) =>
      element('Version', [
        textElement('Key', encode(version.key)),
        textElement('VersionId', version.version_id),
        textElement('IsLatest', latest),
        ...describe(version),
      ]),
    ),
  ]);
}

function collectEntries(request: S3Request, versions: ReadonlyMap<string, readonly ObjectVersion[]>): Entry[] {
  const startAfter = queryValue(request, 'start-after') ?? '';
  const delimiter = queryValue(request, 'delimiter');
  const prefix = queryValue(request, 'prefix') ?? '';
  const entries = new Map<string, Entry>();
  for (const key of sortKeys(versions, prefix).filter((key) => compareKeys(key, startAfter) > 0)) {
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const name = cut < 0 ? key : key.slice(0, cut + delimiter!.length);
    entries.set(name, { name, latest: cut < 0 ? versions.get(key)!.at(-1)! : null });
  }
  return [...entries.values()];
}

function collectVersions(request: S3Request, versions: ReadonlyMap<string, readonly ObjectVersion[]>) {
  const all = sortKeys(versions, queryValue(request, 'prefix') ?? '').flatMap((key) =>
    versions
      .get(key)!
      .toReversed()
      .map((version, index) => ({ version, latest: index === 0 })),
  );
  const [key, id] = [queryValue(request, 'key-marker'), queryValue(request, 'version-id-marker')];
  if (key === undefined) return all;
  const marked = all.findIndex(({ version }) => version.key === key && version.version_id === id);
  return marked < 0 ? all.filter(({ version }) => compareKeys(version.key, key) > 0) : all.slice(marked + 1);
}

const sortKeys = (versions: ReadonlyMap<string, unknown>, prefix: string) =>
  [...versions.keys()].filter((key) => key.startsWith(prefix)).sort(compareKeys);

const entryElement = ({ name, latest }: Entry, encode: (name: string) => string) =>
  latest
    ? element('Contents', [textElement('Key', encode(name)), ...describe(latest)])
    : element('CommonPrefixes', [textElement('Prefix', encode(name))]);

const describe = (version: ObjectVersion) => [
  textElement('LastModified', toTheSecond(version.last_modified)),
  textElement('ETag', version.etag),
  textElement('Size', version.size),
  textElement('StorageClass', 'STANDARD'),
];

/** As in the headers of the object, which have no smaller unit. */
const toTheSecond = (time: string) => time.replace(/\.\d+Z$/, '.000Z');

function nameEncoder(request: S3Request): (name: string) => string {
  const encoding = queryValue(request, 'encoding-type');
  if (encoding === undefined) return (name) => name;
  if (encoding !== 'url') throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return (name) => encodeURIComponent(name).replaceAll('%2F', '/');
}

function readPageSize(request: S3Request): number {
  const asked = queryValue(request, 'max-keys');
  if (asked === undefined) return largestPage;
  const size = parseCount(asked);
  if (size === null) throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  return Math.min(size, largestPage);
}

const encodeToken = (name: string) => Buffer.from(name).toString('base64url');

function decodeToken(token: string): string {
  const name = Buffer.from(token, 'base64url').toString('utf8');
  if (encodeToken(name) === token && name !== '') return name;
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
}

const xmlAnswer = (root: string, children: string[]): S3Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: xmlDocument(root, children),
});

import { readFile } from 'node:fs/promises';
import { type Checksums, verifyChecksums } from './checksums.ts';
import { describeVersion, selectObjectHeaders } from './object-headers.ts';
import { receivePayload } from './receive-body.ts';
import type { S3Context } from './s3-context.ts';
import { S3Error } from './s3-error.ts';
import { decodeUri, type S3Answer, type S3Request } from './s3-request.ts';
import { writeObject } from './write-object.ts';
import { textElement, xmlDocument } from './xml.ts';

/** Where an object is to be written, and the signed hash of the payload. */
export interface PutTarget {
  bucket: string;
  key: string;
  payloadHash: string;
}

export async function putObject(request: S3Request, context: S3Context, target: PutTarget): Promise<S3Answer> {
  context.bucket(target.bucket);
  const { content, trailers } = await receivePayload(request, target.payloadHash);
  const draft = {
    key: target.key,
    body: content,
    headers: selectObjectHeaders(request.headers),
    checksums: verifyChecksums(content, { ...request.headers, ...trailers }),
    precondition: readPrecondition(request),
  };
  const version = await writeObject(context, target.bucket, draft, 'PutObject');
  return { status: 200, headers: { ...describeVersion(version), ...returnChecksums(version.checksums) } };
}

export async function copyObject(request: S3Request, context: S3Context, target: PutTarget): Promise<S3Answer> {
  const source = parseSource(request);
  const bucket = context.bucket(source.bucket);
  const copied = bucket.version(source.key, source.versionId);
  const replaced = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const draft = {
    key: target.key,
    body: await readFile(bucket.bodyPath(copied)),
    headers: replaced ? selectObjectHeaders(request.headers) : copied.headers,
    checksums: copied.checksums,
    precondition: readPrecondition(request),
  };
  const version = await writeObject(context, target.bucket, draft, 'CopyObject');
  const result = [textElement('LastModified', version.last_modified), textElement('ETag', version.etag)];
  return {
    status: 200,
    headers: {
      'content-type': 'application/xml',
      'x-amz-version-id': version.version_id,
      'x-amz-copy-source-version-id': copied.version_id,
    },
    body: xmlDocument('CopyObjectResult', result),
  };
}

const readPrecondition = (request: S3Request) => ({
  ifNoneMatch: request.headers['if-none-match'],
  ifMatch: request.headers['if-match'],
});

const returnChecksums = (checksums: Checksums) =>
  Object.keys(checksums).length > 0 ? { ...checksums, 'x-amz-checksum-type': 'FULL_OBJECT' } : {};

function parseSource(request: S3Request) {
  if (Object.keys(request.headers).some((name) => name.startsWith('x-amz-copy-source-')))
    throw new S3Error('NotImplemented', 'Conditions and ranges on the source of a copy are not known here.');
  // Taken apart before it is decoded: an encoded question mark belongs to the key.
  const [, bucket, key, versionId] =
    /^(?:\/|%2F)?([^/?]+?)(?:\/|%2F)([^?]+)(?:\?versionId=([^&]+))?$/i.exec(
      request.headers['x-amz-copy-source'] ?? '',
    ) ?? [];
  if (bucket === undefined || key === undefined)
    throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  return { bucket, key: decodeUri(key), ...(versionId === undefined ? {} : { versionId }) };
}

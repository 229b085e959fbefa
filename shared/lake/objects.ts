import { setTimeout as pause } from 'node:timers/promises';
import {
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** One bucket and a client for it; the only door to S3 outside the local runtime. */
export interface Bucket {
  client: S3Client;
  name: string;
}

/** What is known of a version without reading it. */
export interface ObjectHead {
  metadata: Record<string, string>;
  /** When this version was written, UTC to the second: `2026-10-05T01:02:03.000Z`. */
  storedAt: string;
  size: number;
  /** Of these bytes: a write may ask that they still stand (`putObjectIf`). */
  etag: string;
}

export interface StoredObject extends Omit<ObjectHead, 'size'> {
  bytes: Uint8Array;
  /** Null in a bucket that keeps no versions. */
  versionId: string | null;
}

export interface StoredVersion {
  versionId: string;
  storedAt: string;
}

export interface PutOptions {
  contentType?: string;
  metadata?: Record<string, string>;
  cacheControl?: string;
}

export const connectBuckets = <Name extends string>(names: Record<Name, string>): Record<Name, Bucket> => {
  const client = new S3Client({});
  const entries = Object.entries<string>(names).map(([key, name]) => [key, { client, name }]);
  return Object.fromEntries(entries) as Record<Name, Bucket>;
};

/** The object, or null when there is none. `versionId` pins the version an event was about; without it, the latest. */
export async function getObject(bucket: Bucket, key: string, versionId?: string): Promise<StoredObject | null> {
  try {
    const answer = await bucket.client.send(
      new GetObjectCommand({ Bucket: bucket.name, Key: key, VersionId: versionId }),
    );
    const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    return {
      bytes,
      metadata: answer.Metadata ?? {},
      storedAt: (answer.LastModified as Date).toISOString(),
      versionId: answer.VersionId ?? null,
      etag: answer.ETag as string,
    };
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

export const objectExists = async (bucket: Bucket, key: string): Promise<boolean> =>
  (await sendHead(bucket, key)) !== null;

/** What is known of one version, or null when there is none; without `versionId`, of the latest. */
export async function headObject(bucket: Bucket, key: string, versionId?: string): Promise<ObjectHead | null> {
  const answer = await sendHead(bucket, key, versionId);
  if (!answer) return null;
  const { Metadata: metadata = {}, LastModified, ContentLength: size, ETag: etag } = answer;
  return { metadata, storedAt: (LastModified as Date).toISOString(), size: size as number, etag: etag as string };
}

async function sendHead(bucket: Bucket, key: string, versionId?: string): Promise<HeadObjectCommandOutput | null> {
  try {
    return await bucket.client.send(new HeadObjectCommand({ Bucket: bucket.name, Key: key, VersionId: versionId }));
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Every version of exactly this key, oldest first; needs the right `versions` of the topology. */
export async function listVersions(bucket: Bucket, key: string): Promise<StoredVersion[]> {
  const found: StoredVersion[] = [];
  let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | null = {};
  while (marker) {
    const page: ListObjectVersionsCommandOutput = await bucket.client.send(
      new ListObjectVersionsCommand({ Bucket: bucket.name, Prefix: key, ...marker }),
    );
    const own = (page.Versions ?? []).filter((version) => version.Key === key);
    found.push(
      ...own.map((one) => ({ versionId: one.VersionId!, storedAt: (one.LastModified as Date).toISOString() })),
    );
    // Of all keys that begin with this one it comes first: a page that ends in another has shown all of it.
    const isMore = page.IsTruncated && page.NextKeyMarker === key;
    marker = isMore ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : null;
  }
  // S3 lists the newest first; versions of one second have no other order than that.
  return found.reverse();
}

/** Overwrites: for what a step may write again with the same content. Answers the version it made; null: none is kept. */
export async function putObject(
  bucket: Bucket,
  key: string,
  body: Uint8Array | string,
  options: PutOptions = {},
): Promise<string | null> {
  const { VersionId } = await bucket.client.send(new PutObjectCommand({ ...target(bucket, key, options), Body: body }));
  return VersionId ?? null;
}

/** How often a write is sent again because another one of the same key was under way. */
const conflictTries = 5;

/** Writes once. False: something was there already, and still is. */
export const putObjectOnce = (
  bucket: Bucket,
  key: string,
  body: Uint8Array | string,
  options: PutOptions = {},
): Promise<boolean> => putObjectIf(bucket, key, body, { ...options, etag: null });

/** Writes if what is there has this ETag still; null: if nothing is. False: another one wrote. */
export async function putObjectIf(
  bucket: Bucket,
  key: string,
  body: Uint8Array | string,
  { etag, ...options }: PutOptions & { etag: string | null },
): Promise<boolean> {
  const condition = etag === null ? { IfNoneMatch: '*' } : { IfMatch: etag };
  const command = new PutObjectCommand({ ...target(bucket, key, options), Body: body, ...condition });
  for (let attempt = 1; ; attempt++) {
    try {
      await bucket.client.send(command);
      return true;
    } catch (error) {
      const { name } = error as S3ServiceException;
      if (name === 'PreconditionFailed') return false;
      // S3 could not tell who was first, and asks to be asked again; the SDK does not take that for a reason to.
      if (name !== 'ConditionalRequestConflict' || attempt === conflictTries) throw error;
      await pause(50 * attempt);
    }
  }
}

export interface UploadPolicy {
  key: string;
  /** Hex; S3 refuses other bytes. */
  sha256: string;
  maxBytes: number;
  metadata: Record<string, string>;
  expiresSeconds: number;
}

/** A form that posts one file straight to S3: key, bytes, size and metadata are fixed by the signed policy. */
export function presignUpload(bucket: Bucket, policy: UploadPolicy) {
  const fields: Record<string, string> = {
    'x-amz-checksum-algorithm': 'SHA256',
    'x-amz-checksum-sha256': Buffer.from(policy.sha256, 'hex').toString('base64'),
  };
  for (const [name, value] of Object.entries(policy.metadata)) fields[`x-amz-meta-${name}`] = value;
  return createPresignedPost(bucket.client, {
    Bucket: bucket.name,
    Key: policy.key,
    Fields: fields,
    Conditions: [['content-length-range', 1, policy.maxBytes]],
    Expires: policy.expiresSeconds,
  });
}

/** Long enough to follow a redirect, too short to be passed on. */
const downloadSeconds = 300;

export interface DownloadOptions {
  /** What the browser is told, whatever the uploader said. */
  contentType?: string;
  /** Absent: the latest. */
  versionId?: string;
  /** To be looked at in a page or a tab instead of saved: of types that a browser draws and never runs. */
  inline?: boolean;
}

/** A signed address, and what whoever cannot read it out of a redirect is told of it. */
export interface Download {
  url: string;
  /** What the file is saved as. */
  file_name: string;
  /** UTC, to the second: until when the address may be asked. */
  expires_at: string;
}

/** An address that downloads the object under `fileName` for a short while; nothing of it is shown in a page unless asked. */
export async function presignDownload(
  bucket: Bucket,
  key: string,
  fileName: string,
  options: DownloadOptions = {},
): Promise<Download> {
  const command = new GetObjectCommand({
    Bucket: bucket.name,
    Key: key,
    VersionId: options.versionId,
    ResponseContentType: options.contentType,
    ResponseContentDisposition: `${options.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
  const url = await getSignedUrl(bucket.client, command, { expiresIn: downloadSeconds });
  return { url, file_name: fileName, expires_at: expiryOf(url) };
}

/** As it stands in the address itself: signed at `20261127T114600Z`, for so many seconds. */
function expiryOf(url: string): string {
  const query = new URL(url).searchParams;
  const signed = (query.get('X-Amz-Date') ?? '').replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5');
  const expires = Date.parse(signed) + Number(query.get('X-Amz-Expires')) * 1000;
  return new Date(expires).toISOString().replace('.000Z', 'Z');
}

const target = (bucket: Bucket, key: string, options: PutOptions) => ({
  Bucket: bucket.name,
  Key: key,
  ContentType: options.contentType,
  CacheControl: options.cacheControl,
  Metadata: options.metadata,
});

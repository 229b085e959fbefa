import { createHash } from 'node:crypto';
import { type BucketFiles, type ObjectVersion, openBucketFiles } from './bucket-files.ts';
import type { Checksums } from './checksums.ts';
import { checkKey } from './object-key.ts';
import { S3Error } from './s3-error.ts';

/** Values of `If-None-Match` and `If-Match` of a write. */
export interface Precondition {
  ifNoneMatch?: string | undefined;
  ifMatch?: string | undefined;
}

export interface ObjectDraft {
  key: string;
  body: Buffer;
  headers: Record<string, string>;
  checksums: Checksums;
  precondition: Precondition;
  at: Date;
}

/** A versioned bucket. Nothing in it is ever removed. */
export interface Bucket {
  /** The latest version, or the named one; NoSuchKey or NoSuchVersion otherwise. */
  version(key: string, versionId?: string): ObjectVersion;
  /** Every version by key, oldest first. */
  versions(): ReadonlyMap<string, readonly ObjectVersion[]>;
  bodyPath(version: ObjectVersion): string;
  objectPath(key: string): string;
  write(draft: ObjectDraft): Promise<ObjectVersion>;
}

/** Opens the bucket in a folder, made when missing. One process at a time may have it open. */
export function openBucket(directory: string): Bucket {
  const files = openBucketFiles(directory);
  const versions = Map.groupBy(files.found, (version) => version.key);
  let sequence = files.found.at(-1)?.sequence ?? 0;
  // One write of a key at a time, so that of two racers on a condition exactly one finds it true; keys wait for none other.
  const turns = new Map<string, Promise<unknown>>();
  const write = (draft: ObjectDraft) => {
    const written = (turns.get(draft.key) ?? Promise.resolve()).then(async () => {
      checkPrecondition(draft.precondition, versions.get(draft.key)?.at(-1));
      sequence += 1;
      return saveDraft(files, versions, draft, sequence);
    });
    const turn: Promise<unknown> = written
      .catch(() => undefined)
      .then(() => {
        if (turns.get(draft.key) === turn) turns.delete(draft.key);
      });
    turns.set(draft.key, turn);
    return written;
  };
  return {
    version: (key, versionId) => findVersion(versions.get(key) ?? [], versionId),
    versions: () => versions,
    bodyPath: (version) => files.versionPath(version.version_id),
    objectPath: (key) => {
      checkKey(key);
      return files.objectPath(key);
    },
    write,
  };
}

function findVersion(versions: ObjectVersion[], versionId: string | undefined): ObjectVersion {
  const found = versionId === undefined ? versions.at(-1) : versions.find((one) => one.version_id === versionId);
  if (found) return found;
  throw versionId === undefined
    ? new S3Error('NoSuchKey', 'The specified key does not exist.')
    : new S3Error('NoSuchVersion', 'The specified version does not exist.');
}

function checkPrecondition({ ifNoneMatch, ifMatch }: Precondition, latest: ObjectVersion | undefined): void {
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*')
    throw new S3Error('NotImplemented', 'If-None-Match of a write can only be *.');
  if (ifNoneMatch !== undefined && latest) throw failedPrecondition('If-None-Match');
  if (ifMatch === undefined) return;
  if (!latest) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  if (!matchesEtag(ifMatch, latest.etag)) throw failedPrecondition('If-Match');
}

/** Whether a condition header (`*`, one ETag or a list, quoted or not) names this ETag. */
export const matchesEtag = (condition: string, etag: string) =>
  condition
    .split(',')
    .some((one) => one.trim() === '*' || one.trim().replace(/^(?:W\/)?"?|"?$/g, '') === etag.slice(1, -1));

export const failedPrecondition = (condition: string) =>
  new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });

async function saveDraft(
  files: BucketFiles,
  versions: Map<string, ObjectVersion[]>,
  draft: ObjectDraft,
  sequence: number,
): Promise<ObjectVersion> {
  checkKey(draft.key);
  const version: ObjectVersion = {
    key: draft.key,
    version_id: nameVersion(draft.key, sequence),
    sequence,
    size: draft.body.length,
    etag: `"${createHash('md5').update(draft.body).digest('hex')}"`,
    last_modified: draft.at.toISOString(),
    headers: draft.headers,
    checksums: draft.checksums,
  };
  await files.save(version, draft.body);
  versions.set(draft.key, [...(versions.get(draft.key) ?? []), version]);
  return version;
}

// Opaque as in S3, where the order of versions cannot be read from their names either.
const nameVersion = (key: string, sequence: number) =>
  createHash('sha256').update(`${sequence}/${key}`).digest('base64url').slice(0, 32);

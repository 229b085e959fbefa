import type { ObjectDraft } from './bucket.ts';
import type { ObjectVersion } from './bucket-files.ts';
import type { ObjectCreated, S3Context } from './s3-context.ts';

/** Writes a version and waits until its event is taken; a lost event would be a submission nobody answers. */
export async function writeObject(
  context: S3Context,
  bucket: string,
  draft: Omit<ObjectDraft, 'at'>,
  reason: ObjectCreated['reason'],
): Promise<ObjectVersion> {
  const version = await context.bucket(bucket).write({ ...draft, at: context.clock() });
  const { key, version_id: versionId, size, last_modified: time } = version;
  await context.onObjectCreated({ bucket, key, versionId, size, etag: version.etag.slice(1, -1), reason, time });
  return version;
}

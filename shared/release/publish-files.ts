import { releaseKey } from '../lake/keys.ts';
import { type Bucket, getObject, putObjectOnce } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import type { Files } from './frozen-inputs.ts';
import { contentTypeOf } from './run-files.ts';

/** A release never changes, so whoever has a file of it may keep it. */
const forever = 'public, max-age=31536000, immutable';

/** Puts every file out once; a second try must find the same bytes. Fault `RELEASE_CONFLICT`. */
export async function publishFiles(
  publicBucket: Bucket,
  { release }: { release: string },
  files: Files,
): Promise<void> {
  for (const [path, bytes] of files) await publishFile(publicBucket, releaseKey(release, path), bytes);
}

async function publishFile(publicBucket: Bucket, key: string, bytes: Uint8Array): Promise<void> {
  const written = await putObjectOnce(publicBucket, key, bytes, {
    contentType: contentTypeOf(key),
    cacheControl: forever,
  });
  if (written) return;
  const known = await getObject(publicBucket, key);
  if (!known || !Buffer.from(known.bytes).equals(bytes)) {
    throw new Fault('RELEASE_CONFLICT', `${key} is published with other bytes`);
  }
}

import { releaseKey } from '../lake/keys.ts';
import { mapConcurrently } from '../lake/map-concurrently.ts';
import { type Bucket, getObject, putObjectOnce } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import { contentTypeOf } from './content-types.ts';
import type { Files } from './frozen-inputs.ts';

/** A release never changes, so whoever has a file of it may keep it. */
const forever = 'public, max-age=31536000, immutable';

/** Files on their way at the same time. */
const concurrent = 8;

/** Puts every file out once; a second try must find the same bytes. Fault `RELEASE_CONFLICT`. */
export async function publishFiles(
  publicBucket: Bucket,
  { release }: { release: string },
  files: Files,
): Promise<void> {
  await mapConcurrently([...files], concurrent, ([path, bytes]) =>
    publishFile(publicBucket, releaseKey(release, path), bytes),
  );
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

import { releaseKey } from '../../shared/lake/keys.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { type Bucket, getObject, putObjectOnce } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import type { Release } from '../../shared/score-store/releases.ts';

/** A release never changes, so whoever has a file of it may keep it. */
const forever = 'public, max-age=31536000, immutable';

/** Files on their way at the same time. */
const concurrent = 8;

/** Puts every file out once; a second try must find the same bytes. */
export async function publishFiles(publicBucket: Bucket, { release }: Release, files: Files): Promise<void> {
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

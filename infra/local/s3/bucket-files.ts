import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { parseState, StateBroken } from '../state-file.ts';
import { S3Error } from './s3-error.ts';

const objectVersion = z.object({
  key: z.string().min(1),
  version_id: z.string().min(1),
  /** Order of writes within the bucket. */
  sequence: z.int(),
  size: z.int(),
  /** With its quotes. */
  etag: z.string(),
  /** ISO 8601, UTC. */
  last_modified: z.string(),
  /** Headers given back as they came: content type, user metadata. */
  headers: z.record(z.string(), z.string()),
  checksums: z.record(z.string(), z.string()),
});

/** One version as it lies on disk, `m/<version_id>.json`. */
export type ObjectVersion = z.infer<typeof objectVersion>;

/**
 * Folders of a bucket: `o/<key>` the latest bodies, `v/` every version's body, `m/` what is known of it, `t/` unfinished files.
 * `o/` and `v/` share their files by hard link. A version exists from the moment its file in `m/` does.
 */
export interface BucketFiles {
  /** Versions found at the start, in the order they were written. */
  found: ObjectVersion[];
  objectPath(key: string): string;
  versionPath(versionId: string): string;
  save(version: ObjectVersion, body: Buffer): Promise<void>;
}

/** Opens a bucket's folder and finishes or forgets what a killed process left. */
export function openBucketFiles(directory: string): BucketFiles {
  const place = (folder: string, ...names: string[]) => path.join(directory, folder, ...names);
  rmSync(place('t'), { recursive: true, force: true });
  for (const folder of ['o', 'v', 'm', 't']) mkdirSync(place(folder), { recursive: true });
  const prepare = folderPreparer();
  const files: BucketFiles = {
    found: readVersions(place('m'), place('v')),
    objectPath: (key) => place('o', ...key.split('/')),
    versionPath: (versionId) => place('v', versionId),
    save: async (version, body) => {
      await prepare(files.objectPath(version.key));
      await saveVersion(files, place, version, body);
    },
  };
  const known = new Set(files.found.map((version) => version.version_id));
  for (const name of readdirSync(place('v'))) if (!known.has(name)) rmSync(place('v', name));
  // Later versions of a key replace earlier ones in the map.
  for (const latest of new Map(files.found.map((version) => [version.key, version])).values())
    restoreObject(files, place('t', latest.version_id), latest);
  return files;
}

const readVersions = (folder: string, bodies: string): ObjectVersion[] =>
  readdirSync(folder)
    .map((name) => readVersion(path.join(folder, name), bodies))
    .sort((a, b) => a.sequence - b.sequence);

/** @throws StateBroken, also for a body that is missing or was cut short */
function readVersion(file: string, bodies: string): ObjectVersion {
  const version = parseState(file, readFileSync(file, 'utf8'), objectVersion);
  if (path.basename(file) !== `${version.version_id}.json`) throw new StateBroken(file);
  const body = path.join(bodies, version.version_id);
  if (statSync(body, { throwIfNoEntry: false })?.size !== version.size) throw new StateBroken(body);
  return version;
}

/** Repairs `o/<key>` when the process was killed between a version's beginning to exist and its showing there. */
function restoreObject(files: BucketFiles, temporary: string, latest: ObjectVersion): void {
  const [version, object] = [files.versionPath(latest.version_id), files.objectPath(latest.key)];
  if (existsSync(object) && statSync(object).ino === statSync(version).ino) return;
  mkdirSync(path.dirname(object), { recursive: true });
  linkSync(version, temporary);
  renameSync(temporary, object);
}

async function saveVersion(
  files: BucketFiles,
  place: (folder: string, ...names: string[]) => string,
  version: ObjectVersion,
  body: Buffer,
): Promise<void> {
  const temporary = place('t', version.version_id);
  const [versionPath, object] = [files.versionPath(version.version_id), files.objectPath(version.key)];
  try {
    // Read-only, because `o/` and `v/` are one file: an edit in place would change the evidence too.
    await writeFile(versionPath, body, { mode: 0o444 });
    await writeFile(temporary, JSON.stringify(version));
    await rename(temporary, place('m', `${version.version_id}.json`));
    await link(versionPath, temporary);
    await rename(temporary, object);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** S3 lets `a` and `a/b` both be objects; plain files cannot. */
function folderPreparer(): (object: string) => Promise<void> {
  // Nothing is ever removed: a folder that was there once is not made again for each of thousands of pages.
  const made = new Set<string>();
  return async (object) => {
    const folder = path.dirname(object);
    const isBlocked = made.has(folder) ? await isFolder(object) : await makeFolder(folder, object);
    if (isBlocked)
      throw new S3Error(
        'InvalidArgument',
        'A key and a longer key below it cannot both be objects here: they are files.',
      );
    made.add(folder);
  };
}

/** Whether something is in the way. */
const makeFolder = (folder: string, object: string): Promise<boolean> =>
  mkdir(folder, { recursive: true }).then(
    // A folder that was made only now holds nothing.
    (made) => made === undefined && isFolder(object),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST' || error.code === 'ENOTDIR') return true;
      throw error;
    },
  );

const isFolder = (object: string): Promise<boolean> =>
  stat(object).then(
    (found) => found.isDirectory(),
    () => false,
  );

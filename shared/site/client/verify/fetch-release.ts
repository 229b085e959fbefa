import type { Files } from '../../../release/input-files.ts';
import { type Manifest, manifestPath } from '../../../release/manifest.ts';
import { provenancePath } from '../../../release/provenance/provenance-file.ts';
import { keyPath, releaseFilePath, signaturePath, signedPaths } from '../../../release/signed-paths.ts';
import { namedFiles } from '../../../release/verify/verify-release.ts';

/** After each file: how many are here, of how many. */
export type Progress = (done: number, all: number) => void;

/** The manifest is there, and names no files. */
export class ReleaseUnreadable extends Error {}

/** The manifest and every file it names. What the server does not have is absent; throws where there is no answer. */
export async function fetchRelease(release: string, progress: Progress): Promise<Files> {
  const manifest = await fetchFile(release, manifestPath);
  if (!manifest) throw new Error(`${release} has no manifest`);
  const paths = pathsIn(manifest);
  let done = 0;
  const fetched = await Promise.all(
    paths.map(async (path) => {
      const bytes = await fetchFile(release, path);
      progress(++done, paths.length);
      return [path, bytes] as const;
    }),
  );
  return new Map([
    [manifestPath, manifest],
    ...fetched.flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : [])),
  ]);
}

/** What vouches for a release, beside its files; a release may have none of it. */
export async function fetchSignatures(release: string, files: Files): Promise<Files> {
  const paths = [releaseFilePath, provenancePath, ...signedPaths.map(signaturePath), keyPath];
  const fetched = await Promise.all(paths.map(async (path) => [path, await fetchFile(release, path)] as const));
  return new Map([...files, ...fetched.flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : []))]);
}

function pathsIn(manifest: Uint8Array): string[] {
  try {
    return namedFiles(JSON.parse(new TextDecoder().decode(manifest)) as Manifest).map(({ path }) => path);
  } catch {
    throw new ReleaseUnreadable();
  }
}

/** Null where there is none: a storage without a right to list says 403 of what is not there. */
async function fetchFile(release: string, path: string): Promise<Uint8Array | null> {
  const address = ['/releases', release, path].join('/').split('/').map(encodeURIComponent).join('/');
  const answer = await fetch(address);
  if (answer.status === 404 || answer.status === 403) return null;
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

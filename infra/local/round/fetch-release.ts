import { releaseKey } from '../../../shared/lake/keys.ts';
import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestPath, promisedPaths } from '../../../shared/release/manifest.ts';
import { keyPath, signaturePath, signedPaths } from '../../../shared/release/signed-paths.ts';
import type { Release } from '../../../shared/score-store/releases.ts';
import type { Pipeline } from '../pipeline.ts';

/** Downloads every file of a release as the public does. */
export async function fetchRelease(release: string, pipeline: Pipeline): Promise<Files> {
  const fetchFile = (path: string) => fetchBytes(new URL(`/${releaseKey(release, path)}`, pipeline.url));
  const manifest = JSON.parse(new TextDecoder().decode(await fetchFile(manifestPath))) as Manifest;
  const files: Files = new Map();
  for (const path of [...promisedPaths(manifest), 'release.json', 'provenance.json'])
    files.set(path, await fetchFile(path));
  const { signing_key } = JSON.parse(new TextDecoder().decode(files.get('release.json'))) as Pick<
    Release,
    'signing_key'
  >;
  const signatures = signing_key ? [...signedPaths.map(signaturePath), keyPath] : [];
  for (const path of signatures) files.set(path, await fetchFile(path));
  return files;
}

async function fetchBytes(url: URL): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

import { Problem } from '../../shared/http/problem.ts';
import type { KeptTexts } from '../../shared/lake/kept-texts.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import type { Manifest } from '../../shared/release/manifest.ts';
import { manifestPath } from '../../shared/release/manifest.ts';
import type { Entry } from './published.ts';

type ReleaseFile = Answer<'ReleaseFile'>;

/** Every file of the release that its manifest promises, the manifest and `release.json` beside them. */
export async function listFiles({ release, kind, manifest_sha256 }: Entry, texts: KeptTexts): Promise<ReleaseFile[]> {
  const { inputs, outputs } = await readManifest(release, texts);
  const describe = ({ path, sha256, bytes }: Omit<ReleaseFile, 'address'>): ReleaseFile => {
    return { path, address: `/${releaseKey(release, path)}`, sha256, bytes };
  };
  return [
    ...[...outputs, ...inputs].map(describe),
    describe({ path: manifestPath, sha256: manifest_sha256, bytes: null }),
    // Who released it and when: of a table published elsewhere nobody did.
    ...(kind === 'computed' ? [describe({ path: 'release.json', sha256: null, bytes: null })] : []),
  ];
}

export async function readManifest(release: string, texts: KeptTexts): Promise<Manifest> {
  return JSON.parse(await readRequired(release, manifestPath, texts)) as Manifest;
}

/** A file that every release has. Throws the fault `RELEASE_FILE_GONE`. */
export async function readRequired(release: string, path: string, texts: KeptTexts): Promise<string> {
  const text = await texts.read(releaseKey(release, path));
  if (text === null) throw new Fault('RELEASE_FILE_GONE', `${releaseKey(release, path)} is not in the public bucket`);
  return text;
}

/** One that only some have, such as `changes.json`. */
export async function readOptional({ release }: Entry, path: string, texts: KeptTexts): Promise<string> {
  const text = await texts.read(releaseKey(release, path));
  if (text !== null) return text;
  throw new Problem(
    404,
    'release-file-unknown',
    `Đợt công bố ${release} không có ${path}: không có gì để so sánh hoặc đính chính.`,
    `${release} has no ${path}: there was nothing to compare or correct.`,
  );
}

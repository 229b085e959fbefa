import { Problem } from '../../shared/http/problem.ts';
import type { KeptTexts } from '../../shared/lake/kept-texts.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import type { Manifest } from '../../shared/release/manifest.ts';
import { manifestPath } from '../../shared/release/manifest.ts';
import { provenancePath } from '../../shared/release/provenance/provenance-file.ts';
import { keyPath, releaseFilePath, signaturePath, signedPaths } from '../../shared/release/signed-paths.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import type { Entry } from './published.ts';

type ReleaseFile = Answer<'ReleaseFile'>;

/** Every file of the release that its manifest promises, the manifest and what else one needs to verify who released it. */
export async function listFiles({ release, kind, manifest_sha256 }: Entry, texts: KeptTexts): Promise<ReleaseFile[]> {
  const { inputs, outputs } = await readManifest(release, texts);
  const describe = ({ path, sha256, bytes }: Omit<ReleaseFile, 'address'>): ReleaseFile => {
    return { path, address: `/${releaseKey(release, path)}`, sha256, bytes };
  };
  return [
    ...[...outputs, ...inputs].map(describe),
    describe({ path: manifestPath, sha256: manifest_sha256, bytes: null }),
    // Who released it and when: of a table published elsewhere nobody did.
    ...(kind === 'computed' ? (await listBeside(release, texts)).map(describe) : []),
  ];
}

/** `release.json` and what it names: the key that signed it, and the receipts of its files. */
async function listBeside(release: string, texts: KeptTexts): Promise<Omit<ReleaseFile, 'address'>[]> {
  const text = await texts.read(releaseKey(release, releaseFilePath));
  const facts: Pick<Release, 'signing_key' | 'provenance_sha256'> = JSON.parse(text ?? '{}');
  const beside = (path: string, sha256: string | null = null) => ({ path, sha256, bytes: null });
  return [
    beside(releaseFilePath),
    ...(facts.provenance_sha256 ? [beside(provenancePath, facts.provenance_sha256)] : []),
    ...(facts.signing_key ? [...signedPaths.map(signaturePath), keyPath].map((path) => beside(path)) : []),
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

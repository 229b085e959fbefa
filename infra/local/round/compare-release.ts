import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { type Files, fileOf } from '../../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestFormat, manifestPath } from '../../../shared/release/manifest.ts';
import { isPublished } from '../../../shared/release/published/build-published.ts';
import { publishedFormat } from '../../../shared/release/published/published-manifest.ts';
import { signingPaths } from '../../../shared/release/signed-paths.ts';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { inputsOf, recomputeRelease } from './recompute-release.ts';

/** `DAMAGED`: an input that is not what the release was computed from, so that nothing can be recomputed from it. */
export type Verdict = 'same' | 'DIFFERENT' | 'MISSING' | 'STRAY' | 'DAMAGED';

/** Beside a release but not of it: who and when, which receipts, and what was answered to each file. */
const notPromised = new Set([...signingPaths, 'release.json', 'provenance.json', 'findings.json', 'index.html']);

/** Made by code of another format: its bytes can be recomputed by that code alone. */
export interface OtherFormat {
  format: number;
  /** As `release.json` says; null: it does not lie there, or says nothing. */
  code_version: string | null;
}

/** Null for a release that this code recomputes, and for one whose manifest cannot be read: the comparison blames it. */
export function findOtherFormat(published: Files): OtherFormat | null {
  const manifest: Partial<Manifest> = readJson(published, manifestPath);
  if (manifest.release === undefined) return null;
  const { format = 1 } = manifest;
  if (format === formatOf(published)) return null;
  const { code_version }: { code_version?: string } = readJson(published, 'release.json');
  return { format, code_version: code_version ?? null };
}

/** What this code makes: a table published elsewhere has formats of its own. */
export const formatOf = (files: Files): number => (isPublished(files) ? publishedFormat : manifestFormat);

/**
 * Judges every promised file of a release by making it again from what lies beside it, in order of path.
 * @param recompute seconds a release: whoever compares many of the same inputs keeps what it makes of them
 */
export async function compareRelease(
  published: Files,
  recompute = recomputeRelease,
): Promise<{ path: string; verdict: Verdict }[]> {
  const witnesses = readWitnesses(published);
  const missing = findMissingInputs(published, witnesses);
  if (missing.length > 0) return missing.map((path) => ({ path, verdict: 'MISSING' }));
  const damaged = findDamagedInputs(published, witnesses);
  if (damaged.length > 0) return damaged.map((path) => ({ path, verdict: 'DAMAGED' }));
  const recomputed = await recompute(published, releaseOf(published, witnesses));
  return [...new Set([...recomputed.keys(), ...published.keys()])]
    .filter((path) => !notPromised.has(path))
    .sort()
    .map((path) => ({ path, verdict: compare(published.get(path), recomputed.get(path)) }));
}

function compare(left: Uint8Array | undefined, right: Uint8Array | undefined): Verdict {
  if (!left) return 'MISSING';
  if (!right) return 'STRAY';
  return Buffer.from(left).equals(right) ? 'same' : 'DIFFERENT';
}

/** Two files tell what the inputs and the release's name were, so that damage to one of them cannot be laid on the rest. */
interface Witnesses {
  manifest: Partial<Manifest>;
  scoreboard: Partial<Scoreboard>;
}

const readWitnesses = (files: Files): Witnesses => ({
  manifest: readJson(files, manifestPath),
  scoreboard: readJson(files, 'scoreboard.json'),
});

function readJson(files: Files, path: string): object {
  try {
    return Object(JSON.parse(new TextDecoder().decode(fileOf(files, path))));
  } catch {
    return {};
  }
}

/** From fewer inputs another release would be made, or none. Where the scoreboard knows of no others, the manifest lies. */
function findMissingInputs(files: Files, { manifest, scoreboard }: Witnesses): string[] {
  const missing = (manifest.inputs ?? []).map(({ path }) => path).filter((path) => !files.has(path));
  return missing.length > 0 && digestIn(files) === scoreboard.inputs_sha256 ? [] : missing;
}

/** Null: one that every release needs is not there. */
function digestIn(files: Files): string | null {
  try {
    return inputsOf(files).digest;
  } catch {
    return null;
  }
}

function findDamagedInputs(files: Files, { manifest, scoreboard }: Witnesses): string[] {
  const { inputFiles, digest } = inputsOf(files);
  if (digest === scoreboard.inputs_sha256) return [];
  const promised = new Map(manifest.inputs?.map(({ path, sha256 }) => [path, sha256]));
  return [...inputFiles].flatMap(([path, bytes]) => (promised.get(path) === sha256Of(bytes) ? [] : [path]));
}

/** The scoreboard's own word, unless the manifest denies the scoreboard. */
function releaseOf(files: Files, { manifest, scoreboard }: Witnesses): string {
  const promised = manifest.outputs?.find(({ path }) => path === 'scoreboard.json')?.sha256;
  const bytes = files.get('scoreboard.json');
  const isPromised = bytes !== undefined && promised === sha256Of(bytes);
  return (isPromised ? scoreboard.release : (manifest.release ?? scoreboard.release)) ?? '';
}

import type { Framework } from '../../frameworks/framework.ts';
import { scoreReference } from '../../scoring/reference/score-reference.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { type Files, listInputs } from '../input-files.ts';
import { type Manifest, type ManifestFile, manifestFormat, manifestPath, renderManifest } from '../manifest.ts';
import { type InputReaders, readInputsWith, scoringInputs } from '../read-inputs.ts';
import { renderScoreboardJson } from '../scoreboard-json.ts';
import { scoreboardOfInputs } from '../scoreboard-of-inputs.ts';
import { listFigures } from './list-figures.ts';
import type { FileVerdict, Unscored, Verdict, Verification } from './verification.ts';

export interface VerifyDeps {
  /** Lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string>;
  rows: InputReaders['rows'];
}

/** The names that a manifest gives, in its order: which files to fetch is never guessed. */
export const namedFiles = ({ inputs, outputs }: Manifest): ManifestFile[] => [...inputs, ...outputs];

const scoreboardPath = 'scoreboard.json';

/**
 * Recomputes a release from its files with the reference scorer. What `npm run verify` does besides, both engines, the
 * workbook and the texts, is not done here: those files are compared by their hashes.
 *
 * @param files by path, the manifest among them; what was not there is absent.
 */
export async function verifyRelease(files: Files, deps: VerifyDeps): Promise<Verification> {
  const manifest = parse<Manifest>(files, manifestPath)!;
  const found = await describeAll(files, manifest, deps);
  const published = parse<Scoreboard>(files, scoreboardPath);
  const isWhole = await hasWholeInputs(manifest, found, published, deps);
  const unscored = unscoredFor(manifest, isWhole, published);
  const release = releaseOf(manifest, found, published);
  const recomputed = unscored ? null : await recompute({ release, files, manifest, found }, deps);
  const base = { release, files: judge({ files, manifest, found, isWhole, recomputed }) };
  if (!recomputed || !published) return { ...base, figures: null, unscored: unscored ?? 'broken' };
  return { ...base, figures: listFigures(published, recomputed), unscored: null };
}

type Found = Map<string, ManifestFile>;

async function describeAll(files: Files, manifest: Manifest, { sha256 }: VerifyDeps): Promise<Found> {
  const described = namedFiles(manifest).map(async ({ path }) => {
    const bytes = files.get(path);
    return bytes ? [[path, { path, sha256: await sha256(bytes), bytes: bytes.length }] as const] : [];
  });
  return new Map((await Promise.all(described)).flat());
}

/** Two files tell what the inputs were: where the table agrees with what lies there, it is the manifest that was changed. */
async function hasWholeInputs(manifest: Manifest, found: Found, published: Scoreboard | null, { sha256 }: VerifyDeps) {
  if (manifest.inputs.every((promised) => isPromised(promised, found))) return true;
  const inputs = manifest.inputs.flatMap(({ path }) => found.get(path) ?? []);
  const listing = listInputs(new Map(inputs.map((file) => [file.path, file.sha256])));
  return (await sha256(new TextEncoder().encode(listing))) === published?.inputs_sha256;
}

const isPromised = (promised: ManifestFile, found: Found): boolean => {
  const { sha256, bytes } = found.get(promised.path) ?? {};
  return sha256 === promised.sha256 && bytes === promised.bytes;
};

function unscoredFor(manifest: Manifest, isWhole: boolean, published: Scoreboard | null): Unscored | null {
  if ('kind' in manifest) return manifest.kind === 'published' ? 'published' : 'other-kind';
  if ((manifest.format ?? 1) !== manifestFormat) return 'other-format';
  if (!isWhole) return 'damaged';
  if (manifest.derived_from !== null) return 'derived';
  return published ? null : 'unreadable';
}

/** The table's own word, unless the manifest denies the table. */
function releaseOf(manifest: Manifest, found: Found, published: Scoreboard | null): string {
  const promised = manifest.outputs.find(({ path }) => path === scoreboardPath);
  return published && promised && isPromised(promised, found) ? published.release : manifest.release;
}

interface Recomputable {
  release: string;
  files: Files;
  manifest: Manifest;
  found: Found;
}

/** Null: whole inputs that cannot be scored. */
async function recompute(
  { release, files, manifest, found }: Recomputable,
  { sha256, rows }: VerifyDeps,
): Promise<Scoreboard | null> {
  const hashes = new Map(manifest.inputs.map(({ path }) => [path, found.get(path)!.sha256]));
  const inputsSha256 = await sha256(new TextEncoder().encode(listInputs(hashes)));
  try {
    const inputs = await readInputsWith(files, { framework: (text) => JSON.parse(text) as Framework, rows });
    const scores = scoreReference(scoringInputs(inputs));
    return scoreboardOfInputs({ release, inputs, inputsSha256, scores });
  } catch {
    return null;
  }
}

interface Judged {
  files: Files;
  manifest: Manifest;
  found: Found;
  isWhole: boolean;
  recomputed: Scoreboard | null;
}

function judge(judged: Judged): FileVerdict[] {
  const verdicts = namedFiles(judged.manifest).map((promised) => ({
    path: promised.path,
    verdict: judgeFile(promised, judged),
  }));
  return [...verdicts, { path: manifestPath, verdict: judgeManifest(verdicts, judged) }];
}

/** A file that its own recomputation vouches for is whole, whatever the manifest says of it. */
function judgeFile(promised: ManifestFile, { files, manifest, found, isWhole, recomputed }: Judged): Verdict {
  if (!found.has(promised.path)) return 'missing';
  if (isPromised(promised, found)) return 'same';
  if (isWhole && manifest.inputs.includes(promised)) return 'same';
  const isMadeAgain =
    promised.path === scoreboardPath &&
    recomputed &&
    textAt(files, scoreboardPath) === renderScoreboardJson(recomputed);
  return isMadeAgain ? 'same' : 'different';
}

/** Made again from the recomputed table and the files; of a file that is not what it promises, its promise stands. */
function judgeManifest(verdicts: FileVerdict[], { files, manifest, found, recomputed }: Judged): Verdict {
  if (!recomputed) return 'unchecked';
  const doubted = new Set(verdicts.filter(({ verdict }) => verdict !== 'same').map(({ path }) => path));
  const listed = namedFiles(manifest)
    .map((promised) => (doubted.has(promised.path) ? promised : found.get(promised.path)!))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return textAt(files, manifestPath) === renderManifest(recomputed, listed) ? 'same' : 'different';
}

const textAt = (files: Files, path: string): string => new TextDecoder().decode(files.get(path));

/** Null where it is not there, or is no JSON. */
function parse<T>(files: Files, path: string): T | null {
  try {
    return JSON.parse(textAt(files, path)) as T;
  } catch {
    return null;
  }
}

import { sha256Of } from '../digest/canonical-json.ts';
import { preparedKey, runKey } from '../lake/keys.ts';
import { type Bucket, getObject, putObject, putObjectOnce } from '../lake/objects.ts';
import type { Head } from '../ledger/entry.ts';
import { Fault } from '../observability/fault.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import { contentTypeOf } from './content-types.ts';
import { type Files, figurePaths, fileOf, optionalInputPaths, requiredInputPaths, textOf } from './frozen-inputs.ts';
import { type Manifest, type ManifestFile, manifestPath } from './manifest.ts';
import { runIdOf, type Selection } from './selection.ts';

/** A run's files in the lake: each step reads what the step before wrote, and may write its own again. */

export { contentTypeOf };

/** The chains that a run rests on, as they stood when it was started. */
export interface RunHeads {
  /** Of the period's own chain. */
  period: Head;
  /** By unit_id: of the units selected. */
  units: Record<string, Head>;
}

const selectionKey = (runId: string) => runKey(runId, 'selection.json');
const headsKey = (runId: string) => runKey(runId, 'heads.json');

/** Both once: whoever starts the same selection again finds what the first one kept. */
export async function keepSelection(lake: Bucket, runId: string, selection: Selection, heads: RunHeads): Promise<void> {
  const options = { contentType: contentTypeOf('json') };
  await putObjectOnce(lake, headsKey(runId), JSON.stringify(heads), options);
  await putObjectOnce(lake, selectionKey(runId), JSON.stringify(selection), options);
}

/** Throws the faults `RUN_FILE_MISSING` and `SELECTION_CHANGED`. */
export async function readSelection(lake: Bucket, runId: string): Promise<Selection> {
  return requireNamed(await readJson<Selection>(lake, selectionKey(runId)), runId);
}

/** Null where no run was ever started under this id. */
export async function findSelection(lake: Bucket, runId: string): Promise<Selection | null> {
  const stored = await getObject(lake, selectionKey(runId));
  return stored && requireNamed(JSON.parse(new TextDecoder().decode(stored.bytes)) as Selection, runId);
}

/** A run is named by what it selected: what bears another name is not what was started. */
function requireNamed(selection: Selection, runId: string): Selection {
  const found = runIdOf(selection);
  if (found === runId) return selection;
  throw new Fault('SELECTION_CHANGED', `the selection of run ${runId} is that of ${found}`);
}

export const readHeads = (lake: Bucket, runId: string) => readJson<RunHeads>(lake, headsKey(runId));

export const writeScores = (lake: Bucket, runId: string, scores: Scores) =>
  putObject(lake, runKey(runId, 'scores.json'), JSON.stringify(scores), { contentType: contentTypeOf('json') });

export const readScores = (lake: Bucket, runId: string) => readJson<Scores>(lake, runKey(runId, 'scores.json'));

export async function writePrepared(lake: Bucket, runId: string, files: Files): Promise<void> {
  for (const [path, bytes] of files) {
    await putObject(lake, preparedKey(runId, path), bytes, { contentType: contentTypeOf(path) });
  }
}

/** The input files as they were frozen: a release is made from these bytes. */
export async function readPreparedInputs(lake: Bucket, runId: string): Promise<Files> {
  const required = await readFiles(lake, runId, requiredInputPaths);
  const optional = await Promise.all(
    optionalInputPaths.map(async (path) => ({ path, stored: await getObject(lake, preparedKey(runId, path)) })),
  );
  return new Map([
    ...required,
    ...optional.flatMap(({ path, stored }) => (stored ? [[path, stored.bytes] as const] : [])),
  ]);
}

/** Some files of a run as it laid them. Fault RUN_FILE_MISSING. */
export const readPrepared = (lake: Bucket, runId: string, paths: string[]): Promise<Files> =>
  readFiles(lake, runId, paths);

/**
 * All promised files of a run that is ready, or those of them that are wanted, its manifest among them. Fault
 * RUN_FILE_CHANGED: not what was previewed.
 */
export async function readPreparedRelease(
  lake: Bucket,
  runId: string,
  isWanted: (path: string) => boolean = () => true,
): Promise<Files> {
  const { bytes, listed } = await readManifest(lake, runId);
  const wanted = listed.filter(({ path }) => isWanted(path));
  return (await readPromised(lake, runId, wanted)).set(manifestPath, bytes);
}

/** The table of a run that is ready, as its manifest promises it; the other files are not read. */
export async function readPreparedScoreboard(lake: Bucket, runId: string): Promise<Scoreboard> {
  return JSON.parse(await readPreparedText(lake, runId, 'scoreboard.json'));
}

/** One text file of a run that is ready. Faults `RUN_FILE_MISSING`, `RUN_FILE_CHANGED`: not what the manifest says. */
export async function readPreparedText(lake: Bucket, runId: string, path: string): Promise<string> {
  const text = await findPreparedText(lake, runId, path);
  if (text === null) throw new Fault('RUN_FILE_MISSING', `the manifest of run ${runId} has no ${path}`);
  return text;
}

/** Null for a file that the release does not have. */
export async function findPreparedText(lake: Bucket, runId: string, path: string): Promise<string | null> {
  const { listed } = await readManifest(lake, runId);
  const promised = listed.filter((file) => file.path === path);
  if (promised.length === 0) return null;
  return textOf(await readPromised(lake, runId, promised), path);
}

/** A release as its period's chain has it. */
export interface DecidedRelease {
  run_id: string;
  manifest_sha256: string;
}

/**
 * What a later release is made from: what this one was scored from, and its scoreboard. By the hash in the ledger, because
 * a run's files may be written again. Fault RUN_FILE_CHANGED: not what went out.
 */
export async function readReleasedFiles(lake: Bucket, { run_id, manifest_sha256 }: DecidedRelease): Promise<Files> {
  const { bytes, listed } = await readManifest(lake, run_id);
  if (sha256Of(bytes) !== manifest_sha256) throw fileChanged(manifestPath, run_id);
  const wanted = new Set([...figurePaths, 'scoreboard.json']);
  return readPromised(
    lake,
    run_id,
    listed.filter(({ path }) => wanted.has(path)),
  );
}

/** One text file of it. */
export async function readReleasedText(
  lake: Bucket,
  { run_id, manifest_sha256 }: DecidedRelease,
  path: string,
): Promise<string> {
  const { bytes, listed } = await readManifest(lake, run_id);
  if (sha256Of(bytes) !== manifest_sha256) throw fileChanged(manifestPath, run_id);
  const wanted = listed.filter((file) => file.path === path);
  return textOf(await readPromised(lake, run_id, wanted), path);
}

async function readManifest(lake: Bucket, runId: string): Promise<{ bytes: Uint8Array; listed: ManifestFile[] }> {
  const bytes = await readBytes(lake, preparedKey(runId, manifestPath));
  const { inputs, outputs } = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  return { bytes, listed: [...inputs, ...outputs] };
}

async function readPromised(lake: Bucket, runId: string, promised: ManifestFile[]): Promise<Files> {
  const files = await readFiles(
    lake,
    runId,
    promised.map(({ path }) => path),
  );
  const changed = promised.find(({ path, sha256 }) => sha256Of(fileOf(files, path)) !== sha256);
  if (changed) throw fileChanged(changed.path, runId);
  return files;
}

const fileChanged = (path: string, runId: string): Fault =>
  new Fault('RUN_FILE_CHANGED', `${path} of run ${runId} is not what the manifest says`);

async function readFiles(lake: Bucket, runId: string, paths: string[]): Promise<Files> {
  const entries = paths.map(async (path) => [path, await readBytes(lake, preparedKey(runId, path))] as const);
  return new Map(await Promise.all(entries));
}

async function readBytes(lake: Bucket, key: string): Promise<Uint8Array> {
  const stored = await getObject(lake, key);
  if (!stored) throw new Fault('RUN_FILE_MISSING', `${key} is not in the lake`);
  return stored.bytes;
}

async function readJson<T>(lake: Bucket, key: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await readBytes(lake, key))) as T;
}

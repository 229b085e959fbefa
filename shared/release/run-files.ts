import { sha256Of } from '../digest/canonical-json.ts';
import { preparedKey, runKey } from '../lake/keys.ts';
import { type Bucket, getObject, putObject, putObjectOnce } from '../lake/objects.ts';
import type { Head } from '../ledger/entry.ts';
import { Fault } from '../observability/fault.ts';
import type { Scores } from '../scoring/scores.ts';
import { type Files, fileOf, optionalInputPaths, requiredInputPaths } from './frozen-inputs.ts';
import { type Manifest, manifestPath, promisedPaths } from './manifest.ts';
import type { Selection } from './selection.ts';

/** A run's files in the lake: each step reads what the step before wrote, and may write its own again. */

const contentTypes: Record<string, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  html: 'text/html; charset=utf-8',
};

export const contentTypeOf = (path: string): string =>
  contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

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

export const readSelection = (lake: Bucket, runId: string) => readJson<Selection>(lake, selectionKey(runId));

/** Null where no run was ever started under this id. */
export async function findSelection(lake: Bucket, runId: string): Promise<Selection | null> {
  const stored = await getObject(lake, selectionKey(runId));
  return stored && (JSON.parse(new TextDecoder().decode(stored.bytes)) as Selection);
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

/** All promised files of a run that is ready, its manifest among them. Fault RUN_FILE_CHANGED: not what was previewed. */
export async function readPreparedRelease(lake: Bucket, runId: string): Promise<Files> {
  const manifest = await readJson<Manifest>(lake, preparedKey(runId, manifestPath));
  const files = await readFiles(lake, runId, promisedPaths(manifest));
  const changed = [...manifest.inputs, ...manifest.outputs].find(
    ({ path, sha256 }) => sha256Of(fileOf(files, path)) !== sha256,
  );
  if (changed) throw new Fault('RUN_FILE_CHANGED', `${changed.path} of run ${runId} is not what the manifest says`);
  return files;
}

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

import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { putObject } from '../../shared/lake/objects.ts';
import { announcementOf } from '../../shared/ledger/announcement.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { PeriodState, ReleaseState } from '../../shared/ledger/fold-period.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { contentTypeOf } from '../../shared/release/content-types.ts';
import { type Files, fileOf } from '../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestPath } from '../../shared/release/manifest.ts';
import { readKeptProvenance } from '../../shared/release/provenance/kept-provenance.ts';
import { provenancePath } from '../../shared/release/provenance/provenance-file.ts';
import { publishFiles } from '../../shared/release/publish-files.ts';
import { readHeads, readPreparedRelease } from '../../shared/release/run-files.ts';
import { type Run, readRun } from '../../shared/release/runs.ts';
import { describeKey, type SigningDeps } from '../../shared/release/signatures.ts';
import { releaseFilePath } from '../../shared/release/signed-paths.ts';
import { siteWholeKey } from '../../shared/release/site-plan.ts';
import { listPublicly } from '../../shared/score-store/listed-releases.ts';
import {
  makeCurrent,
  markPublished,
  type Release,
  readRelease,
  reserveRelease,
} from '../../shared/score-store/releases.ts';
import { keepAnnounced } from './keep-announced.ts';
import { publishHome, publishPagesBefore, publishReleasePages } from './publish-pages.ts';
import { releaseFile } from './release-file.ts';
import { publishOwnKey, signRelease } from './sign-release.ts';

export interface CompleteDeps extends LedgerDeps, SigningDeps {
  now: () => Date;
  codeVersion: string;
  /** This call ends soon (`place-pages.ts`). */
  isLate?: (piece: number) => boolean;
}

/** A run that the chain says is released, and its promised files. */
export interface Decided {
  run: Run;
  files: Files;
}

/**
 * Brings files, items and pages up to what the period's chain says. Every step is conditional or writes the same again,
 * so it may be cut off anywhere and begun anew by anybody; the release becomes current when all of it is out.
 */
export async function completeRelease(decided: Decided, state: PeriodState, deps: CompleteDeps): Promise<Release> {
  const { run, files } = decided;
  const made = releaseMadeOf(state, run.run_id);
  await completeBefore(made, run, state, deps);
  const release = await reserveOwn(await describeOwn(decided, state, deps), deps);
  const facts = releaseFile(release, made, await readHeads(deps.lake, run.run_id));
  const provenance = await readNamedProvenance(release, deps);
  const signatures = await signRelease(release, { files, facts, announced: announcementOf(state, run.run_id) }, deps);
  await publishOwnKey(release, signatures, deps);
  await publishFiles(deps.publicBucket, release, new Map([...files, [provenancePath, provenance], ...signatures]));
  await publishReleasePages(release, deps);
  // Last of all: feeds and catalogue tell of a release once this file is there, and lead to its pages.
  await publishFiles(deps.publicBucket, release, new Map([[releaseFilePath, facts]]));
  await markPublished(deps.table, release);
  await makeCurrent(deps.table, release);
  await listPublicly(deps.table, release);
  await publishPagesBefore(release, deps);
  await publishHome(deps);
  await putObject(deps.lake, siteWholeKey(run.run_id), '{}', { contentType: contentTypeOf('json') });
  return { ...release, published: true };
}

/** What of a release its entry says. */
export type ReleaseMadeFacts = Pick<ReleaseState, 'release' | 'number' | 'manifest_sha256' | 'released_at'>;

/** Throws the fault `RELEASE_UNDECIDED`. */
export function releaseMadeOf({ releases }: PeriodState, runId: string): ReleaseState {
  const made = releases.find(({ run_id }) => run_id === runId);
  if (made) return made;
  throw new Fault('RELEASE_UNDECIDED', `the chain has no release of run ${runId}`);
}

/** The one before was decided too; if whoever made it was cut off, its files must be there before this one points to them. */
async function completeBefore(
  { number }: ReleaseState,
  of: Run,
  state: PeriodState,
  deps: CompleteDeps,
): Promise<void> {
  const before = state.releases[number - 2];
  if (!before || (await readRelease(deps.table, of, before.number))?.published) return;
  const run = await readRun(before.run_id, deps);
  if (!run) throw new Fault('RUN_UNKNOWN', `${before.release} is of run ${before.run_id}, which is not there`);
  await completeRelease({ run, files: await readPreparedRelease(deps.lake, run.run_id) }, state, deps);
}

/** The chain gives a number to one run; an item that says otherwise is not ours. */
async function reserveOwn(release: Release, { table }: CompleteDeps): Promise<Release> {
  const kept = await reserveRelease(table, release);
  if (kept.run_id === release.run_id) return kept;
  throw new Fault('RELEASE_CONFLICT', `${release.release} is kept for run ${kept.run_id}, not ${release.run_id}`);
}

/** What the signed `release.json` names goes out, or nothing does. Throws the fault `RUN_FILE_CHANGED`. */
async function readNamedProvenance(
  { run_id, provenance_sha256 }: Release,
  { lake }: CompleteDeps,
): Promise<Uint8Array> {
  const bytes = await readKeptProvenance(lake, run_id);
  if (provenance_sha256 === undefined || provenance_sha256 === sha256Of(bytes)) return bytes;
  throw new Fault('RUN_FILE_CHANGED', `${provenancePath} of run ${run_id} is not the one that its release names`);
}

/** As it was kept when it was announced, else as its entry and its files have it. Throws the fault `RUN_FILE_CHANGED`. */
export async function describeOwn(decided: Decided, state: PeriodState, deps: CompleteDeps): Promise<Release> {
  const { run_id } = decided.run;
  const announced = announcementOf(state, run_id);
  return announced
    ? keepAnnounced(announced, decided, deps)
    : describeRelease(releaseMadeOf(state, run_id), decided, deps);
}

/** Throws the fault `RUN_FILE_CHANGED`. */
export async function describeRelease(
  made: ReleaseMadeFacts,
  { run, files }: Decided,
  deps: CompleteDeps,
): Promise<Release> {
  const manifestBytes = fileOf(files, manifestPath);
  if (sha256Of(manifestBytes) !== made.manifest_sha256)
    throw new Fault('RUN_FILE_CHANGED', `the manifest of run ${run.run_id} is not the one that was released`);
  const { inputs_sha256 } = JSON.parse(new TextDecoder().decode(manifestBytes)) as Manifest;
  const provenance_sha256 = sha256Of(await readKeptProvenance(deps.lake, run.run_id));
  const { release, number, manifest_sha256, released_at } = made;
  const { index, group, period, run_id, corrects } = run;
  return {
    ...{ release, index, group, period, number, run_id, inputs_sha256, manifest_sha256 },
    ...{ provenance_sha256, released_at },
    code_version: deps.codeVersion,
    published: false,
    ...(corrects ? { correction: { corrects: corrects.release, reason: corrects.reason } } : {}),
    signing_key: await describeKey(deps),
  };
}

import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { type Files, fileOf } from '../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestPath } from '../../shared/release/manifest.ts';
import { releaseNameOf } from '../../shared/release/release-name.ts';
import { readPreparedRelease } from '../../shared/release/run-files.ts';
import { makeCurrent, markPublished, type Release, reserveRelease } from '../../shared/score-store/releases.ts';
import { moveRun, type Run, readRun } from '../../shared/score-store/runs.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { publishFiles } from './publish-files.ts';
import { publishEarlierPages, publishHomePage, publishReleasePage } from './publish-pages.ts';

export interface PublishReleaseDeps {
  lake: Bucket;
  publicBucket: Bucket;
  table: ScoreTable;
  now: () => Date;
  codeVersion: string;
}

/**
 * Publishes a run that is ready. First the number is taken, then the immutable files go out, then one conditional write
 * makes the release current. Cut off anywhere, the same call again completes it; nothing half-done is ever current.
 */
export async function publishRelease(runId: string, caller: Caller, deps: PublishReleaseDeps): Promise<Release> {
  requireRole(caller, 'publisher');
  const run = await requirePublishable(runId, caller, deps.table);
  const files = await readPreparedRelease(deps.lake, runId);
  const release = await reserveRelease(deps.table, describeRelease(run, files, caller, deps));
  requireOwn(release, run);
  await publishFiles(deps.publicBucket, release, files);
  await publishReleasePage(release, deps);
  await markPublished(deps.table, release);
  await makeCurrent(deps.table, release);
  await publishEarlierPages(release, deps);
  await moveRun(deps.table, runId, 'released');
  await publishHomePage(deps);
  return { ...release, published: true };
}

async function requirePublishable(runId: string, caller: Caller, table: ScoreTable): Promise<Run> {
  const run = await readRun(table, runId);
  if (!run) throw new Problem(404, 'run-unknown', `Không có lần tính điểm "${runId}".`, `There is no run "${runId}".`);
  requireOwner(caller, run.group);
  if (run.started_by.includes(caller.subject)) {
    throw new Problem(
      403,
      'second-person',
      'Người đã chạy tính điểm không được tự công bố; đề nghị người thứ hai thực hiện.',
      'Who started the run may not release it.',
    );
  }
  if (run.status === 'ready' || run.status === 'released') return run;
  throw new Problem(409, 'run-not-ready', 'Lần tính điểm này chưa sẵn sàng công bố.', `The run is ${run.status}.`);
}

function requireOwn(release: Release, run: Run): void {
  if (release.run_id === run.run_id) return;
  throw new Problem(
    409,
    'number-taken',
    `Số ${release.release} đã thuộc về lần tính điểm khác; đề nghị chạy lại để xem trước so với đợt đó.`,
    `${release.release} belongs to run ${release.run_id}; start the run again.`,
  );
}

function describeRelease(run: Run, files: Files, caller: Caller, deps: PublishReleaseDeps): Release {
  const manifestBytes = fileOf(files, manifestPath);
  const manifest = JSON.parse(new TextDecoder().decode(manifestBytes)) as Manifest;
  return {
    release: releaseNameOf(run),
    index: run.index,
    group: run.group,
    period: run.period,
    number: run.release_number ?? 0,
    run_id: run.run_id,
    inputs_sha256: manifest.inputs_sha256,
    manifest_sha256: sha256Of(manifestBytes),
    run_by: run.started_by,
    released_by: caller.subject,
    released_at: deps.now().toISOString(),
    code_version: deps.codeVersion,
    published: false,
  };
}

import type { PeriodSubmissions, UnitSubmissions } from '../../../functions/read-submissions/read-submissions.ts';
import type { Framework } from '../../../shared/frameworks/framework.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import type { Run } from '../../../shared/release/runs.ts';
import type { CorrectionReason } from '../../../shared/release/selection.ts';
import type { Release } from '../../../shared/score-store/releases.ts';
import type { Finding } from '../../../shared/submission/submission.ts';
import type { ToldReceipt } from '../../../shared/submission/tell-answer.ts';
import type { Pipeline } from '../pipeline.ts';
import { ApiRefusal, callApi } from './call-api.ts';
import type { Progress } from './progress.ts';
import { type Upload, uploadWorkbook, type WorkbookFile } from './upload-workbook.ts';

export interface Round {
  group: string;
  period: string;
  framework: Framework;
  files: WorkbookFile[];
  /** What every page and report of the round must say. */
  notice_vi?: string;
  /** How else it is opened. */
  terms?: { certification?: 'required'; deadline?: string };
}

/** The answer to one file, as `findings.json` lists it. */
export interface FileAnswer {
  file: string;
  unit_id: string | null;
  sha256: string;
  accepted: boolean;
  /** The one of its unit that counts. */
  current: boolean;
  findings: Finding[];
}

export interface ReceivedRound {
  submissions: FileAnswer[];
  missing: string[];
}

/** The two people of a release. */
const runner = { sub: 'ministry-runner', role: 'publisher' } as const;
export const releaser = { sub: 'ministry-releaser', role: 'publisher' } as const;

/** Opens the period and sends every file through the API; resolves when each has its answer. */
export async function receiveRound(round: Round, pipeline: Pipeline, progress: Progress): Promise<ReceivedRound> {
  const { group, period, framework, notice_vi, terms } = round;
  const token = await pipeline.issueToken(runner);
  await callApi(pipeline.url, token, 'POST /v1/periods', {
    ...{ group, period, notice_vi, ...terms },
    framework: frameworkDocument(framework),
  });
  const uploads: Upload[] = [];
  for (const file of round.files) {
    uploads.push(await uploadWorkbook(file, { group, period }, pipeline));
    progress('nộp biểu mẫu', { done: uploads.length, of: round.files.length });
  }
  progress('chờ kết quả kiểm tra');
  await pipeline.settled();
  const submissions = await Promise.all(uploads.map((upload) => readAnswer(upload, round, token, pipeline)));
  const listed = await callApi<PeriodSubmissions>(pipeline.url, token, `GET /v1/submissions/${group}/${period}`);
  return { submissions, missing: listed.missing.map(({ unit_id }) => unit_id) };
}

async function readAnswer(upload: Upload, round: Round, token: string, pipeline: Pipeline): Promise<FileAnswer> {
  const { file, sha256, unit_id: sentAs } = upload;
  if (upload.refused) {
    return { file, unit_id: null, sha256, accepted: false, current: false, findings: upload.refused };
  }
  const address = { group: round.group, period: round.period, sha256, token, pipeline };
  const filed = await readNewest({ ...address, unit_id: sentAs });
  // Handed in without a unit: whose it turned out to be has the answer.
  const found = filed?.filed_under ? await readNewest({ ...address, unit_id: filed.filed_under }) : filed;
  if (!found) throw new Error(`${file}: no answer; see the dead-letter queue submission-uploads-dlq`);
  const { declared_unit_id: unit_id, status, current, findings } = found;
  return { file, unit_id, sha256, accepted: status === 'accepted', current, findings };
}

interface ReceiptAddress extends Pick<Round, 'group' | 'period'> {
  unit_id: string;
  sha256: string;
  token: string;
  pipeline: Pipeline;
}

/** The newest receipt of these bytes, page by page. */
async function readNewest(address: ReceiptAddress, before = ''): Promise<ToldReceipt | null> {
  const { group, period, unit_id, sha256, token, pipeline } = address;
  const path = `GET /v1/submissions/${group}/${period}/${unit_id}${before}` as const;
  const { submissions, next_before } = await callApi<UnitSubmissions>(pipeline.url, token, path);
  const found = submissions.find((submission) => submission.sha256 === sha256);
  if (found || next_before === null) return found ?? null;
  return readNewest(address, `?before=${next_before}`);
}

/** Closes the period, which has no deadline: its last day is past, or every unit is in. Closed already, it stays so. */
export async function closeRound(
  { group, period }: Pick<Round, 'group' | 'period'>,
  pipeline: Pipeline,
  progress: Progress,
): Promise<void> {
  const token = await pipeline.issueToken(runner);
  await callApi(pipeline.url, token, `POST /v1/periods/${group}/${period}/close`, {});
  progress('đóng kỳ');
}

/** What is run; the reason where it corrects a release. */
interface RunRequest {
  group: string;
  period: string;
  reason?: CorrectionReason | undefined;
}

/** Runs the period as one person. The run comes back `ready`, `released` or `failed`; null: nothing was accepted. */
export async function runRound(
  { group, period, reason }: RunRequest,
  pipeline: Pipeline,
  progress: Progress,
): Promise<Run | null> {
  const token = await pipeline.issueToken(runner);
  const started = await startRun({ group, period, reason }, token, pipeline);
  if (!started) return null;
  progress('tính điểm bằng SQL và đối chiếu');
  await pipeline.settled();
  const run = await callApi<Run>(pipeline.url, token, `GET /v1/runs/${started.run_id}`);
  if (run.status !== 'running') return run;
  throw new Error(`run ${run.run_id} has ended without saying how; starting it again tries it anew`);
}

async function startRun(of: RunRequest, token: string, pipeline: Pipeline): Promise<Run | null> {
  try {
    return await callApi<Run>(pipeline.url, token, 'POST /v1/runs', of);
  } catch (error) {
    const nothing = error instanceof ApiRefusal && error.problem.type === 'urn:dti:problem:nothing-accepted';
    if (nothing) return null;
    throw error;
  }
}

/** Releases a run as the other person. */
export async function releaseRound(run: Run, pipeline: Pipeline, progress: Progress): Promise<Release> {
  progress('công bố');
  const token = await pipeline.issueToken(releaser);
  return publish(run, token, pipeline, 1);
}

/** Thousands of pages, or few on a busy machine, may take longer than one call may: the same call again goes on from there. */
const mostCalls = 20;

async function publish(run: Run, token: string, pipeline: Pipeline, call: number): Promise<Release> {
  const release = await callApi<Release>(pipeline.url, token, 'POST /v1/releases', { run_id: run.run_id }).catch(
    (error) => (call < mostCalls && isCutOff(error) ? null : Promise.reject(error)),
  );
  return release && (release.published || call >= mostCalls) ? release : publish(run, token, pipeline, call + 1);
}

/** The gateway gave up waiting; the work itself was not refused. */
const isCutOff = (error: unknown) => error instanceof ApiRefusal && error.status === 503;

import { type Pipeline, type PipelineOptions, startPipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import {
  closeRound,
  type ReceivedRound,
  receiveRound,
  releaseRound,
  runRound,
} from '../../infra/local/round/close-round.ts';
import { fetchRelease } from '../../infra/local/round/fetch-release.ts';
import type { WorkbookFile } from '../../infra/local/round/upload-workbook.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import type { Run } from '../../shared/release/runs.ts';
import type { CorrectionReason } from '../../shared/release/selection.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import { signingKey } from './forms.ts';
import { framework } from './round-workbooks.ts';

export { makeStateDirectory } from './state-directory.ts';

import './watch-answers.ts';

export const group = 'province34';
export const period = '2024';
export const releases = `/releases/dti/${group}/${period}`;

/** The real pipeline: topology's functions, ASL file, engines. Of the public site it draws what says most: minutes less. */
export const boot = (stateDirectory: string, options: Partial<PipelineOptions> = {}): Promise<Pipeline> =>
  startPipeline({ stateDirectory, signingKey, pages: 'rankings', ...options });

const quietly = () => {};

/** Opens the period and sends the files as their officers would. */
export const receive = (files: WorkbookFile[], pipeline: Pipeline): Promise<ReceivedRound> =>
  receiveRound({ group, period, framework, files }, pipeline, quietly);

/** `reason` once there is a release that the run would correct. */
export async function run(pipeline: Pipeline, reason?: CorrectionReason): Promise<Run> {
  const ended = await runRound({ group, period, reason }, pipeline, quietly);
  if (!ended) throw new Error('nothing was accepted');
  return ended;
}

/** Closes the period, which has to be before its release. */
export async function release(of: Run, pipeline: Pipeline): Promise<Release> {
  await closeRound({ group, period }, pipeline, quietly);
  return releaseRound(of, pipeline, quietly);
}

/** Lets a unit send again after {@link release}; the next one closes again. */
export async function reopen(unitId: string, pipeline: Pipeline): Promise<void> {
  const token = await pipeline.issueToken({ sub: 'ministry-runner', role: 'publisher' });
  const body = { unit_id: unitId, until: '2099-12-31', reason_vi: 'Số liệu cần sửa' };
  await callApi(pipeline.url, token, `POST /v1/periods/${group}/${period}/reopen`, body);
}

interface Made {
  run: Run;
  release: Release;
  files: Files;
}

/** Runs, releases and downloads what is accepted now. */
export async function runAndRelease(pipeline: Pipeline, reason?: CorrectionReason): Promise<Made> {
  const ended = await run(pipeline, reason);
  const released = await release(ended, pipeline);
  return { run: ended, release: released, files: await fetchRelease(released.release, pipeline) };
}

/** GET as the public does: no token, redirects not followed. */
export const get = (pipeline: Pipeline, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, pipeline.url), { headers, redirect: 'manual' });

export const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

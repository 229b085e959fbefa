import { vi } from 'vitest';
import { type Pipeline, type PipelineOptions, startPipeline } from '../../infra/local/pipeline.ts';
import { type ReceivedRound, receiveRound, releaseRound, runRound } from '../../infra/local/round/close-round.ts';
import { fetchRelease } from '../../infra/local/round/fetch-release.ts';
import type { WorkbookFile } from '../../infra/local/round/upload-workbook.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import type { Run } from '../../shared/score-store/runs.ts';
import { signingKey } from './forms.ts';
import { framework } from './round-workbooks.ts';

export { makeStateDirectory } from './state-directory.ts';

// Whole rounds: seconds on a quiet machine, more where others work.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

export const group = 'province34';
export const period = '2024';
export const releases = `/releases/dti/${group}/${period}`;

/** The real pipeline: topology's functions, ASL file, engines. */
export const boot = (stateDirectory: string, options: Partial<PipelineOptions> = {}): Promise<Pipeline> =>
  startPipeline({ stateDirectory, signingKey, ...options });

const quietly = () => {};

/** Opens the period and sends the files as their officers would. */
export const receive = (files: WorkbookFile[], pipeline: Pipeline): Promise<ReceivedRound> =>
  receiveRound({ group, period, framework, files }, pipeline, quietly);

export async function run(pipeline: Pipeline): Promise<Run> {
  const ended = await runRound({ group, period }, pipeline, quietly);
  if (!ended) throw new Error('nothing was accepted');
  return ended;
}

export const release = (of: Run, pipeline: Pipeline): Promise<Release> => releaseRound(of, pipeline, quietly);

/** Runs, releases and downloads what is accepted now. */
export async function runAndRelease(pipeline: Pipeline): Promise<{ run: Run; release: Release; files: Files }> {
  const ended = await run(pipeline);
  const released = await release(ended, pipeline);
  return { run: ended, release: released, files: await fetchRelease(released.release, pipeline) };
}

/** GET as the public does: no token, redirects not followed. */
export const get = (pipeline: Pipeline, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, pipeline.url), { headers, redirect: 'manual' });

export const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

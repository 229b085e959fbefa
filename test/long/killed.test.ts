import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeriodSubmissions } from '../../functions/read-submissions/read-submissions.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { fetchRelease } from '../../infra/local/round/fetch-release.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import { runScript } from '../support/commands.ts';
import { threeUnits, workbooksOf } from '../support/round-workbooks.ts';
import { boot, get, makeStateDirectory, receive, runAndRelease } from '../support/running-pipeline.ts';
import { publisher, sha256 } from '../support/uploads.ts';

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let received: string;

beforeAll(async () => {
  state = await makeStateDirectory();
  received = join(state.path, 'received');
  await mkdir(join(state.path, 'submissions'));
  for (const { name, bytes } of await workbooksOf(threeUnits)) {
    await writeFile(join(state.path, 'submissions', name), bytes);
  }
});
afterAll(() => state.remove());

async function withPipeline<T>(directory: string, work: (pipeline: Pipeline) => Promise<T>): Promise<T> {
  const pipeline = await boot(directory);
  try {
    return await work(pipeline);
  } finally {
    await pipeline.close();
  }
}

/** Starts the round on the directory in a process that is killed at the step; says so when it never came to it. */
async function killAt(directory: string, step: string, nth = 1, submissions?: string): Promise<void> {
  const args = submissions ? [directory, submissions] : [directory];
  const { signal, stderr } = await runScript('test/support/killed-round.ts', args, {
    KILL_AT: step,
    KILL_NTH: String(nth),
  });
  if (signal !== 'SIGKILL') throw new Error(`not killed at ${step}: ${stderr}`);
}

/** The release is decided, and nothing of it stands. */
const decidedStep = '^stands LEDGER#province34#2024 released';

/** Clock times in them, or signatures, of which no two are the same, and the key of this machine. */
const own = /^(release\.json|provenance\.json|.*\.sig|signing-key\.pem)$/;

const digests = (files: Files) =>
  [...files].filter(([path]) => !own.test(path)).map(([path, bytes]) => `${sha256(bytes)} ${path}`);

const listSubmissions = async (pipeline: Pipeline) =>
  callApi<PeriodSubmissions>(
    pipeline.url,
    await publisher('ministry-runner', pipeline),
    'GET /v1/submissions/province34/2024',
  );

const receivedOf = async (pipeline: Pipeline) =>
  (await listSubmissions(pipeline)).units.filter(({ receipts }) => receipts > 0);

// The second test goes on with what the first has received.
describe('a process killed with -9 and started again', () => {
  /** Inside every state of the state machine, between two, and inside the publication; in the order of a run. */
  const steps: [place: string, step: string, nth: number][] = [
    ['FreezeInputs, half its tables written', '^PutObjectCommand frozen/', 3],
    ['ComputeScores, between two queries', '^StartQueryExecutionCommand', 2],
    ['CheckScores, as it reads the scores', '^GetObjectCommand runs/.*/scores.json', 1],
    ['StoreScores, half the units stored', '^PutCommand SCORES#', 17],
    ['WriteReports, half its files written', '^PutObjectCommand runs/.*/release/scoreboard.csv', 1],
    ['WriteProfiles, one of a part written', '^PutObjectCommand runs/.*/release/units/', 1],
    ['DrawPages, as its part is kept', '^PutObjectCommand runs/.*/site/part-', 1],
    ['after the last state, before its end is recorded', '^EndRun exit', 1],
    ['publish-release, right after its entry', decidedStep, 1],
    ['publish-release, half the files out', '^PutObjectCommand releases/.*/scoreboard.csv', 1],
    ['publish-release, the first pages out', '^PutObjectCommand releases/.*/index.html', 2],
  ];

  it('ingests what was uploaded before the kill, without its being sent again', async () => {
    await killAt(received, '^GetObjectCommand submissions/.*xlsx', 1, join(state.path, 'submissions'));
    await withPipeline(received, async (pipeline) => {
      await pipeline.settled();
      expect((await receivedOf(pipeline)).length).toBeGreaterThan(0);
      await receive(await workbooksOf(threeUnits), pipeline);
      expect((await receivedOf(pipeline)).map(({ state }) => state)).toEqual(threeUnits.map(() => 'accepted'));
      const { missing } = await listSubmissions(pipeline);
      expect(missing).toHaveLength(31);
    });
  });

  it('ends, after a kill in each state, with the release of a run that nobody disturbed, and nothing twice', async () => {
    const [calm, killed, decided] = ['calm', 'killed', 'decided'].map((name) => join(state.path, name)) as [
      ...[string, string, string],
    ];
    await cp(received, calm, { recursive: true });
    await cp(received, killed, { recursive: true });
    const undisturbed = await withPipeline(calm, runAndRelease);

    // Each start goes on where the one before was killed, and gets one step further.
    for (const [, step, nth] of steps) {
      await killAt(killed, step, nth);
      if (step === decidedStep) await cp(killed, decided, { recursive: true });
    }
    await withPipeline(killed, async (pipeline) => {
      const { run, release, files } = await runAndRelease(pipeline);
      expect(run).toMatchObject({ run_id: undisturbed.run.run_id, attempt: 1 });
      expect(release.release).toBe('dti/province34/2024/r1');
      expect(digests(files)).toEqual(digests(undisturbed.files));
      expect((await get(pipeline, '/v1/scoreboard/province34/2024?release=r2')).status).toBe(404);
      expect((await get(pipeline, '/')).status).toBe(200);
      expect(await receivedOf(pipeline)).toHaveLength(threeUnits.length);
    });
    expect(await readdir(join(killed, 'executions'))).toHaveLength(1);

    // Nobody asks again where it was killed right after its entry: the minute alone publishes it.
    await withPipeline(decided, async (pipeline) => {
      expect((await get(pipeline, '/')).status).toBe(404);
      await pipeline.runSchedule('publish-release', new Date());
      await pipeline.settled();
      expect(digests(await fetchRelease('dti/province34/2024/r1', pipeline))).toEqual(digests(undisturbed.files));
      for (const path of ['/', '/cac-dot/']) expect((await get(pipeline, path)).status).toBe(200);
    });
  }, 600_000);
});

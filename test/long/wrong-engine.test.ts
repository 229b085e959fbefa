import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerRow } from '../../infra/local/athena/engine.ts';
import { type HandlerLoader, handlersFrom } from '../../infra/local/functions.ts';
import type { Pipeline, PipelineOptions } from '../../infra/local/pipeline.ts';
import type { Run } from '../../shared/release/runs.ts';
import { threeUnits, workbookOf, workbooksOf } from '../support/round-workbooks.ts';
import {
  boot,
  bytesOf,
  get,
  makeStateDirectory,
  receive,
  release,
  reopen,
  run,
  runAndRelease,
} from '../support/running-pipeline.ts';

// The faults below are meant.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const endpoint = '/v1/scoreboard/province34/2024';
const reason = { text_vi: 'Nhập sai nhận thức số', kind: 'input', found_by: 'công dân' } as const;

let state: Awaited<ReturnType<typeof makeStateDirectory>>;

beforeAll(async () => {
  state = await makeStateDirectory();
});
afterAll(() => state.remove());

async function withPipeline<T>(
  options: Partial<PipelineOptions>,
  work: (pipeline: Pipeline) => Promise<T>,
): Promise<T> {
  const pipeline = await boot(state.path, options);
  try {
    return await work(pipeline);
  } finally {
    await pipeline.close();
  }
}

/** Flips the last digit of the first scaled value that any query answers, once. */
function flipper() {
  const flips: string[] = [];
  const isValue = (cell: string | null) => /^\d{4,}$/.test(cell ?? '');
  const tamperAthena = (rows: AnswerRow[]): AnswerRow[] => {
    const row = rows.findIndex((cells) => cells.some(isValue));
    if (flips.length > 0 || row === -1) return rows;
    const column = rows[row]!.findIndex(isValue);
    const value = rows[row]![column]!;
    const flipped = `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
    flips.push(`${value} → ${flipped}`);
    return rows.with(row, rows[row]!.with(column, flipped));
  };
  return { flips, tamperAthena };
}

// The tests tell one story on one state directory.
describe('an engine that is wrong in one last digit', () => {
  let released: Buffer;
  let stopped: Run;

  beforeAll(async () => {
    released = await withPipeline({}, async (pipeline) => {
      await receive(await workbooksOf(threeUnits), pipeline);
      const { files } = await runAndRelease(pipeline);
      await reopen(threeUnits[0], pipeline);
      await receive([await workbookOf(threeUnits[0], { awareness: '0.5' })], pipeline);
      return Buffer.from(files.get('scoreboard.json')!);
    });
  });

  it('stops the run and leaves the old release current, because the other scorer disagrees', async () => {
    const { flips, tamperAthena } = flipper();
    await withPipeline({ tamperAthena }, async (pipeline) => {
      stopped = await run(pipeline, reason);
      await expect(release(stopped, pipeline)).rejects.toMatchObject({
        status: 409,
        problem: { type: 'urn:dti:problem:run-not-ready' },
      });
      expect((await bytesOf(await get(pipeline, endpoint))).equals(released)).toBe(true);
      expect((await get(pipeline, `${endpoint}?release=r2`)).status).toBe(404);
    });
    expect(flips).toHaveLength(1);
    // What close-period turns into status 5.
    expect(stopped).toMatchObject({ status: 'failed', failure: { code: expect.stringMatching(/^SCORES_/) } });
  });

  it('does no harm once it is right again: the same run is tried anew', async () => {
    await withPipeline({}, async (pipeline) => {
      const { run: repaired, release: second } = await runAndRelease(pipeline, reason);
      expect(repaired).toMatchObject({ run_id: stopped.run_id, attempt: 2 });
      expect(second.release).toBe('dti/province34/2024/r2');
    });
  });
});

describe('a run whose own failing failed', () => {
  it('is not waited for for ever, and is tried anew when it is started again', async () => {
    const silent = await makeStateDirectory();
    const load = handlersFrom(fileURLToPath(new URL('../..', import.meta.url)));
    const broken = ['store-scores', 'fail-run'];
    const loadHandler: HandlerLoader = async (name) =>
      broken.includes(name) ? () => Promise.reject('down') : load(name);
    try {
      await withPipeline({ loadHandler, stateDirectory: silent.path }, async (pipeline) => {
        await receive(await workbooksOf(threeUnits), pipeline);
        await expect(run(pipeline)).rejects.toThrow('ended without saying how');
      });
      await withPipeline({ stateDirectory: silent.path }, async (pipeline) => {
        expect((await runAndRelease(pipeline)).run).toMatchObject({ attempt: 2, status: 'ready' });
      });
    } finally {
      await silent.remove();
    }
  });
});

describe('without the S3 event', () => {
  it('nothing is ingested: the event, and no shortcut, is what starts ingest-submission', async () => {
    const lost = await makeStateDirectory();
    const pipeline = await boot(lost.path, { dropEvents: true });
    try {
      await expect(receive(await workbooksOf(threeUnits), pipeline)).rejects.toThrow('no answer');
      await expect(run(pipeline)).rejects.toThrow('nothing was accepted');
    } finally {
      await pipeline.close();
      await lost.remove();
    }
  });
});

import { fileURLToPath } from 'node:url';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnitSubmissions } from '../../functions/read-submissions/read-submissions.ts';
import { type Handler, type HandlerLoader, handlersFrom } from '../../infra/local/functions.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { uploadWorkbook } from '../../infra/local/round/upload-workbook.ts';
import type { CheckedReceipt } from '../../shared/submission/tell-answer.ts';
import { threeUnits, workbookOf, workbooksOf } from '../support/round-workbooks.ts';
import { boot, group, makeStateDirectory, period, receive, runAndRelease } from '../support/running-pipeline.ts';
import { officerOf, sha256 } from '../support/uploads.ts';

const [hanoi, hue] = threeUnits;
const door = `/v1/submissions/${group}/${period}/${hanoi}`;
const otherKey = new Uint8Array(32).fill(9);
const deliveries: SQSEvent[] = [];

/** New handlers for each start, whose clients know its engines. */
function watched(): { load: HandlerLoader; ingest: () => Handler } {
  const load = handlersFrom(fileURLToPath(new URL('../..', import.meta.url)));
  let ingest: Handler;
  const watch: HandlerLoader = async (name) => {
    const handler = await load(name);
    if (name !== 'ingest-submission') return handler;
    ingest = handler;
    return (event, context) => {
      deliveries.push(event as SQSEvent);
      return handler(event, context);
    };
  };
  return { load: watch, ingest: () => ingest };
}

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
beforeAll(async () => {
  state = await makeStateDirectory();
});
afterAll(() => state.remove());

async function withKey<T>(
  signingKey: Uint8Array | null,
  work: (pipeline: Pipeline, ingest: Handler) => Promise<T>,
): Promise<T> {
  const { load, ingest } = watched();
  const pipeline = await boot(state.path, { loadHandler: load, ...(signingKey ? { signingKey } : {}) });
  try {
    return await work(pipeline, ingest());
  } finally {
    await pipeline.close();
  }
}

const call = async <T>(pipeline: Pipeline, route: string): Promise<T> =>
  callApi<T>(pipeline.url, await officerOf(hanoi, pipeline), route as 'POST /');

const listOf = (pipeline: Pipeline) => call<UnitSubmissions>(pipeline, `GET ${door}`);

describe('row 1: an accepted file is checked again under another signing key, and another unit resends', () => {
  it('changes neither its answer nor its rank: the freeze takes the figures that the ledger names', async () => {
    const file = await workbookOf(hanoi);
    const before = await withKey(null, async (pipeline) => {
      await receive(await workbooksOf(threeUnits), pipeline);
      return listOf(pipeline);
    });
    await withKey(otherKey, async (pipeline, ingest) => {
      for (const event of deliveries.splice(0)) await ingest(event, {} as never);
      const checked = await call<CheckedReceipt>(pipeline, `POST ${door}/${sha256(file.bytes)}/check`);
      expect(checked).toMatchObject({ accepted: true, current: true, findings: [] });
      expect(await listOf(pipeline)).toEqual(before);
      const again = await call<CheckedReceipt & { again: object }>(pipeline, `POST ${door}/receipts/1/check`);
      expect(again).toMatchObject({ accepted: true, again: { accepted: false } });

      // Under the new key the old form of the other unit is refused, so what it had sent goes on counting.
      await uploadWorkbook(await workbookOf(hue, { awareness: '0.1' }), { group, period }, pipeline);
      await pipeline.settled();
      const { files } = await runAndRelease(pipeline);
      const scoreboard = Buffer.from(files.get('scoreboard.csv')!).toString('utf8');
      const [, first] = scoreboard.split(/\r?\n/);
      expect(first).toContain('Hà Nội');
      expect(scoreboard).toContain('0.8241');
    });
  });
});

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlersFrom } from '../../infra/local/functions.ts';
import { functions } from '../../infra/topology.ts';
import { threeUnits, workbooksOf } from '../support/round-workbooks.ts';
import { boot, makeStateDirectory, receive, run, runAndRelease } from '../support/running-pipeline.ts';
import { idleGrantsOf, refusedOf, watchRights } from '../support/watch-rights.ts';

// The fault below is meant.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const { loadHandler, asked } = watchRights(handlersFrom(fileURLToPath(new URL('../..', import.meta.url))));
const steps = functions.filter(({ trigger }) => trigger.kind === 'workflow');
/** What Athena reads and writes in the name of the function that asks it. */
const athenas = /(read frozen|read scored|athena-results)\/\*$/;

let state: Awaited<ReturnType<typeof makeStateDirectory>>;

beforeAll(async () => {
  state = await makeStateDirectory();
  let isWrong = true;
  const pipeline = await boot(state.path, { loadHandler, tamperAthena: (rows) => (isWrong ? [] : rows) });
  await receive(await workbooksOf(threeUnits), pipeline);
  // A run that fails first, so that its last step has something to do too.
  expect((await run(pipeline)).status).toBe('failed');
  isWrong = false;
  await runAndRelease(pipeline);
  await pipeline.close();
});
afterAll(() => state.remove());

/** Of units that sent no workbook; this round has none, `provenance.test.ts` has. */
const figuresByApi = /submissions\/\*\/figures\//;

// The local engines ask nobody's rights; on AWS each of these would be a 403 in the middle of a round.
describe('the functions of a round', () => {
  it('ask for nothing that their roles would refuse', () => {
    expect([...asked].flatMap(([name, all]) => refusedOf(name, all).map((one) => ({ name, ...one })))).toEqual([]);
    expect([...asked].filter(([, all]) => all.length > 0).map(([name]) => name)).toEqual(
      expect.arrayContaining(['ingest-submission', 'start-run', 'publish-release', ...steps.map(({ name }) => name)]),
    );
  });

  it.each(steps)('$name is granted nothing that it does not ask for', ({ name, uses }) => {
    const idle = idleGrantsOf(name, asked.get(name)!);
    const isSeldom = (grant: string) => name === 'write-reports' && figuresByApi.test(grant);
    const needless = idle.filter((grant) => !(uses.ATHENA_WORKGROUP && athenas.test(grant)) && !isSeldom(grant));
    expect(needless).toEqual([]);
  });
});

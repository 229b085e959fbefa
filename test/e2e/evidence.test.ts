import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { handlersFrom } from '../../infra/local/functions.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import { functions } from '../../infra/topology.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { pdf } from '../support/evidence-files.ts';
import { framework, threeUnits } from '../support/round-workbooks.ts';
import { boot, group, makeStateDirectory, period } from '../support/running-pipeline.ts';
import {
  appraiser,
  departmentOf,
  forceFile,
  officerOf,
  postFile,
  publisher,
  type SignedForm,
  sha256,
} from '../support/uploads.ts';
import { idleGrantsOf, refusedOf, watchRights } from '../support/watch-rights.ts';

// The fault below is meant.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const { loadHandler, asked } = watchRights(handlersFrom(fileURLToPath(new URL('../..', import.meta.url))));
const names = ['request-evidence', 'receive-evidence', 'check-evidence', 'read-evidence'];
const [hanoi, hue] = threeUnits;
const doorOf = (unitId: string) => `/v1/evidence/${group}/${period}/${unitId}`;
const indicator = framework.indicators[0]!.indicator;

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path, { loadHandler });
  const ministry = await publisher('ministry-runner', pipeline);
  await callApi(pipeline.url, ministry, 'POST /v1/periods', { group, period, framework: frameworkDocument(framework) });
});
afterAll(async () => {
  await pipeline.close();
  await state.remove();
});

async function sign(unitId: string, bytes: Uint8Array): Promise<SignedForm> {
  const request = { sha256: sha256(bytes), size: bytes.length, file_name: 'Quyết định.pdf', indicator };
  return callApi(pipeline.url, await officerOf(unitId, pipeline), `POST ${doorOf(unitId)}` as 'POST /', request);
}

const list = async (unitId: string, token: string) =>
  (await callApi<{ files: object[] }>(pipeline.url, token, `GET ${doorOf(unitId)}` as 'GET /')).files;

describe('a file of evidence on the running pipeline', () => {
  it('goes from its form by the queue into the list, and to an appraiser by a link', async () => {
    const file = pdf('a');
    expect((await postFile(await sign(hanoi, file), file)).ok).toBe(true);
    await pipeline.settled();
    const token = await appraiser('ap', pipeline);
    expect(await list(hanoi, token)).toMatchObject([
      { status: 'accepted', type: 'pdf', indicator, sent_as: 'officer' },
    ]);
    const address = new URL(`${doorOf(hanoi)}/${sha256(file)}/file`, pipeline.url);
    const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(file);
  });

  it('is answered while the officer waits, once and the same', async () => {
    const file = pdf('b');
    await postFile(await sign(hanoi, file), file);
    const token = await officerOf(hanoi, pipeline);
    const check = `POST ${doorOf(hanoi)}/${sha256(file)}/check` as 'POST /';
    const first = await callApi(pipeline.url, token, check);
    await pipeline.settled();
    expect(await callApi(pipeline.url, token, check)).toEqual(first);
    expect(await list(hanoi, token)).toHaveLength(2);
  });

  it('of an indicator that is assigned to a department is seen there', async () => {
    const to = { department: 'so-y-te', department_name_vi: 'Sở Y tế' };
    const door = `POST /v1/assignments/${group}/${period}/${hanoi}` as 'POST /';
    await callApi(pipeline.url, await officerOf(hanoi, pipeline), door, { rows: [{ indicator }], to });
    const token = await departmentOf(hanoi, 'so-y-te', pipeline);
    expect(await list(hanoi, token)).toHaveLength(2);
    await callApi(pipeline.url, token, `POST ${doorOf(hanoi)}/${sha256(pdf('b'))}/check` as 'POST /');
  });

  it('of other bytes than signed for waits in the dead-letter queue, and stands in no list', async () => {
    await forceFile(await sign(hue, pdf('c')), pdf('d'), pipeline);
    await vi.waitFor(async () => expect(await pipeline.redrive('evidence-uploads')).toBe(1), { timeout: 60_000 });
    expect(await list(hue, await officerOf(hue, pipeline))).toEqual([]);
  });
});

describe('the functions of evidence', () => {
  it('ask for nothing that their roles would refuse', () => {
    expect(names.flatMap((name) => refusedOf(name, asked.get(name)!).map((one) => ({ name, ...one })))).toEqual([]);
  });

  // A link is followed with the right of the function that signed it.
  it.each(functions.filter(({ name }) => names.includes(name)))(
    '$name is granted nothing that it does not ask for',
    ({ name }) => {
      const followed = name === 'read-evidence' ? ['RAW_BUCKET read evidence/*'] : [];
      expect(idleGrantsOf(name, asked.get(name)!).filter((grant) => !followed.includes(grant))).toEqual([]);
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import type { Identity } from '../../infra/local/sign-in/identity.ts';
import { functions, type Route } from '../../infra/topology.ts';
import type { ProblemBody } from '../../shared/http/problem.ts';
import { threeUnits, workbooksOf } from '../support/round-workbooks.ts';
import { boot, get, makeStateDirectory, receive, runAndRelease } from '../support/running-pipeline.ts';

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
  await receive(await workbooksOf(threeUnits), pipeline);
  await runAndRelease(pipeline);
});
afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

const unit = threeUnits[0]!;
/** Values of all parameters of paths. */
const places: Record<string, string> = {
  group: 'province34',
  period: '2024',
  unit_id: unit,
  receipt: '1',
  sha256: 'a'.repeat(64),
  run_id: 'b'.repeat(32),
  person_id: 'nobody',
};
const fill = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name]!);

async function ask({ method, path, roles }: Route, query = '', body?: string): Promise<Response> {
  const role = roles[0]!;
  const token = role === 'public' ? null : await pipeline.issueToken({ sub: `test-${role}`, role, unit } as Identity);
  const headers = { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' };
  return fetch(`${pipeline.url}${fill(path)}${query}`, { method, headers, redirect: 'manual', ...(body && { body }) });
}

async function problemOf(answer: Response): Promise<ProblemBody & { code: string }> {
  const problem = (await answer.json()) as ProblemBody;
  return { ...problem, code: problem.type.replace('urn:dti:problem:', '') };
}

// Files of the portal's page are no part of the API: the sign-in comes back to one with a code in its query.
const routes = functions
  .flatMap(({ trigger }) => (trigger.kind === 'http' ? trigger.routes : []))
  // Nor is what is answered where there is nothing.
  .filter(({ path }) => path.startsWith('/v1/') && !path.endsWith('+}'));
/** Their bodies are a table or a workbook, judged by the rules of those. */
const ownBodies = ['/v1/submissions/{group}/{period}/{unit_id}', '/v1/appraisals/{group}/{period}'];
const posts = routes.filter(({ method, path }) => method === 'POST' && !ownBodies.includes(path));

describe('row 5: what is not known is named, not ignored', () => {
  it.each(routes.filter(({ method }) => method !== 'HEAD'))('a query key of $method $path', async (route) => {
    const answer = await ask(route, '?dryrun=true', route.method === 'POST' ? '{}' : undefined);
    expect(answer.status).toBe(400);
    const { code, detail, detail_en } = await problemOf(answer);
    expect({ code, detail, detail_en }).toMatchObject({
      code: 'query-unknown',
      detail: expect.stringContaining('"dryrun"'),
      detail_en: expect.stringContaining('"dryrun"'),
    });
  });

  it.each(posts)('a field of $method $path', async (route) => {
    const answer = await ask(route, '', '{"deadlin":"2025-01-31"}');
    expect(answer.status).toBe(400);
    const { code, detail } = await problemOf(answer);
    expect({ code, detail }).toMatchObject({ code: 'field-unknown', detail: expect.stringContaining('"deadlin"') });
  });

  it('a field within another one', async () => {
    const route = posts.find(({ path }) => path === '/v1/people/links')!;
    const b = { subject: 'y' };
    const answer = await ask(route, '', JSON.stringify({ a: { subject: 'x', isuer: 'z' }, b }));
    expect([answer.status, (await problemOf(answer)).detail]).toEqual([400, expect.stringContaining('"a.isuer"')]);
  });

  it('takes nothing, or an object without a field, where no body is needed', async () => {
    const route = posts.find(({ path }) => path.endsWith('/erase'))!;
    for (const body of [undefined, '{}']) expect((await ask(route, '', body)).status).toBe(404);
  });
});

describe('the OpenAPI document', () => {
  it.each([
    ['/v1/openapi.json', 200],
    ['/v1/scoreboard/province34/openapi.json', 404],
    ['/v1/scoreboard/openapi.json/2024', 404],
    ['/v1/openapi.json/', 404],
  ])('is not had from another address: %s', async (path, status) => {
    expect((await get(pipeline, path)).status).toBe(status);
  });

  it('is the only one whose name decides, as no person is erased by asking for one called “erase”', async () => {
    const route = routes.find(({ method, path }) => method === 'GET' && path === '/v1/people/{person_id}')!;
    const answer = await ask({ ...route, path: '/v1/people/erase' });
    expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'person-unknown']);
  });
});

describe('a scoreboard by its Accept header', () => {
  it.each([
    ['application/json; charset=utf-8', 'application/json'],
    ['application/json;charset="UTF-8"', 'application/json'],
    ['text/csv; charset=utf-8, application/json;q=0.5', 'text/csv'],
    ['text/csv;q=0.1, application/json; charset=utf-8; q=0.9', 'application/json'],
  ])('%s is %s', async (accept, type) => {
    const answer = await get(pipeline, '/v1/scoreboard/province34/2024', { accept });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
  });

  it('in another charset there is none', async () => {
    const accept = 'application/json; charset=utf-16';
    expect((await get(pipeline, '/v1/scoreboard/province34/2024', { accept })).status).toBe(406);
  });
});

describe('a body that cannot be meant', () => {
  const upload = posts.find(({ path }) => path === '/v1/uploads')!;
  const file = { group: 'province34', period: '2024', unit_id: unit, sha256: 'a'.repeat(64), size: 1 };

  it.each([
    ['half a character', 'text-invalid', 'biểu \ud800.xlsx'],
    ['201 characters', 'file-name-invalid', 'x'.repeat(201)],
    ['no character', 'file-name-invalid', ' '],
  ])('is refused with 400: a file name of %s', async (_, code, file_name) => {
    const answer = await ask(upload, '', JSON.stringify({ ...file, file_name }));
    expect([answer.status, (await problemOf(answer)).code]).toEqual([400, code]);
  });

  it('is taken with a name of 200 Vietnamese letters, which fit into the header of an upload', async () => {
    expect((await ask(upload, '', JSON.stringify({ ...file, file_name: 'ế'.repeat(200) }))).status).toBe(200);
  });

  it.each([
    ['POST /v1/periods', { group: 'province34', period: '2024', framework: '{}', deadline: '0000-01-01' }],
    ['POST /v1/periods/{group}/{period}/deadline', { deadline: '0000-01-01', reason_vi: 'nhầm' }],
    ['POST /v1/periods/{group}/{period}/reopen', { unit_id: unit, until: '0000-01-01', reason_vi: 'nhầm' }],
  ])('is refused: %s with a day of the year 0', async (of, body) => {
    const route = posts.find(({ method, path }) => `${method} ${path}` === of)!;
    const answer = await ask(route, '', JSON.stringify(body));
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).detail).toMatch(/"(deadline|until)"/);
  });
});

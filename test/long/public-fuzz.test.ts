import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Pipeline, startPipeline } from '../../infra/local/pipeline.ts';
import { publicAnswers } from '../../shared/public-api/answers.ts';
import { publicRoutes } from '../../shared/public-api/public-routes.ts';
import { signingKey } from '../support/forms.ts';
import { layRelease, publicHandlers } from '../support/laid-release.ts';
import { makeStateDirectory } from '../support/state-directory.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  example?: string;
}
interface Operation {
  operationId: string;
  security?: unknown[];
  parameters?: Parameter[];
  responses: Record<string, unknown>;
}
interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
type Document = { paths: Record<string, Record<string, Operation>> };

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
let operations: { path: string; operation: Operation }[];
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await startPipeline({
    stateDirectory: state.path,
    signingKey,
    loadHandler: publicHandlers,
    pages: 'rankings',
  });
  await layRelease();
  const { paths } = JSON.parse((await send('GET', '/v1/openapi.json')).body.toString()) as Document;
  operations = Object.entries(paths).flatMap(([path, { get }]) =>
    get?.security?.length === 0 ? [{ path, operation: get }] : [],
  );
});

afterAll(async () => {
  agent.destroy();
  await pipeline?.close();
  await state.remove();
});

const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<Answered>((resolve, reject) => {
    const { hostname, port } = new URL(pipeline.url);
    const sent = request({ hostname, port, path, method, headers, agent }, async (got) => {
      resolve({ status: got.statusCode!, headers: got.headers, body: await buffer(got) });
    });
    sent.on('error', reject).end();
  });

/** Values that are right for some parameter, and so wrong for the others. */
const right: Record<string, string[]> = {
  group: ['province34', 'province63', 'communes-P04-2025', 'country'],
  period: ['2024', '2026-Q3', '2025'],
  index: ['dti', 'tasks'],
  number: ['r1', 'r2', 'r01', 'published'],
  unit_id: ['P01-2025', 'P48', 'M06-2025', 'P04-2025-C001', 'VN'],
  sha256: ['a'.repeat(64), '53e5941f4f9d6e1e992432cbc000104a6a907853594d658ff72c0f5212262d69'],
  limit: ['1', '3', '500', '0', '501', '-1', '1e3'],
  cursor: [Buffer.from('P01-2025').toString('base64url'), 'AAAA', '='],
  q: ['da nang', 'Đắk', 'ministry', '%', '.*'],
  state: ['current', 'superseded', 'draft'],
  release: ['r1', 'r999999', 'r9999999'],
};
const hostile = ['', ' ', '..', '%00', '%2F', '%E0%A4', '𝄞', "'; --", '__proto__', 'constructor', 'x'.repeat(120)];
const anything = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 30 }));
/** Mostly what leads somewhere: an address with five parameters is right only if all of them are. */
const valueFor = (name: string) => {
  const [usual = 'x', ...others] = right[name] ?? [];
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 4, arbitrary: fc.constantFrom(usual, ...others) },
    { weight: 1, arbitrary: anything },
  );
};
/** As an address carries it; what holds a percent sign already goes as it is. */
const written = (value: string) => (value.includes('%') ? value.replace(/[^!-~]/g, '') : encodeURIComponent(value));

const headerText = fc.stringMatching(/^[!-~ ]{0,40}$/).map((text) => text.trim());
const headers = fc.record(
  {
    accept: fc.oneof(
      fc.constantFrom('*/*', 'text/csv', 'application/json', 'application/atom+xml', 'image/png'),
      headerText,
    ),
    'accept-encoding': fc.oneof(fc.constantFrom('br', 'gzip', 'gzip, br', '*', 'identity;q=0', 'br;q=0'), headerText),
    origin: fc.oneof(fc.constantFrom('https://example.vn', 'null'), headerText),
    'if-none-match': fc.oneof(fc.constantFrom('*', '"x"', 'W/"x"', '""'), headerText),
    range: fc.oneof(fc.constantFrom('bytes=0-9', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,5-9', 'rows=1-2'), headerText),
    authorization: fc.constantFrom('Bearer x', 'Basic eDp5'),
  },
  { requiredKeys: [] },
);

const asked = fc
  .record({
    at: fc.nat(),
    method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE'),
    headers,
  })
  .chain(({ at, ...how }) => {
    const { path, operation } = operations[at % operations.length]!;
    const names = (place: Parameter['in']) =>
      (operation.parameters ?? []).filter((one) => one.in === place).map(({ name }) => name);
    const inPath = fc.tuple(...names('path').map((name) => valueFor(name)));
    const known = fc.record(Object.fromEntries(names('query').map((name) => [name, valueFor(name)])), {
      requiredKeys: [],
    });
    const unknown = fc.option(fc.tuple(fc.constantFrom('grup', 'limit[]', 'Q', '__proto__', '%'), anything), {
      freq: 6,
    });
    return fc.record({ inPath, known, unknown }).map((given) => ({ ...how, path, operation, ...given }));
  });

interface Asked {
  path: string;
  inPath: string[];
  known: Record<string, string>;
  unknown: [string, string] | null;
}

function addressOf({ path, inPath, known, unknown }: Asked): string {
  const left = [...inPath];
  const filled = path.replaceAll(/\{\w+\}/g, () => written(left.shift()!));
  const pairs = [...Object.entries(known), ...(unknown ? [unknown] : [])];
  return (
    filled + (pairs.length > 0 ? `?${pairs.map(([key, value]) => `${written(key)}=${written(value)}`).join('&')}` : '')
  );
}

const isOurs = ({ headers: { 'content-type': type = '' } }: Answered) => type.startsWith('application/problem+json');

function textOf({ headers: { 'content-encoding': encoding }, body }: Answered): string {
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString();
}

/** What is wrong with an answer; null: nothing. */
function findWrong(method: string, operation: Operation, answer: Answered): string | null {
  const { status, headers: got } = answer;
  if (status >= 500) return `a fault: ${status}`;
  // Not of this route: nobody writes here without a token, and what is no address of ours never reached it.
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method))
    return [401, 404, 405].includes(status) ? null : `${method}: ${status}`;
  if (method === 'OPTIONS') return [204, 404].includes(status) ? null : `OPTIONS: ${status}`;
  const isGateways = [400, 404].includes(status) && !isOurs(answer);
  if (isGateways) return method === 'HEAD' || textOf(answer).includes('"message"') ? null : 'no problem document';
  if (operation.responses[status] === undefined && !isUnknownRoute(answer, method)) return `undocumented: ${status}`;
  if (got['access-control-allow-origin'] !== '*') return 'pages elsewhere cannot read it';
  if ([200, 304].includes(status) && (!got.etag || !got['cache-control']?.startsWith('public')))
    return 'no tag, or not kept';
  if (status >= 400 && got['cache-control'] !== 'no-store') return 'a refusal is kept';
  if ((method === 'HEAD' || status === 304) && answer.body.length > 0) return 'a body where there is none';
  return method === 'GET' && status === 200 ? findWrongBody(operation, answer) : null;
}

const isUnknownRoute = (answer: Answered, method: string): boolean =>
  answer.status === 404 && (method === 'HEAD' || textOf(answer).includes('route-unknown'));

function findWrongBody({ operationId }: Operation, answer: Answered): string | null {
  const type = String(answer.headers['content-type']);
  if (!type.includes('json')) return null;
  const value: unknown = JSON.parse(textOf(answer));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'no object';
  const { answers } = publicRoutes.find((route) => route.operationId === operationId)!;
  const name = answers[type.replace(/;.*/, '')];
  const parsed = name ? publicAnswers[name].safeParse(value) : null;
  return parsed?.success === false ? `not a ${name}: ${parsed.error.message}` : null;
}

/** Whoever has an answer and asks by its tag, alone or among others, is told that it still holds; HEAD says what GET does. */
async function expectKnown(address: string, given: object, { headers: { etag, vary } }: Answered): Promise<void> {
  const headers = { ...(given as Record<string, string>), 'if-none-match': `"other", ${etag}` };
  const known = await send('GET', address, headers);
  expect([known.status, known.headers.etag, known.body.length, known.headers.vary]).toEqual([304, etag, 0, vary]);
  const { 'if-none-match': _, ...plain } = headers;
  const [got, head] = [await send('GET', address, plain), await send('HEAD', address, plain)];
  expect([head.status, head.headers.etag, head.headers['content-type'], head.body.length]).toEqual([
    ...[got.status, got.headers.etag, got.headers['content-type'], 0],
  ]);
}

const filePaths = [
  ...['/', '/index.html', '/releases/dti/province34/2024/r1/scoreboard.json', '/releases/dti/province34/2024/r1/'],
  ...['/releases/dti/province34/2024/r1/manifest.json', '/don-vi/P01-2025/', '/en/', '/embed/x', '/robots.txt'],
];
/** A file's address, or one with something of it replaced. */
const fileAddress = fc.oneof(
  fc.constantFrom(...filePaths),
  fc
    .tuple(fc.constantFrom(...filePaths), fc.nat(8), anything)
    .map(([path, place, text]) =>
      path
        .split('/')
        .with(place % path.split('/').length, written(text))
        .join('/'),
    )
    .map((path) => `/${path.replace(/^\/+/, '')}`)
    // Those are the API's.
    .filter((path) => !path.startsWith('/v1')),
);

/** What is wrong with an answer for a file; null: nothing. */
function findWrongFile(method: string, { status, headers: got, body }: Answered): string | null {
  if (![200, 304, 400, 404].includes(status)) return `${method}: ${status}`;
  if (status === 400) return null;
  if (got['x-content-type-options'] !== 'nosniff' || !got['content-security-policy']) return 'unprotected';
  if (got['access-control-allow-origin'] !== '*') return 'pages elsewhere cannot read it';
  if (status === 404) return String(got['content-type']).startsWith('text/html') ? null : 'not the site’s own page';
  if (!got.etag) return 'no tag';
  return (method === 'HEAD' || status === 304) && body.length > 0 ? 'a body where there is none' : null;
}

describe('every public route, asked at random from its own document', () => {
  it('answers what it announces, and never with a fault', async () => {
    const statuses = new Map<string, number>();
    const property = fc.asyncProperty(asked, async (one) => {
      const address = addressOf(one as Asked);
      const answer = await send(one.method, address, one.headers as Record<string, string>);
      expect({ address, wrong: findWrong(one.method, one.operation, answer) }).toEqual({ address, wrong: null });
      if (answer.status === 200 && address.length % 4 === 0) await expectKnown(address, one.headers, answer);
      const key = `${one.operation.operationId} ${answer.status}`;
      statuses.set(key, (statuses.get(key) ?? 0) + 1);
    });
    await fc.assert(property, { numRuns: 8_000 });
    // A walk that never gets past the door would prove nothing.
    const answered = operations.filter(({ operation }) => statuses.has(`${operation.operationId} 200`));
    const never = ['getReleaseChanges', 'getReleaseCorrections', 'getFramework'];
    expect(answered.map(({ operation }) => operation.operationId)).toEqual(
      operations.map(({ operation }) => operation.operationId).filter((id) => !never.includes(id)),
    );
    expect([...statuses.keys()].filter((key) => / (304|400|404|406)$/.test(key)).length).toBeGreaterThan(30);
  });
});

describe('files and pages, asked at random', () => {
  it('are there, unchanged, or told of as missing in the site’s dress, and never a fault', async () => {
    const statuses = new Set<number>();
    const property = fc.asyncProperty(
      fileAddress,
      fc.constantFrom('GET', 'GET', 'HEAD'),
      headers,
      async (address, method, given) => {
        const answer = await send(method, address, given as Record<string, string>);
        statuses.add(answer.status);
        expect({ address, wrong: findWrongFile(method, answer) }).toEqual({ address, wrong: null });
      },
    );
    await fc.assert(property, { numRuns: 2_000 });
    expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 304, 404]));
  });
});

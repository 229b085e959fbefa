import { request } from 'node:http';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { InvocationError } from '../../../infra/local/functions.ts';
import { type GatewayOptions, startGateway } from '../../../infra/local/gateway.ts';
import { PortInUse } from '../../../infra/local/listen.ts';
import { openSignIn } from '../../../infra/local/sign-in/sign-in.ts';
import type { FunctionSpec, Route } from '../../../infra/topology.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const site: GatewayOptions['site'] = {
  get: async (path) => ({ status: 200, headers: { 'content-type': 'text/html' }, body: `page ${path}` }),
};
const spec = (name: string, ...routes: Route[]): FunctionSpec => ({
  name,
  memoryMb: 256,
  timeoutSeconds: 5,
  trigger: { kind: 'http', routes },
  uses: {},
});
const specs = [
  spec('unit', { method: 'GET', path: '/v1/units/{group}/{unit_id}', roles: ['public'] }),
  spec('all', { method: 'GET', path: '/v1/units/{group}/all', roles: ['public'] }),
  spec('upload', { method: 'POST', path: '/v1/uploads', roles: ['officer'] }),
];

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

async function open(invoke: (name: string, event: Event) => unknown = (_, event) => event, timeoutMs = 1000) {
  const signIn = await openSignIn(await temporaryDirectory());
  const call = async (name: string, event: unknown) => invoke(name, event as Event);
  const { url, close } = await startGateway({ specs, invoke: call, site, signIn, timeoutMs });
  onTestFinished(close);
  const token = await signIn.issueToken({ sub: 'an', role: 'officer', unit: 'VN-HN' });
  return { url, authorization: `Bearer ${token}` };
}

const event = async (response: Response) => (await response.json()) as Event;

describe('gateway routes', () => {
  it('decodes path parameters and joins repeated query parameters, as payload format 2.0 does', async () => {
    const { url } = await open();
    const got = await event(
      await fetch(`${url}/v1/units/t%E1%BB%89nh%2F63/VN-HN?m=a&m=b&x=%C4%90`, { headers: { cookie: 'a=1; b=2' } }),
    );
    expect(got.pathParameters).toEqual({ group: 'tỉnh/63', unit_id: 'VN-HN' });
    expect(got.queryStringParameters).toEqual({ m: 'a,b', x: 'Đ' });
    expect(got.routeKey).toBe('GET /v1/units/{group}/{unit_id}');
    expect(got.cookies).toEqual(['a=1', 'b=2']);
    expect(got.requestContext.authorizer).toBeUndefined();
  });

  it('prefers the literal segment to the parameter', async () => {
    const { url } = await open((name) => ({ name }));
    expect(await (await fetch(`${url}/v1/units/g/all`)).json()).toEqual({ name: 'all' });
  });

  it.each(['/v1/units/g', '/v1/units/g/', '/v1/units/g/%E0%A4', '/v1/uploads', '/v1/'])(
    'answers 404 to GET %s',
    async (path) => {
      const { url, authorization } = await open();
      expect((await fetch(url + path, { headers: { authorization } })).status).toBe(404);
    },
  );
});

describe('gateway sign-in', () => {
  it('answers 401 without a valid token and never invokes the function', async () => {
    let invoked = 0;
    const { url, authorization } = await open(() => ++invoked);
    for (const header of [undefined, 'Bearer x', `${authorization}x`, authorization.replace('Bearer', 'Basic')]) {
      const response = await fetch(`${url}/v1/uploads`, {
        method: 'POST',
        headers: header ? { authorization: header } : {},
      });
      expect(response.status).toBe(401);
    }
    expect(invoked).toBe(0);
  });

  it('hands the claims over as text, as the JWT authorizer does', async () => {
    const { url, authorization } = await open();
    const got = await event(await fetch(`${url}/v1/uploads`, { method: 'POST', headers: { authorization } }));
    const { claims } = got.requestContext.authorizer.jwt;
    expect(claims).toMatchObject({ sub: 'an', dti_role: 'officer', dti_unit: 'VN-HN', aud: 'dti-local' });
    expect(claims.exp).toMatch(/^\d+$/);
  });

  it('gives development tokens to a loopback name only, because another name may be a page’s rebinding', async () => {
    const { url } = await open();
    const { token } = (await (await fetch(`${url}/dev/token?sub=b&role=publisher`)).json()) as { token: string };
    const got = await event(
      await fetch(`${url}/v1/uploads`, { method: 'POST', headers: { authorization: `Bearer ${token}` } }),
    );
    expect(got.requestContext.authorizer.jwt.claims).toMatchObject({ sub: 'b', dti_role: 'publisher' });
    const status = await new Promise((resolve) => {
      request(`${url}/dev/token?sub=b&role=publisher`, { headers: { host: 'evil.example' } }, ({ statusCode }) =>
        resolve(statusCode),
      ).end();
    });
    expect(status).toBe(403);
    expect((await fetch(`${url}/dev/token?sub=b&role=king`)).status).toBe(400);
    expect(await (await fetch(`${url}/dev/jwks.json`)).json()).toMatchObject({ keys: [{ alg: 'RS256' }] });
  });
});

describe('gateway scopes', () => {
  it('shuts every signed-in route to a token without the scope, as an ID token is', async () => {
    const signIn = await openSignIn(await temporaryDirectory());
    const scopeless = { ...signIn, verifyToken: async () => ({ sub: 'an', dti_role: 'officer', scope: 'openid' }) };
    const { url, close } = await startGateway({ specs, invoke: async (_, event) => event, site, signIn: scopeless });
    onTestFinished(close);
    const headers = { authorization: 'Bearer any' };
    expect((await fetch(`${url}/v1/uploads`, { method: 'POST', headers })).status).toBe(403);
  });
});

describe('gateway bodies', () => {
  const post = async (type: string, body: Uint8Array<ArrayBuffer> | string) => {
    const { url, authorization } = await open();
    return fetch(`${url}/v1/uploads`, { method: 'POST', headers: { authorization, 'content-type': type }, body });
  };

  it('passes JSON as text and a workbook as base64', async () => {
    expect(await event(await post('application/json', '{"tên":1}'))).toMatchObject({
      body: '{"tên":1}',
      isBase64Encoded: false,
    });
    const got = await event(
      await post('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', Uint8Array.of(0, 255)),
    );
    expect(got).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  });

  it('answers 413 to more than 10 MB, told or streamed', async () => {
    expect((await post('text/plain', 'x'.repeat(10 * 1024 * 1024 + 1))).status).toBe(413);
    const { url, authorization } = await open();
    const body = new ReadableStream({
      start(stream) {
        for (let megabyte = 0; megabyte < 12; megabyte++) stream.enqueue(new Uint8Array(1024 * 1024));
        stream.close();
      },
    });
    const streamed = fetch(`${url}/v1/uploads`, {
      method: 'POST',
      headers: { authorization },
      body,
      duplex: 'half',
    } as RequestInit);
    // The server may close the connection before the client has read the answer.
    expect(
      await streamed.then(
        ({ status }) => status,
        () => 413,
      ),
    ).toBe(413);
  });

  it('gives back what the function answers: status, headers, cookies, bytes', async () => {
    const { url } = await open(() => ({
      statusCode: 201,
      headers: { 'Content-Type': 'application/octet-stream', 'X-Count': 3 },
      cookies: ['a=1', 'b=2'],
      body: 'AP8=',
      isBase64Encoded: true,
    }));
    const response = await fetch(`${url}/v1/units/g/u`);
    expect(response.status).toBe(201);
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(0, 255));
  });
});

describe('gateway faults', () => {
  it.each([
    ['Error', 500],
    ['Sandbox.Timedout', 503],
    ['RequestTooLargeException', 413],
  ])('answers %s of an invocation with %i and tells nothing of it', async (name, status) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { url } = await open(() => {
      throw new InvocationError(name, 'secret detail');
    });
    const response = await fetch(`${url}/v1/units/g/u`);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('secret');
  });

  it('answers 503 when the function takes longer than API Gateway waits', async () => {
    const { url } = await open(() => new Promise((resolve) => setTimeout(resolve, 100)), 10);
    expect((await fetch(`${url}/v1/units/g/u`)).status).toBe(503);
  });

  it('says in two languages that a port is taken', async () => {
    const { url } = await open();
    const port = Number(new URL(url).port);
    const signIn = await openSignIn(await temporaryDirectory());
    const again = startGateway({ port, specs, invoke: async () => null, site, signIn });
    await expect(again).rejects.toThrow(PortInUse);
    await expect(again).rejects.toThrow(`Cổng ${port} đang được dùng / port ${port} is in use`);
  });
});

describe('gateway pages', () => {
  it('reads everything else from the site, with GET and HEAD only', async () => {
    const { url } = await open();
    expect(await (await fetch(`${url}/releases/x`)).text()).toBe('page /releases/x');
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '6']);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });
});

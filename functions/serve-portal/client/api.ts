import { forget, known, remember } from './known-answers.ts';
import { readAnswer } from './read-answer.ts';
import { accessToken, drop } from './session.ts';

/** A refusal of the API, as its problem document says it. */
export class ApiProblem extends Error {
  readonly status: number;
  /** `urn:dti:problem:` taken off. */
  readonly code: string;
  readonly detail: { vi: string; en: string };
  readonly members: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(String(body.detail_en ?? body.title ?? status));
    this.status = status;
    this.code = String(body.type ?? '').replace('urn:dti:problem:', '');
    const vi = String(body.detail ?? body.title ?? `Lỗi ${status}`);
    this.detail = { vi, en: String(body.detail_en ?? vi) };
    this.members = body;
  }
}

/** The request did not come through, or its answer did not: nobody knows which. Ask before sending anything again. */
export class NetworkLost extends Error {}

/** What the person acts as, where they hold several roles: sent with each request. */
let actingAs: string | null = null;

export const actAs = (name: string | null): void => {
  actingAs = name;
  forget();
};

export interface Call {
  method?: 'GET' | 'POST';
  body?: unknown;
  /** Instead of a body as JSON: a file, under its own type. */
  file?: Blob;
  /** `Idempotency-Key`: one for what the person did, however often it is sent. */
  key?: string;
  accept?: string;
  signal?: AbortSignal;
}

/** @throws ApiProblem, NetworkLost */
export async function call<Answer>(
  path: string,
  { method = 'GET', body, file, key, accept, signal }: Call = {},
): Promise<Answer> {
  const before = method === 'GET' ? known(path) : undefined;
  const answer = await request(path, {
    method,
    headers: {
      ...(before ? { 'if-none-match': before.tag } : {}),
      ...(await authorization()),
      accept: accept ?? 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(file ? { body: file } : {}),
    ...(signal ? { signal } : {}),
  });
  if (answer.status === 401) drop();
  if (answer.status === 304 && before) return before.body as Answer;
  const type = answer.headers.get('content-type') ?? '';
  const text = answer.text();
  const read = await (type.includes('json') ? text.then(readAnswer) : text).catch(lost);
  if (answer.ok && method === 'GET') remember(path, answer.headers, read);
  if (answer.ok) return read as Answer;
  throw new ApiProblem(answer.status, typeof read === 'object' ? read : { detail: String(answer.status) });
}

export const post = <Answer>(path: string, body: unknown = {}, key?: string): Promise<Answer> =>
  call<Answer>(path, { method: 'POST', body, ...(key ? { key } : {}) });

/** Fetches by a door that answers with a signed link; the page stays. */
export async function download(path: string): Promise<void> {
  const { url } = await call<{ url: string }>(path);
  location.assign(url);
}

async function authorization(): Promise<Record<string, string>> {
  const token = await accessToken().catch(lost);
  if (token === null) {
    drop();
    throw new ApiProblem(401, { detail: 'Phiên làm việc đã hết; đề nghị đăng nhập lại.', detail_en: 'Sign in again.' });
  }
  return { authorization: `Bearer ${token}`, ...(actingAs ? { 'dti-acting-as': actingAs } : {}) };
}

const request = (path: string, init: RequestInit): Promise<Response> => fetch(path, init).catch(lost);

function lost(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new NetworkLost(String(error));
}

import Negotiator from 'negotiator';
import type { Download } from '../lake/objects.ts';
import type { Response } from './http-function.ts';
import { answer, redirect } from './messages.ts';

interface WithHeaders {
  headers: Record<string, string | undefined>;
}

/**
 * The way to a file: a redirect, or the same address as JSON for whoever asks for JSON. A page can follow no redirect to
 * another origin, and a plain link carries no token.
 */
export function link({ headers }: WithHeaders, download: Download): Response {
  const response = wantsJson(headers.accept) ? answer(200, download) : redirect(download.url);
  return { ...response, headers: { ...response.headers, vary: 'accept' } };
}

/** Any type will do: then it is a redirect, as it always was. */
const wantsJson = (accept = '*/*'): boolean =>
  new Negotiator({ headers: { accept } }).mediaType(['text/html', 'application/json']) === 'application/json';

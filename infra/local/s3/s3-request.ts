import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { S3Error } from './s3-error.ts';

/** A path-style request, taken apart once. */
export interface S3Request {
  method: string;
  /** Decoded, as it was signed. */
  path: string;
  /** Null for the service itself. */
  bucket: string | null;
  /** Null for the bucket itself. */
  key: string | null;
  /** Decoded names and values, in the order they came. */
  query: [name: string, value: string][];
  /** Lower-case names; values read as UTF-8. */
  headers: Record<string, string>;
  body: Readable;
}

export interface S3Answer {
  status: number;
  headers: Record<string, string>;
  body?: string | Readable;
}

export function parseRequest(message: IncomingMessage): S3Request {
  const url = message.url ?? '';
  const mark = url.indexOf('?');
  const path = decodeUri(mark < 0 ? url : url.slice(0, mark));
  const [, bucket, key] = /^\/(?:([^/]+)(?:\/(.*))?)?$/s.exec(path) ?? refuseUri();
  return {
    method: message.method ?? '',
    path,
    bucket: bucket ?? null,
    key: key || null,
    query: mark < 0 ? [] : parseQuery(url.slice(mark + 1)),
    headers: readHeaders(message),
    body: message,
  };
}

/** The first value under a name; S3's names are case-sensitive. */
export const queryValue = (request: Pick<S3Request, 'query'>, name: string) =>
  request.query.find(([found]) => found === name)?.[1];

/** A non-negative whole number in a header or query; null for anything else. */
export const parseCount = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null);

const parseQuery = (text: string) =>
  text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      return [decodeUri(name.replaceAll('+', ' ')), decodeUri(value.replaceAll('+', ' '))];
    });

// Node reads header bytes as Latin-1; clients sign and mean UTF-8.
const readHeaders = (message: IncomingMessage) =>
  Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Buffer.from(Array.isArray(value) ? value.join(',') : (value ?? ''), 'latin1').toString('utf8'),
    ]),
  );

/** Percent-decodes; InvalidURI for what is not UTF-8. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuseUri();
  }
}

function refuseUri(): never {
  throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
}

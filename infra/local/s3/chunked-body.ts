import { S3Error } from './s3-error.ts';

/** What `aws-chunked` framing carries: the bytes, and the headers that came after them. */
export interface ChunkedBody {
  content: Buffer;
  /** Lower-case names: `x-amz-checksum-crc32`. */
  trailers: Record<string, string>;
}

/** Strips the framing `<hex size>[;extension] CRLF bytes CRLF … 0 CRLF trailers CRLF`. */
export function decodeChunkedBody(body: Buffer): ChunkedBody {
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const line = readLine(body, position);
    const size = parseSize(line.text);
    if (size === 0) return { content: Buffer.concat(chunks), trailers: readTrailers(body, line.next) };
    const end = line.next + size;
    if (body.toString('latin1', end, end + 2) !== '\r\n') throw incomplete();
    chunks.push(body.subarray(line.next, end));
    position = end + 2;
  }
}

function readLine(body: Buffer, from: number): { text: string; next: number } {
  const end = body.indexOf('\r\n', from, 'latin1');
  if (end < 0) throw incomplete();
  return { text: body.toString('latin1', from, end), next: end + 2 };
}

function parseSize(line: string): number {
  const match = /^([0-9a-f]{1,8})(;.*)?$/i.exec(line);
  if (!match) throw new S3Error('InvalidRequest', 'A chunk of the aws-chunked body has no valid size.');
  return Number.parseInt(match[1]!, 16);
}

function readTrailers(body: Buffer, from: number): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (let line = readLine(body, from); line.text !== ''; line = readLine(body, line.next)) {
    const colon = line.text.indexOf(':');
    if (colon < 1) throw new S3Error('InvalidRequest', 'A trailer of the aws-chunked body is malformed.');
    trailers[line.text.slice(0, colon).toLowerCase()] = line.text.slice(colon + 1).trim();
  }
  return trailers;
}

const incomplete = () => new S3Error('IncompleteBody', 'The aws-chunked body ends before its last chunk.');

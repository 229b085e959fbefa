import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Report } from '../disk-full.ts';
import { openBucket } from './bucket.ts';
import { answerPreflight, type CorsRule, corsHeaders } from './cors.ts';
import { routeRequest } from './route-request.ts';
import type { ObjectCreated, S3Context } from './s3-context.ts';
import { S3Error } from './s3-error.ts';
import { parseRequest, type S3Answer } from './s3-request.ts';
import type { Credentials } from './sigv4.ts';
import { errorDocument } from './xml.ts';

export type { ObjectCreated } from './s3-context.ts';

export interface S3Options {
  /** Holds a folder per bucket; made when missing. One server at a time. */
  directory: string;
  /** 0, the default, takes a free one. */
  port?: number;
  credentials: Credentials;
  buckets: string[];
  /** Absent: no page of another origin may read an answer, as for a bucket without a rule. */
  cors?: CorsRule;
  clock?: () => Date;
  /** Awaited before the writer is answered; when it throws the writer gets 500 and sends again. */
  onObjectCreated?: (event: ObjectCreated) => Promise<void>;
  /** Told of faults of our own; the console by default. */
  report?: Report;
}

export interface S3Server {
  /** `http://127.0.0.1:PORT`: with an address and no name, SDKs put the bucket in the path. */
  url: string;
  /** The plain file holding the latest body of a key, or the folder of a prefix without its last `/`. */
  objectPath(bucket: string, key: string): string;
  close(): Promise<void>;
}

const closingMs = 2000;

/** Starts S3 on the loopback address: the operations the pipeline calls, versioned buckets on disk, no delete. */
export async function startS3(options: S3Options): Promise<S3Server> {
  const context = openContext(options);
  const server = createServer(
    (message, response) => void answerMessage(server, { context, cors: options.cors }, message, response),
  );
  // Clients keep their sockets: one that the server closes while a request is on its way would be a failed request.
  server.keepAliveTimeout = 0;
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objectPath: (bucket, key) => context.bucket(bucket).objectPath(key),
    close: () => closeServer(server),
  };
}

function openContext({ directory, credentials, buckets: names, clock, onObjectCreated, report }: S3Options): S3Context {
  const wrong = names.find((name) => !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name));
  if (wrong !== undefined) throw new Error(`"${wrong}" is no name for a bucket: 3 to 63 of a-z, 0-9, "." and "-".`);
  const buckets = new Map(names.map((name) => [name, openBucket(path.join(directory, name))]));
  return {
    credentials,
    clock: clock ?? (() => new Date()),
    onObjectCreated: onObjectCreated ?? (async () => {}),
    report: report ?? console.error,
    bucket: (name) => {
      const bucket = buckets.get(name);
      if (bucket) return bucket;
      throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: name });
    },
  };
}

interface Answering {
  context: S3Context;
  cors: CorsRule | undefined;
}

async function answerMessage(
  server: Server,
  { context, cors }: Answering,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  const answer = await findAnswer({ context, cors }, message, requestId);
  try {
    response.writeHead(answer.status, {
      ...answer.headers,
      ...corsHeaders(message, cors),
      'x-amz-request-id': requestId,
      // Clients correct their clock by it, so it must be the clock that signatures are judged by.
      date: context.clock().toUTCString(),
      ...(server.listening ? {} : { connection: 'close' }),
    });
    if (answer.body instanceof Readable) await pipeline(answer.body, response);
    else response.end(message.method === 'HEAD' ? undefined : answer.body);
  } catch (error) {
    // The head is on its way: cutting the connection is the only thing left that a client notices.
    if (!hasLeft(error)) console.error(`s3: request ${requestId} broke off:`, error);
    response.destroy();
  }
}

async function findAnswer(
  { context, cors }: Answering,
  message: IncomingMessage,
  requestId: string,
): Promise<S3Answer> {
  try {
    if (message.method === 'OPTIONS') return answerPreflight(message, cors);
    return await routeRequest(parseRequest(message), context);
  } catch (error) {
    // What is still being sent is let through unread; else the client would wait for us, and not read the answer.
    message.resume();
    const known = error instanceof S3Error ? error : hideFault(error, requestId, context);
    return {
      status: known.status,
      headers: { 'content-type': 'application/xml' },
      body: errorDocument(known, requestId),
    };
  }
}

function hideFault(error: unknown, requestId: string, { report }: S3Context): S3Error {
  report(new Error(`s3: request ${requestId} failed`, { cause: error }));
  return new S3Error('InternalError', 'We encountered an internal error. Please try again.');
}

/** The reader went away in the middle of the body, which is no fault of ours. */
const hasLeft = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });

/** Lets requests under way finish for two seconds. */
async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const overdue = setTimeout(() => server.closeAllConnections(), closingMs);
  await new Promise<void>((resolve, reject) => {
    server.close((error) => {
      clearTimeout(overdue);
      if (error) reject(error);
      else resolve();
    });
  });
}

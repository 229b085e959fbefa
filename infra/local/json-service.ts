import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Report } from './disk-full.ts';
import { type Listener, listenOnLoopback } from './listen.ts';

/** A fault of the caller, sent with the name the SDK throws it under. */
export class ServiceError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each operation knows the shape of its own input
export type Operations = Record<string, (input: any) => unknown>;

/** Serves the AWS JSON protocol: the operation in `x-amz-target`, JSON both ways, errors by `__type`. */
export function startJsonService(
  version: '1.0' | '1.1',
  operations: Operations,
  report: Report = console.error,
): Promise<Listener> {
  const server = createServer(async (request, response) => {
    try {
      answer(response, version, 200, await operate(request, operations));
    } catch (error) {
      const caller = error instanceof ServiceError;
      if (!caller) report(error);
      const { name, message } = caller ? error : { name: 'InternalFailure', message: String(error) };
      answer(response, version, caller ? 400 : 500, { __type: name, message });
    }
  });
  return listenOnLoopback(server);
}

async function operate(request: IncomingMessage, operations: Operations): Promise<unknown> {
  const name = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) throw new ServiceError('UnknownOperationException', `${name} is not served locally`);
  return operation(JSON.parse((await buffer(request)).toString('utf8') || '{}'));
}

function answer(response: ServerResponse, version: string, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': `application/x-amz-json-${version}`,
    'x-amzn-requestid': randomUUID(),
  });
  response.end(JSON.stringify(body));
}

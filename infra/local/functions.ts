import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import type { FunctionSpec } from '../topology.ts';
import { applyEnvironment, functionEnvironment, type Settings } from './environment.ts';
import { localArn } from './names.ts';

/** Lambda's limit on a synchronous request and on its answer. */
const payloadBytes = 6 * 1024 * 1024;

export type Handler = (event: unknown, context: Context) => unknown;
export type HandlerLoader = (functionName: string) => Promise<Handler>;

/** A failed invocation as Lambda tells it: `name` is the error type, the message its JSON with type, message and trace. */
export class InvocationError extends Error {
  override readonly name: string;

  constructor(errorType: string, errorMessage: string, options: { cause?: unknown } = {}) {
    const trace = options.cause instanceof Error ? (options.cause.stack ?? '').split('\n') : [];
    super(JSON.stringify({ errorMessage, errorType, trace }), options);
    this.name = errorType;
  }
}

export interface Functions {
  /** @throws InvocationError */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Resolves when no handler is at work, also none whose caller gave up. */
  idle(): Promise<void>;
}

let boots = 0;

/** Imports `functions/<name>/handler.ts` anew for each boot: a handler's clients and keys are those of its cold start. */
export function handlersFrom(root: string): HandlerLoader {
  const boot = boots++;
  return async (name) => {
    const url = pathToFileURL(`${root}/functions/${name}/handler.ts`);
    if (boot > 0) url.searchParams.set('boot', String(boot));
    const module = (await import(/* @vite-ignore */ url.href)) as { handler?: Handler };
    if (!module.handler) throw new Error(`functions/${name}/handler.ts exports no handler`);
    return module.handler;
  };
}

/** Loads every function, one after another, since `process.env` is one for the process and read at import. */
export async function startFunctions(
  specs: FunctionSpec[],
  load: HandlerLoader,
  settings: Partial<Settings> = {},
): Promise<Functions> {
  const loaded = new Map<string, { spec: FunctionSpec; handler: Handler }>();
  for (const spec of specs) {
    const restore = applyEnvironment(functionEnvironment(spec, settings));
    try {
      loaded.set(spec.name, { spec, handler: await load(spec.name) });
    } finally {
      restore();
    }
  }
  const underWay = new Set<Promise<unknown>>();
  return {
    async invoke(name, event) {
      const { spec, handler } = loaded.get(name) ?? {};
      if (!spec || !handler) throw new InvocationError('ResourceNotFoundException', `no function named ${name}`);
      const payload = toPayload(event, 'RequestTooLargeException');
      const work = Promise.resolve().then(() => handler(payload, makeContext(spec)));
      underWay.add(work);
      work.catch(() => {}).finally(() => underWay.delete(work));
      return toPayload(await beforeTimeout(spec, work), 'Function.ResponseSizeTooLarge');
    },
    async idle() {
      await Promise.allSettled(underWay);
    },
  };
}

async function beforeTimeout(spec: FunctionSpec, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const give = () =>
      reject(new InvocationError('Sandbox.Timedout', `${spec.name} ran over ${spec.timeoutSeconds} s`));
    timer = setTimeout(give, spec.timeoutSeconds * 1000);
  });
  try {
    return await Promise.race([work, timeout]);
  } catch (error) {
    if (error instanceof InvocationError) throw error;
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    throw new InvocationError(name, message, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Events and answers cross as JSON text, so that what would be lost on the way to a Lambda is lost here too. */
function toPayload(value: unknown, tooLarge: string): unknown {
  const text = JSON.stringify(value) ?? 'null';
  const bytes = Buffer.byteLength(text);
  if (bytes > payloadBytes) throw new InvocationError(tooLarge, `payload of ${bytes} bytes is over ${payloadBytes}`);
  return JSON.parse(text);
}

function makeContext({ name, memoryMb, timeoutSeconds }: FunctionSpec): Context {
  const deadline = Date.now() + timeoutSeconds * 1000;
  const unused = () => {
    throw new Error('answer by returning');
  };
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: localArn('lambda', `function:${name}`),
    memoryLimitInMB: String(memoryMb),
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: unused,
    fail: unused,
    succeed: unused,
  };
}

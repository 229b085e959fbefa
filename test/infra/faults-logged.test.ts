import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { publicFunction, signedInFunction } from '../../shared/http/http-function.ts';
import { Problem } from '../../shared/http/problem.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { Fault, RetryableFault } from '../../shared/observability/fault.ts';
import { queueFunction } from '../../shared/observability/queue-function.ts';
import { workflowStep } from '../../shared/observability/workflow-step.ts';

const context = { awsRequestId: 'r-1', functionName: 'f' } as Context;
const event = { requestContext: { requestId: 'r-1' }, headers: {} };

let written: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => written.mockRestore());

/** Lines of the log of errors. */
const logged = (): { level: string; message: string; error: { message: string } }[] =>
  written.mock.calls.map(([line]) => JSON.parse(String(line)));

const failing = (error: unknown) => publicFunction(() => Promise.reject(error));
const call = async (error: unknown) => failing(error)(event as never, context);

describe('a fault behind a route', () => {
  it('is logged with its cause, and the caller learns a request id and nothing else', async () => {
    const { statusCode, body, headers } = await call(new Fault('SCORES_GONE', 'of dti/province34/2024/r1'));
    expect([statusCode, headers?.['cache-control']]).toEqual([500, 'no-store']);
    expect(JSON.parse(body!)).toMatchObject({ type: 'urn:dti:problem:fault', request_id: 'r-1' });
    expect(body).not.toContain('province34');
    expect(logged()).toMatchObject([{ level: 'ERROR', error: { message: 'SCORES_GONE: of dti/province34/2024/r1' } }]);
  });

  it('that another try may mend is logged too, and asks for one', async () => {
    expect(await call(new RetryableFault('LEDGER_BUSY', 'x'))).toMatchObject({
      ...{ statusCode: 503, headers: { 'retry-after': '2', 'cache-control': 'no-store' } },
    });
    expect(logged()).toHaveLength(1);
  });

  it('is none where a caller is refused: that is told to the caller and kept by nobody', async () => {
    const { statusCode, headers } = await call(new Problem(409, 'period-open', 'vi', 'en'));
    expect([statusCode, headers]).toMatchObject([409, { 'cache-control': 'no-store' }]);
    expect(logged()).toEqual([]);
  });

  it('is none where a token carries no role: the call ends before any work is done', async () => {
    const respond = vi.fn();
    const { statusCode, body } = await signedInFunction(respond)(event as never, context);
    expect([statusCode, JSON.parse(body!).type]).toEqual([403, 'urn:dti:problem:role-missing']);
    expect(respond).not.toHaveBeenCalled();
  });
});

describe('a message that fails', () => {
  it('is logged, and alone goes back to the queue', async () => {
    const handler = queueFunction(async (body) => {
      if (body === 'bad') throw new Fault('RAW_HASH_WRONG', 'x');
    });
    const Records = ['good', 'bad', 'good'].map((body, n) => ({ body, messageId: `m-${n}` }));
    const { batchItemFailures } = await handler({ Records } as never, context);
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm-1' }]);
    expect(logged()).toMatchObject([{ message: 'message failed', messageId: 'm-1' }]);
  });
});

describe('a step that fails', () => {
  const step = (error: unknown) =>
    workflowStep(() => Promise.reject(error))({ run_id: 'run', attempt: 1 }, context).catch((thrown: Fault) => thrown);

  it('is logged with its run, and keeps a fault of ours as it is', async () => {
    const fault = new Fault('SCORES_DISAGREE', 'x');
    expect(await step(fault)).toBe(fault);
    expect(logged()).toMatchObject([{ message: 'step failed', run_id: 'run' }]);
  });

  it.each<[string, unknown, boolean]>([
    ['what the SDK calls worth another try', Object.assign(new Error('slow down'), { $retryable: {} }), true],
    ['an answer of 500', Object.assign(new Error('x'), { $metadata: { httpStatusCode: 503 } }), true],
    ['a broken line', Object.assign(new Error('x'), { code: 'ECONNRESET' }), true],
    ['a refusal', Object.assign(new Error('x'), { $metadata: { httpStatusCode: 403 } }), false],
    ['a mistake of a program', new TypeError('x is not a function'), false],
  ])('says whether another try may mend it: %s', async (_, error, retryable) => {
    expect(await step(error)).toMatchObject({ code: 'STEP_FAILED', retryable, cause: error });
  });
});

describe('readEnvironment', () => {
  it('names together what is missing, at the start and not at the first call', () => {
    process.env.GUARD_THERE = 'x';
    expect(() => readEnvironment('GUARD_THERE', 'GUARD_ONE', 'GUARD_TWO')).toThrow(
      'ENVIRONMENT_MISSING: set GUARD_ONE, GUARD_TWO',
    );
    expect(readEnvironment('GUARD_THERE')).toEqual({ GUARD_THERE: 'x' });
  });
});

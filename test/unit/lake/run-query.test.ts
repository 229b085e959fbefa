import { AthenaClient } from '@aws-sdk/client-athena';
import { afterEach, describe, expect, it } from 'vitest';
import { type Operations, ServiceError, startJsonService } from '../../../infra/local/json-service.ts';
import { runQuery } from '../../../shared/lake/run-query.ts';

// The local Athena runs queries; this is a service that plays what AWS does on a bad day.
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const query = { sql: 'SELECT 1 AS x', parameters: [], workgroup: 'dti', database: 'dti', pollMs: 1 };
const started = { StartQueryExecution: () => ({ QueryExecutionId: 'q' }) };
const ended = (Status: object) => ({ GetQueryExecution: () => ({ QueryExecution: { Status } }) });

async function clientOf(operations: Operations): Promise<AthenaClient> {
  const service = await startJsonService('1.1', operations);
  const client = new AthenaClient({
    endpoint: service.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  closers.push(() => client.destroy(), service.close);
  return client;
}

const refuse = (name: string) => ({
  StartQueryExecution: () => {
    throw new ServiceError(name, 'refused');
  },
});

describe('runQuery', () => {
  it.each([
    ['TooManyRequestsException', 'RetryableFault', 'ATHENA_UNAVAILABLE'],
    ['ThrottlingException', 'RetryableFault', 'ATHENA_UNAVAILABLE'],
    ['InvalidRequestException', 'Fault', 'ATHENA_REFUSED'],
  ])('turns %s into a %s', async (name, fault, code) => {
    await expect(runQuery(await clientOf(refuse(name)), query)).rejects.toMatchObject({ name: fault, code });
  });

  it('tells a failure that Athena calls transient from one of the statement', async () => {
    const failed = { State: 'FAILED', StateChangeReason: 'no capacity' };
    const transient = await clientOf({ ...started, ...ended({ ...failed, AthenaError: { Retryable: true } }) });
    await expect(runQuery(transient, query)).rejects.toMatchObject({ name: 'RetryableFault', code: 'QUERY_FAILED' });
    const lasting = await clientOf({ ...started, ...ended({ ...failed, AthenaError: { Retryable: false } }) });
    await expect(runQuery(lasting, query)).rejects.toMatchObject({
      name: 'Fault',
      code: 'QUERY_FAILED',
      message: expect.stringContaining('no capacity'),
    });
  });

  it('leaves a mistake of a program alone, so that nothing tries it again', async () => {
    const broken = { send: () => Promise.reject(new TypeError('x is not a function')) } as unknown as AthenaClient;
    await expect(runQuery(broken, query)).rejects.toBeInstanceOf(TypeError);
  });

  it('waits through QUEUED and RUNNING', async () => {
    const states = ['QUEUED', 'RUNNING', 'SUCCEEDED'];
    const client = await clientOf({
      ...started,
      GetQueryExecution: () => ({ QueryExecution: { Status: { State: states.shift() } } }),
      GetQueryResults: () => ({
        ResultSet: {
          Rows: [{ Data: [{ VarCharValue: 'x' }] }, { Data: [{ VarCharValue: '1' }] }],
          ResultSetMetadata: { ColumnInfo: [{ Name: 'x', Type: 'bigint' }] },
        },
      }),
    });
    expect(await runQuery(client, query)).toEqual({ columns: ['x'], rows: [['1']] });
    expect(states).toEqual([]);
  });
});

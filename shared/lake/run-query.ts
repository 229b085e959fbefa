import { setTimeout as pause } from 'node:timers/promises';
import {
  AthenaClient,
  GetQueryExecutionCommand,
  type GetQueryResultsCommandOutput,
  paginateGetQueryResults,
  type QueryExecutionStatus,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { Fault, RetryableFault } from '../observability/fault.ts';

export interface Query {
  sql: string;
  /** SQL literals, one per question mark: text carries its own quotes. */
  parameters: string[];
  workgroup: string;
  database: string;
  /** First wait between two looks at the state; it grows. */
  pollMs?: number;
  /** After this long the query is stopped. */
  timeoutMs?: number;
}

export interface QueryResult {
  columns: string[];
  /** Athena's text of each value. */
  rows: (string | null)[][];
}

const longestPauseMs = 2_000;

export const connectAthena = (): AthenaClient => new AthenaClient({});

/** Runs one statement to its end and reads every page. Faults: QUERY_FAILED, QUERY_CANCELLED, QUERY_TIMED_OUT, ATHENA_REFUSED, ATHENA_UNAVAILABLE. */
export async function runQuery(athena: AthenaClient, query: Query): Promise<QueryResult> {
  try {
    const id = await startQuery(athena, query);
    await waitForEnd(athena, id, query);
    return await readResult(athena, id);
  } catch (error) {
    throw error instanceof Fault ? error : platformFault(error);
  }
}

async function startQuery(athena: AthenaClient, query: Query): Promise<string> {
  const started = await athena.send(
    new StartQueryExecutionCommand({
      QueryString: query.sql,
      // An empty list is refused.
      ...(query.parameters.length > 0 ? { ExecutionParameters: query.parameters } : {}),
      WorkGroup: query.workgroup,
      QueryExecutionContext: { Database: query.database },
    }),
  );
  return started.QueryExecutionId!;
}

async function waitForEnd(
  athena: AthenaClient,
  id: string,
  { pollMs = 50, timeoutMs = 120_000 }: Query,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (let wait = pollMs; ; wait = Math.min(wait * 1.5, longestPauseMs)) {
    const answer = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    if (hasSucceeded(id, answer.QueryExecution?.Status)) return;
    if (performance.now() + wait > deadline) return stopLateQuery(athena, id, timeoutMs);
    await pause(wait);
  }
}

function hasSucceeded(id: string, status: QueryExecutionStatus | undefined): boolean {
  if (status?.State === 'CANCELLED') throw new Fault('QUERY_CANCELLED', `query ${id} was stopped by someone else`);
  if (status?.State !== 'FAILED') return status?.State === 'SUCCEEDED';
  const FaultClass = status.AthenaError?.Retryable ? RetryableFault : Fault;
  throw new FaultClass('QUERY_FAILED', `query ${id}: ${status.StateChangeReason ?? 'no reason given'}`);
}

/** Left running it would go on scanning, and be paid for. */
async function stopLateQuery(athena: AthenaClient, id: string, timeoutMs: number): Promise<never> {
  await athena.send(new StopQueryExecutionCommand({ QueryExecutionId: id }));
  throw new RetryableFault('QUERY_TIMED_OUT', `query ${id} was stopped after ${timeoutMs} ms`);
}

async function readResult(athena: AthenaClient, id: string): Promise<QueryResult> {
  const pages: GetQueryResultsCommandOutput[] = [];
  for await (const page of paginateGetQueryResults({ client: athena }, { QueryExecutionId: id })) pages.push(page);
  const columns = pages[0]?.ResultSet?.ResultSetMetadata?.ColumnInfo?.map(({ Name }) => Name!) ?? [];
  const [, ...rows] = pages
    .flatMap((page) => page.ResultSet?.Rows ?? [])
    .map((row) => (row.Data ?? []).map((datum) => datum.VarCharValue ?? null));
  return { columns, rows };
}

const throttled = new Set(['TooManyRequestsException', 'ThrottlingException', 'Throttling', 'RequestLimitExceeded']);

/** What the SDK threw carries `$metadata`; anything else is a mistake in a program, which another try does not mend. */
function platformFault(error: unknown): unknown {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  if ($metadata === undefined) return error;
  const status = $metadata.httpStatusCode;
  // Without a status nothing was answered: the network, or a socket that broke.
  const transient = throttled.has(name) || status === undefined || status >= 500;
  const text = `${name}: ${message}`;
  return transient
    ? new RetryableFault('ATHENA_UNAVAILABLE', text, { cause: error })
    : new Fault('ATHENA_REFUSED', text, { cause: error });
}

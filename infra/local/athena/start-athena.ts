import type { Table } from '../../../shared/lake/tables.ts';
import type { Report } from '../disk-full.ts';
import { ServiceError, startJsonService } from '../json-service.ts';
import type { Listener } from '../listen.ts';
import { openEngine, type QueryEngine } from './engine.ts';
import { type Execution, type ExecutionRequest, Executions } from './executions.ts';
import { fillParameters } from './parameters.ts';
import type { AnswerRow } from './query-answer.ts';
import { type PageRequest, resultCsv, resultPage } from './result-pages.ts';

export interface AthenaOptions {
  /** Folder that holds a bucket's objects, each in a file named by its key. */
  bucketPath(bucket: string): string;
  /** Where a few files of its own may lie, written anew at each start. Not in the temporary folder: a kill would leave them. */
  emptyFolder: string;
  lakeBucket: string;
  tables: Table[];
  database: string;
  putResult(bucket: string, key: string, bytes: Uint8Array): Promise<void>;
  /** Lets a test play a wrong engine: changes the rows of an answer. */
  tamper?: (rows: AnswerRow[], sql: string) => AnswerRow[];
  /** Told of faults of our own; the console by default. */
  report?: Report;
}

interface StartInput {
  QueryString: string;
  ClientRequestToken?: string;
  ExecutionParameters?: string[];
  WorkGroup?: string;
  QueryExecutionContext?: { Database?: string };
  ResultConfiguration?: { OutputLocation?: string };
}

type ById = { QueryExecutionId: string };

/** Athena's own protocol over DuckDB, reading the lake's files where the local S3 server keeps them. */
export async function startAthena(options: AthenaOptions): Promise<Listener> {
  const { lakeBucket, tables, database, emptyFolder } = options;
  const engine = await openEngine({ database, tables, bucketPath: options.bucketPath(lakeBucket), emptyFolder });
  const executions = new Executions({
    engine,
    putResult: (location, answer) => options.putResult(...readLocation(location), resultCsv(answer)),
    tamper: options.tamper ?? ((rows) => rows),
  });
  const operations = {
    StartQueryExecution: async (input: StartInput) => ({
      QueryExecutionId: executions.start(await readRequest(input, engine, options)),
    }),
    GetQueryExecution: ({ QueryExecutionId }: ById) => ({ QueryExecution: describe(executions.get(QueryExecutionId)) }),
    GetQueryResults: (input: ById & PageRequest) => resultPage(answerOf(executions.get(input.QueryExecutionId)), input),
    StopQueryExecution: ({ QueryExecutionId }: ById) => {
      executions.stop(QueryExecutionId);
      return {};
    },
  };
  const listener = await startJsonService('1.1', operations, options.report);
  return {
    url: listener.url,
    close: async () => {
      await listener.close();
      await executions.close();
      await engine.close();
    },
  };
}

async function readRequest(input: StartInput, engine: QueryEngine, options: AthenaOptions): Promise<ExecutionRequest> {
  const sql = fillParameters(input.QueryString, input.ExecutionParameters ?? []);
  await refuseUnreadable(sql, engine);
  return {
    sql,
    text: input.QueryString,
    database: input.QueryExecutionContext?.Database ?? options.database,
    workgroup: input.WorkGroup ?? 'primary',
    outputFolder: input.ResultConfiguration?.OutputLocation ?? `s3://${options.lakeBucket}/athena-results/`,
    token: input.ClientRequestToken ?? null,
  };
}

/** The pipeline only asks; a statement that writes would work here and be refused by its role on AWS. */
async function refuseUnreadable(sql: string, engine: QueryEngine): Promise<void> {
  const refuse = (reason: string) => new ServiceError('InvalidRequestException', reason);
  const count = await engine.parse(sql).catch((error: Error) => {
    throw refuse(error.message);
  });
  if (count !== 1) throw refuse('Only one sql statement is allowed');
  const bare = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '');
  if (!/^\s*(?:SELECT|WITH)\b/i.test(bare)) throw refuse('The local engine answers queries only');
}

function answerOf({ state, answer }: Execution) {
  if (answer) return answer;
  const ended = state === 'FAILED' || state === 'CANCELLED';
  throw new ServiceError(
    'InvalidRequestException',
    ended
      ? `Query did not finish successfully. Final query state: ${state}`
      : `Query has not yet finished. Current state: ${state}`,
  );
}

function describe(execution: Execution) {
  const { id, sql, workgroup, database, state, reason, submittedAt, completedAt, answer } = execution;
  return {
    QueryExecutionId: id,
    Query: sql,
    StatementType: 'DML',
    WorkGroup: workgroup,
    QueryExecutionContext: { Database: database },
    ResultConfiguration: { OutputLocation: execution.outputLocation },
    Status: {
      State: state,
      SubmissionDateTime: submittedAt / 1000,
      ...(completedAt === null ? {} : { CompletionDateTime: completedAt / 1000 }),
      ...(reason === null ? {} : { StateChangeReason: reason }),
      // Category 2: the user's query, which another try does not help.
      ...(state === 'FAILED' ? { AthenaError: { ErrorCategory: 2, Retryable: false, ErrorMessage: reason } } : {}),
    },
    Statistics: {
      TotalExecutionTimeInMillis: (completedAt ?? Date.now()) - submittedAt,
      DataScannedInBytes: answer?.scannedBytes ?? 0,
    },
  };
}

function readLocation(location: string): [bucket: string, key: string] {
  const match = /^s3:\/\/([^/]+)\/(.+)$/.exec(location);
  if (!match) throw new Error(`Not an S3 location: ${location}`);
  return [match[1]!, match[2]!];
}

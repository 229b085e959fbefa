import { randomUUID } from 'node:crypto';
import { ServiceError } from '../json-service.ts';
import type { AnswerRow, QueryAnswer, QueryEngine, RunningQuery } from './engine.ts';

export type ExecutionState = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

export interface Execution {
  id: string;
  state: ExecutionState;
  reason: string | null;
  sql: string;
  database: string;
  workgroup: string;
  outputLocation: string;
  submittedAt: number;
  completedAt: number | null;
  answer: QueryAnswer | null;
}

export interface ExecutionRequest {
  /** With its parameters filled in. */
  sql: string;
  /** As sent, with question marks. */
  text: string;
  database: string;
  workgroup: string;
  /** Folder, `s3://bucket/prefix/`. */
  outputFolder: string;
  token: string | null;
}

export interface ExecutionDeps {
  engine: QueryEngine;
  putResult(location: string, answer: QueryAnswer): Promise<void>;
  tamper(rows: AnswerRow[], sql: string): AnswerRow[];
}

/** Executions of this process by id; a second start with the same token is the first one again. */
export function keepExecutions(deps: ExecutionDeps) {
  const executions = new Map<string, Execution>();
  const tokens = new Map<string, { id: string; fingerprint: string }>();
  const running = new Map<string, RunningQuery>();

  async function run(execution: Execution, sql: string): Promise<void> {
    try {
      const query = await deps.engine.start(sql, execution.database);
      running.set(execution.id, query);
      if (execution.state === 'CANCELLED') query.interrupt();
      else execution.state = 'RUNNING';
      const answer = await query.answer;
      const told = { ...answer, rows: deps.tamper(answer.rows, execution.sql) };
      await deps.putResult(execution.outputLocation, told);
      if (execution.state === 'RUNNING') Object.assign(execution, { state: 'SUCCEEDED', answer: told });
    } catch (error) {
      if (execution.state !== 'CANCELLED')
        Object.assign(execution, { state: 'FAILED', reason: (error as Error).message });
    } finally {
      running.delete(execution.id);
      execution.completedAt ??= Date.now();
    }
  }

  function knownToken({ token, ...request }: ExecutionRequest): string | null {
    const known = token === null ? undefined : tokens.get(token);
    if (!known) return null;
    if (known.fingerprint === JSON.stringify(request)) return known.id;
    throw new ServiceError('InvalidRequestException', 'Idempotent parameters do not match');
  }

  return {
    start({ token, ...request }: ExecutionRequest): string {
      const known = knownToken({ token, ...request });
      if (known) return known;
      const execution = newExecution(request);
      executions.set(execution.id, execution);
      if (token !== null) tokens.set(token, { id: execution.id, fingerprint: JSON.stringify(request) });
      void run(execution, request.sql);
      return execution.id;
    },
    get(id: string): Execution {
      const execution = executions.get(id);
      if (execution) return execution;
      throw new ServiceError('InvalidRequestException', `QueryExecution ${id} was not found`);
    },
    /** One that has ended stays as it is. */
    stop(id: string): void {
      const execution = this.get(id);
      if (execution.state !== 'QUEUED' && execution.state !== 'RUNNING') return;
      Object.assign(execution, { state: 'CANCELLED', reason: 'Query was cancelled by user', completedAt: Date.now() });
      running.get(id)?.interrupt();
    },
    async settle(): Promise<void> {
      const queries = [...running.values()];
      for (const query of queries) query.interrupt();
      await Promise.allSettled(queries.map((query) => query.answer));
    },
  };
}

function newExecution(request: Omit<ExecutionRequest, 'token'>): Execution {
  const id = randomUUID();
  const { text: sql, database, workgroup, outputFolder } = request;
  const outputLocation = `${outputFolder.replace(/\/*$/, '/')}${id}.csv`;
  const pending = { state: 'QUEUED', reason: null, completedAt: null, answer: null } as const;
  return { id, sql, database, workgroup, outputLocation, submittedAt: Date.now(), ...pending };
}

import { randomUUID } from 'node:crypto';
import { ServiceError } from '../json-service.ts';
import type { QueryEngine, RunningQuery, ScannedAnswer } from './engine.ts';
import type { AnswerRow, QueryAnswer } from './query-answer.ts';

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
  answer: ScannedAnswer | null;
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
export class Executions {
  readonly #deps: ExecutionDeps;
  readonly #executions = new Map<string, Execution>();
  readonly #tokens = new Map<string, { id: string; fingerprint: string }>();
  readonly #running = new Map<string, RunningQuery>();

  constructor(deps: ExecutionDeps) {
    this.#deps = deps;
  }

  start({ token, ...request }: ExecutionRequest): string {
    const fingerprint = JSON.stringify(request);
    const known = token === null ? undefined : this.#tokens.get(token);
    if (known?.fingerprint === fingerprint) return known.id;
    if (known) throw new ServiceError('InvalidRequestException', 'Idempotent parameters do not match');
    const execution = newExecution(request);
    this.#executions.set(execution.id, execution);
    if (token !== null) this.#tokens.set(token, { id: execution.id, fingerprint });
    void this.#run(execution, request.sql);
    return execution.id;
  }

  get(id: string): Execution {
    const execution = this.#executions.get(id);
    if (execution) return execution;
    throw new ServiceError('InvalidRequestException', `QueryExecution ${id} was not found`);
  }

  /** One that has ended stays as it is. */
  stop(id: string): void {
    const execution = this.get(id);
    if (execution.state !== 'QUEUED' && execution.state !== 'RUNNING') return;
    Object.assign(execution, { state: 'CANCELLED', reason: 'Query was cancelled by user', completedAt: Date.now() });
    this.#running.get(id)?.interrupt();
  }

  /** Interrupts what still runs and waits for its end. */
  async close(): Promise<void> {
    const queries = [...this.#running.values()];
    for (const query of queries) query.interrupt();
    await Promise.allSettled(queries.map((query) => query.answer));
  }

  async #run(execution: Execution, sql: string): Promise<void> {
    try {
      const answer = await this.#answer(execution, sql);
      await this.#deps.putResult(execution.outputLocation, answer);
      if (execution.state === 'RUNNING') Object.assign(execution, { state: 'SUCCEEDED', answer });
    } catch (error) {
      if (execution.state !== 'CANCELLED')
        Object.assign(execution, { state: 'FAILED', reason: (error as Error).message });
    } finally {
      this.#running.delete(execution.id);
      execution.completedAt ??= Date.now();
    }
  }

  async #answer(execution: Execution, sql: string): Promise<ScannedAnswer> {
    const query = await this.#deps.engine.start(sql, execution.database);
    this.#running.set(execution.id, query);
    if (execution.state === 'CANCELLED') query.interrupt();
    else execution.state = 'RUNNING';
    const answer = await query.answer;
    return { ...answer, rows: this.#deps.tamper(answer.rows, execution.sql) };
  }
}

function newExecution(request: Omit<ExecutionRequest, 'token'>): Execution {
  const id = randomUUID();
  const { text: sql, database, workgroup, outputFolder } = request;
  const outputLocation = `${outputFolder.replace(/\/*$/, '/')}${id}.csv`;
  const pending = { state: 'QUEUED', reason: null, completedAt: null, answer: null } as const;
  return { id, sql, database, workgroup, outputLocation, submittedAt: Date.now(), ...pending };
}

import { randomUUID } from 'node:crypto';
import { ExecutionAbortedError } from 'aws-local-stepfunctions';
import type { Report } from './disk-full.ts';
import { type Execution, type ExecutionFiles, openExecutionFiles } from './execution-files.ts';
import { ServiceError, startJsonService } from './json-service.ts';
import type { Listener } from './listen.ts';
import { localArn, stateMachineArn } from './names.ts';
import type { Workflow } from './workflow-definition.ts';

/** AWS's limit on what one state hands to the next. */
const stateBytes = 256 * 1024;

export type StatePhase = 'enter' | 'exit';

export interface WorkflowOptions {
  workflows: Map<string, Workflow>;
  /** Holds `<name>.json` for each execution. */
  directory: string;
  invoke(functionName: string, input: unknown): Promise<unknown>;
  /** Milliseconds before a retry; the file's intervals are for a cloud service. */
  retryPauses?: number;
  /** Called as a Task's function is about to be invoked and after it answered. */
  onState?: ((workflow: string, state: string, phase: StatePhase) => unknown) | undefined;
  /** Told of faults of our own; the console by default. */
  report?: Report;
}

export interface WorkflowServer extends Listener {
  /** Starts again, from the beginning, every execution a former process left running. */
  recover(): void;
  /** Resolves when no execution is running. */
  idle(): Promise<void>;
}

interface Engine extends WorkflowOptions {
  files: ExecutionFiles;
  /** Executions of this process, by name. */
  live: Map<string, { ended: Promise<void>; abort(): void }>;
  /** Executions on their way to the disk, by name. */
  beginning: Map<string, Promise<void>>;
  closed: boolean;
}

/** Step Functions' StartExecution and DescribeExecution over an interpreter of the same ASL file. */
export async function startWorkflows(options: WorkflowOptions): Promise<WorkflowServer> {
  const engine: Engine = {
    ...options,
    files: await openExecutionFiles(options.directory),
    live: new Map(),
    beginning: new Map(),
    closed: false,
  };
  const operations = {
    StartExecution: (input: StartInput) => startExecution(engine, input),
    DescribeExecution: ({ executionArn }: { executionArn: string }) => describeExecution(engine, executionArn),
  };
  const listener = await startJsonService('1.0', operations, options.report);
  return {
    url: listener.url,
    recover: () => {
      for (const execution of engine.files.all()) if (execution.status === 'RUNNING') run(engine, execution);
    },
    async idle() {
      while (engine.live.size > 0) await Promise.all([...engine.live.values()].map(({ ended }) => ended));
    },
    async close() {
      engine.closed = true;
      for (const { abort } of engine.live.values()) abort();
      await listener.close();
    },
  };
}

interface StartInput {
  stateMachineArn: string;
  name?: string;
  input?: string;
}

async function startExecution(engine: Engine, { stateMachineArn: arn, name = randomUUID(), input = '{}' }: StartInput) {
  const workflow = arn.split(':').at(-1) ?? '';
  if (!engine.workflows.has(workflow)) throw new ServiceError('StateMachineDoesNotExist', arn);
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(name)) throw new ServiceError('InvalidName', name);
  if (!isJson(input)) throw new ServiceError('InvalidExecutionInput', 'input is not JSON');
  const former = engine.files.get(name);
  // As on AWS: the same start again is the same execution only while it runs.
  if (former && (former.status !== 'RUNNING' || former.input !== input))
    throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn(former)}'`);
  const execution = former ?? { workflow, name, status: 'RUNNING', input, started: new Date().toISOString() };
  if (!former) engine.beginning.set(name, begin(engine, execution));
  // A second caller, too, is answered when it is on disk and under way.
  await engine.beginning.get(name);
  return { executionArn: executionArn(execution), startDate: seconds(execution.started) };
}

async function begin(engine: Engine, execution: Execution): Promise<void> {
  try {
    await engine.files.save(execution);
    run(engine, execution);
  } finally {
    engine.beginning.delete(execution.name);
  }
}

function describeExecution({ files }: Engine, arn: string) {
  const execution = files.get(arn.split(':').at(-1) ?? '');
  if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  const { name, status, input, output, error, cause, started, stopped } = execution;
  return {
    executionArn: executionArn(execution),
    stateMachineArn: stateMachineArn(execution.workflow),
    name,
    status,
    input,
    output,
    error,
    cause,
    startDate: seconds(started),
    ...(stopped ? { stopDate: seconds(stopped) } : {}),
  };
}

/** Steps are idempotent, so an execution may be run from its beginning any number of times. */
function run(engine: Engine, execution: Execution): void {
  const { machine, tasks } = engine.workflows.get(execution.workflow)!;
  const states = [...tasks.keys()];
  const handlers = states.map((state) => [state, (input: unknown) => runTask(engine, execution, state, input)]);
  const pauses = states.map((state) => [state, engine.retryPauses ?? 100]);
  const { result, abort } = machine.run(JSON.parse(execution.input), {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(handlers),
      retryIntervalOverrides: Object.fromEntries(pauses),
    },
  });
  const ended = record(engine, execution, result)
    .catch(engine.report ?? console.error)
    .finally(() => engine.live.delete(execution.name));
  engine.live.set(execution.name, { ended, abort });
}

async function runTask(engine: Engine, { workflow }: Execution, state: string, input: unknown): Promise<unknown> {
  // The interpreter goes on to retries and catchers of an execution that was aborted.
  if (engine.closed) throw new ExecutionAbortedError();
  await engine.onState?.(workflow, state, 'enter');
  const output = await engine.invoke(engine.workflows.get(workflow)!.tasks.get(state)!, input);
  if (Buffer.byteLength(JSON.stringify(output)) > stateBytes) throw new DataLimitExceeded(state);
  await engine.onState?.(workflow, state, 'exit');
  return output;
}

class DataLimitExceeded extends Error {
  override readonly name = 'States.DataLimitExceeded';

  constructor(state: string) {
    super(`the answer of state ${state} is over ${stateBytes} bytes`);
  }
}

async function record({ files }: Engine, execution: Execution, result: Promise<unknown>): Promise<void> {
  try {
    const output = JSON.stringify(await result);
    await files.save({ ...execution, status: 'SUCCEEDED', output, stopped: new Date().toISOString() });
  } catch (error) {
    // Ours, at close: it stays RUNNING on disk and goes on at the next start.
    if (error instanceof ExecutionAbortedError) return;
    const { name, message } = ((error as Error).cause ?? error) as Error;
    await files.save({
      ...execution,
      status: 'FAILED',
      error: name,
      cause: message,
      stopped: new Date().toISOString(),
    });
  }
}

const executionArn = ({ workflow, name }: Execution) => localArn('states', `execution:${workflow}:${name}`);
const seconds = (time: string) => Date.parse(time) / 1000;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

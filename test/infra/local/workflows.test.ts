import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished } from 'vitest';
import { InvocationError } from '../../../infra/local/functions.ts';
import { localCredentials, localRegion, stateMachineArn } from '../../../infra/local/names.ts';
import { loadWorkflow, readWorkflow } from '../../../infra/local/workflow-definition.ts';
import { startWorkflows, type WorkflowOptions } from '../../../infra/local/workflows.ts';
import { functions, workflows } from '../../../infra/topology.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const file = workflows[0]!.file;
const text = await readFile(file, 'utf8');
const runPeriod = new Map([['run-period', await loadWorkflow(file)]]);
const steps = [
  'freeze-inputs',
  'compute-scores',
  'check-scores',
  'store-scores',
  'write-reports',
  'write-profiles',
  'seal-release',
  'draw-pages',
  'end-run',
];
/** Of a step: only what the next ones need. */
const answers: Record<string, object> = {
  'write-reports': { profiles: { parts: [0] } },
  'seal-release': { site: { parts: [0] } },
};
const answerOf = (name: string) => answers[name] ?? null;

/** Each step on the execution's input; of a part of the pages with its number, and last with what the reports answered. */
const callsOf = (input: { run_id: string; attempt: number }): [string, unknown][] => {
  const told: Record<string, object> = {
    'write-profiles': { run_id: input.run_id, attempt: input.attempt, part: 0 },
    'seal-release': { ...input, written: answerOf('write-reports') },
    'draw-pages': { run_id: input.run_id, attempt: input.attempt, part: 0 },
    'end-run': { ...input, written: answerOf('write-reports'), sealed: answerOf('seal-release') },
  };
  return steps.map((step) => [step, told[step] ?? input]);
};

async function open(options: Partial<WorkflowOptions> & Pick<WorkflowOptions, 'invoke'>) {
  const directory = options.directory ?? (await temporaryDirectory());
  const server = await startWorkflows({ workflows: runPeriod, directory, retryPauses: 1, ...options });
  const client = new SFNClient({
    endpoint: server.url,
    region: localRegion,
    credentials: localCredentials,
    maxAttempts: 1,
  });
  onTestFinished(async () => {
    client.destroy();
    await server.close();
  });
  return {
    server,
    directory,
    start: (name: string, input: unknown) =>
      client.send(
        new StartExecutionCommand({
          stateMachineArn: stateMachineArn('run-period'),
          name,
          input: JSON.stringify(input),
        }),
      ),
    describe: (executionArn: string) => client.send(new DescribeExecutionCommand({ executionArn })),
  };
}

describe('readWorkflow', () => {
  it('takes the real file, which is valid, and its Task states name the topology’s functions and states', async () => {
    const { tasks } = readWorkflow(text);
    const expected = functions.flatMap(({ name, trigger }) =>
      trigger.kind === 'workflow' ? [[trigger.state, name]] : [],
    );
    expect([...tasks].sort()).toEqual(expected.sort());
  });

  it('refuses a state that leads nowhere, because asl-validator has looked at it', () => {
    expect(() => readWorkflow(text.replace('"Next": "CheckScores"', '"Next": "Nowhere"'))).toThrow(/Nowhere/);
  });

  it.each(['QueryLanguage', 'Assign'])('refuses %s, which the interpreter runs wrongly without a word', (field) => {
    const value = field === 'Assign' ? '{}' : '"JSONata"';
    expect(() => readWorkflow(text.replace('"Type": "Task",', `"Type": "Task", "${field}": ${value},`))).toThrow(field);
  });
});

describe('startWorkflows', () => {
  it('runs the steps in order, each on the execution’s input', async () => {
    const calls: unknown[] = [];
    const { server, start, describe } = await open({
      invoke: async (name, input) => {
        calls.push([name, input]);
        return answerOf(name);
      },
    });
    const { executionArn } = await start('run-1', { run_id: 'r', attempt: 1 });
    await server.idle();
    expect(calls).toEqual(callsOf({ run_id: 'r', attempt: 1 }));
    expect(await describe(executionArn!)).toMatchObject({ status: 'SUCCEEDED', name: 'run-1' });
  });

  it('is one execution for the same name and input while it runs, and refuses another input or a closed one', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let froze = 0;
    const { server, start } = await open({
      invoke: async (name) => {
        if (name === 'freeze-inputs') froze++;
        await gate;
        return answerOf(name);
      },
    });
    const [first, second] = await Promise.all([start('run-1', { attempt: 1 }), start('run-1', { attempt: 1 })]);
    expect(second.executionArn).toBe(first.executionArn);
    await expect(start('run-1', { attempt: 2 })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    go();
    await server.idle();
    expect(froze).toBe(1);
    await expect(start('run-1', { run_id: 'r', attempt: 1 })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('is under way for the second of two callers too, who may be answered first and waits for its end', async () => {
    const ended: string[] = [];
    const { server, start } = await open({
      invoke: async (name) => {
        ended.push(name);
        return answerOf(name);
      },
    });
    const both = [1, 2].map(() => start('run-1', { run_id: 'r', attempt: 1 }));
    await Promise.race(both);
    await server.idle();
    expect(ended).toEqual(steps);
    await Promise.all(both);
  });

  it('retries a RetryableFault as the file says and goes on', async () => {
    let tries = 0;
    const { server, start, describe } = await open({
      invoke: async (name) => {
        if (name === 'compute-scores' && ++tries < 3) throw new InvocationError('RetryableFault', 'throttled');
        return answerOf(name);
      },
    });
    const { executionArn } = await start('run-1', { run_id: 'r', attempt: 1 });
    await server.idle();
    expect([tries, (await describe(executionArn!)).status]).toEqual([3, 'SUCCEEDED']);
  });

  it('hands any other fault to FailRun at once, with its name and cause, and ends as failed', async () => {
    const calls: string[] = [];
    let told: unknown;
    const { server, start, describe } = await open({
      invoke: async (name, input) => {
        calls.push(name);
        if (name === 'check-scores') throw new InvocationError('Fault', 'scores disagree');
        if (name === 'fail-run') told = input;
        return answerOf(name);
      },
    });
    const { executionArn } = await start('run-1', { run_id: 'r' });
    await server.idle();
    expect(calls).toEqual(['freeze-inputs', 'compute-scores', 'check-scores', 'fail-run']);
    expect(told).toMatchObject({
      run_id: 'r',
      failure: { Error: 'Fault', Cause: expect.stringContaining('scores disagree') },
    });
    expect(await describe(executionArn!)).toMatchObject({ status: 'FAILED', error: 'RunFailed' });
  });

  it('fails a state that hands on more than 256 KB, as Step Functions does', async () => {
    let told: unknown;
    const { server, start } = await open({
      invoke: async (name, input) => {
        if (name === 'fail-run') told = input;
        return name === 'freeze-inputs' ? 'x'.repeat(256 * 1024) : null;
      },
    });
    await start('run-1', { run_id: 'r', attempt: 1 });
    await server.idle();
    expect(told).toMatchObject({ failure: { Error: 'States.DataLimitExceeded' } });
  });

  it('starts from the beginning what a former process left running, and leaves what ended alone', async () => {
    let reached = () => {};
    const inCompute = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const cut = { run_id: 'c', attempt: 1 };
    const first = await open({
      invoke: async (name, input) => {
        if (name !== 'compute-scores' || (input as { n: number }).n !== 2) return answerOf(name);
        reached();
        return new Promise(() => {});
      },
    });
    await first.start('done', { run_id: 'r', attempt: 1, n: 1 });
    await first.server.idle();
    const { executionArn } = await first.start('cut', { ...cut, n: 2 });
    await inCompute;
    await first.server.close();

    const calls: unknown[] = [];
    const states: string[] = [];
    const second = await open({
      directory: first.directory,
      invoke: async (name, input) => {
        calls.push([name, input]);
        return answerOf(name);
      },
      onState: (workflow, state, phase) => states.push(`${workflow} ${state} ${phase}`),
    });
    second.server.recover();
    await second.server.idle();
    expect(calls).toEqual(callsOf({ ...cut, ...{ n: 2 } }));
    expect(states.slice(0, 2)).toEqual(['run-period FreezeInputs enter', 'run-period FreezeInputs exit']);
    expect(await second.describe(executionArn!)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('has the execution on disk before it answers, because the caller will count on it', async () => {
    const { directory, start } = await open({ invoke: () => new Promise(() => {}) });
    await start('run-1', { run_id: 'r' });
    const kept = JSON.parse(await readFile(join(directory, 'run-1.json'), 'utf8'));
    expect(kept).toMatchObject({ status: 'RUNNING', input: '{"run_id":"r"}' });
  });

  it('refuses names that are no names, because they become file names', async () => {
    const { start } = await open({ invoke: async () => null });
    await expect(start('../run', {})).rejects.toMatchObject({ name: 'InvalidName' });
  });
});

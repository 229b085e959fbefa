import { describe, expect, it } from 'vitest';
import { startRun } from '../../../functions/start-run/start-run.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { frameworkKey } from '../../../shared/lake/keys.ts';
import { putObject } from '../../../shared/lake/objects.ts';
import { openPeriod } from '../../../shared/score-store/periods.ts';
import { moveRun } from '../../../shared/score-store/runs.ts';
import { recordSubmission } from '../../../shared/score-store/submissions.ts';
import { startTestS3 } from '../../infra/local/s3/start-test-s3.ts';
import { callerWith } from '../../support/callers.ts';
import { openScoreTable, recordOf } from '../../support/score-table.ts';

const runner = callerWith();
const round = { group: 'province34', period: '2024' };
const at = (minutes: number) => new Date(Date.UTC(2026, 9, 5, 8) + minutes * 60_000);

async function openRound() {
  const table = await openScoreTable();
  const { client } = await startTestS3();
  const lake = { client, name: 'lake-bucket' };
  const framework = await loadFramework('dti-province-405');
  await putObject(lake, frameworkKey(framework.sha256), frameworkDocument(framework));
  await openPeriod(table, {
    ...round,
    framework_id: framework.framework_id,
    framework_version: framework.version,
    framework_sha256: framework.sha256,
    opened_by: 'ministry-runner',
    opened_at: at(0).toISOString(),
  });
  await recordSubmission(table, recordOf());
  const started: string[] = [];
  /** Whether the execution of that name has ended by the time it is asked for. */
  const executions = { hasEnded: async (_name: string) => false };
  const startExecution = async (name: string) => {
    started.push(name.slice(-2));
    return !(await executions.hasEnded(name));
  };
  const start = (minutes: number) => startRun(round, runner, { lake, table, now: () => at(minutes), startExecution });
  return { start, started, executions, table };
}

describe('startRun', () => {
  it('takes the next attempt of a run whose execution ended without a word: it timed out, or FailRun failed too', async () => {
    const { start, started, executions } = await openRound();
    expect(await start(0)).toMatchObject({ attempt: 1, started_at: at(0).toISOString() });
    expect(await start(500)).toMatchObject({ attempt: 1, status: 'running' });
    executions.hasEnded = async (name) => name.endsWith('-1');
    const [one, other] = await Promise.all([start(501), start(501)]);
    expect(one).toMatchObject({ attempt: 2, status: 'running', started_at: at(501).toISOString() });
    expect(other).toEqual(one);
    expect(new Set(started)).toEqual(new Set(['-1', '-2']));
  });

  it('believes a run that says how it ended just after it was asked for', async () => {
    const { start, started, executions, table } = await openRound();
    const { run_id } = await start(0);
    executions.hasEnded = () => moveRun(table, run_id, 'ready');
    expect(await start(1)).toMatchObject({ attempt: 1, status: 'ready' });
    expect(started).toEqual(['-1', '-1']);
  });

  it('leaves a run alone that is ready, however old', async () => {
    const { start, started, table } = await openRound();
    const { run_id } = await start(0);
    await moveRun(table, run_id, 'ready');
    expect(await start(500)).toMatchObject({ attempt: 1, status: 'ready' });
    expect(started).toEqual(['-1']);
  });
});

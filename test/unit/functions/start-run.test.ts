import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startRun } from '../../../functions/start-run/start-run.ts';
import { projectRoot } from '../../../infra/bundling.ts';
import { workflows } from '../../../infra/topology.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import type { Caller } from '../../../shared/identity/caller.ts';
import { frameworkKey } from '../../../shared/lake/keys.ts';
import { putObject } from '../../../shared/lake/objects.ts';
import { openPeriod } from '../../../shared/score-store/periods.ts';
import { moveRun, runTimeoutSeconds } from '../../../shared/score-store/runs.ts';
import { recordSubmission } from '../../../shared/score-store/submissions.ts';
import { startTestS3 } from '../../infra/local/s3/start-test-s3.ts';
import { openScoreTable, recordOf } from '../../support/score-table.ts';

const runner: Caller = { subject: 'ministry-runner', role: 'publisher', unit_id: null };
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
  const startExecution = async (name: string) => {
    started.push(name.slice(-2));
  };
  const start = (minutes: number) => startRun(round, runner, { lake, table, now: () => at(minutes), startExecution });
  return { start, started, table };
}

describe('startRun', () => {
  it('takes the next attempt of a run that timed out, whose item nobody could change', async () => {
    const { start, started } = await openRound();
    expect(await start(0)).toMatchObject({ attempt: 1, started_at: at(0).toISOString() });
    expect(await start(89)).toMatchObject({ attempt: 1, status: 'running' });
    expect(await start(91)).toMatchObject({ attempt: 2, status: 'running', started_at: at(91).toISOString() });
    expect(await start(180)).toMatchObject({ attempt: 2 });
    expect(started).toEqual(['-1', '-1', '-2', '-2']);
  });

  it('leaves a run alone that is ready, however old', async () => {
    const { start, started, table } = await openRound();
    const { run_id } = await start(0);
    await moveRun(table, run_id, 'ready');
    expect(await start(500)).toMatchObject({ attempt: 1, status: 'ready' });
    expect(started).toEqual(['-1']);
  });
});

describe('runTimeoutSeconds', () => {
  it('is the time the state machine gives a run', () => {
    const { file } = workflows.find(({ workflow }) => workflow === 'run-period')!;
    expect(JSON.parse(readFileSync(`${projectRoot}${file}`, 'utf8')).TimeoutSeconds).toBe(runTimeoutSeconds);
  });
});

import { describe, expect, it } from 'vitest';
import { writeReports } from '../../../functions/write-reports/write-reports.ts';
import { readPreparedRelease } from '../../../shared/release/run-files.ts';
import { readRun } from '../../../shared/release/runs.ts';
import { openScoredRun, startScoredRun } from '../../support/scored-run.ts';

describe('writeReports', () => {
  it('lays every promised file ready and opens the preview; again it is the same bytes and no other entry', async () => {
    const { deps, runId } = await openScoredRun();
    await writeReports({ run_id: runId, attempt: 1 }, deps);
    const files = await readPreparedRelease(deps.lake, runId);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['manifest.json', 'ranking.xlsx', 'scoreboard.csv', 'scoreboard.json']),
    );
    expect(await readRun(runId, deps)).toMatchObject({ status: 'ready', attempt: 1, failure: null });
    await writeReports({ run_id: runId, attempt: 1 }, deps);
    expect(await readPreparedRelease(deps.lake, runId)).toEqual(files);
  });

  it('opens no preview of a run without scores', async () => {
    const { deps, runId } = await startScoredRun();
    await expect(writeReports({ run_id: runId, attempt: 1 }, deps)).rejects.toMatchObject({ code: 'RUN_FILE_MISSING' });
    expect(await readRun(runId, deps)).toMatchObject({ status: 'running' });
  });
});

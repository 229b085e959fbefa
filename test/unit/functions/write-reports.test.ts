import { describe, expect, it } from 'vitest';
import { openRunPreview } from '../../../functions/end-run/open-run-preview.ts';
import { writeReports } from '../../../functions/write-reports/write-reports.ts';
import { readPreparedRelease } from '../../../shared/release/run-files.ts';
import { readRun } from '../../../shared/release/runs.ts';
import { readSitePlan } from '../../../shared/release/site-plan.ts';
import { openScoredRun, startScoredRun } from '../../support/scored-run.ts';

describe('writeReports', () => {
  it('lays every promised file ready and says into how many parts the pages go; again it is the same bytes', async () => {
    const { deps, runId } = await openScoredRun();
    const { site } = await writeReports({ run_id: runId, attempt: 1 }, { ...deps, extent: 'rankings' });
    expect(site.parts).toEqual(Array.from({ length: (await readSitePlan(deps.lake, runId)).parts }, (_, part) => part));
    expect(site.parts).not.toEqual([]);
    const files = await readPreparedRelease(deps.lake, runId);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['manifest.json', 'ranking.xlsx', 'scoreboard.csv', 'scoreboard.json']),
    );
    await writeReports({ run_id: runId, attempt: 1 }, { ...deps, extent: 'rankings' });
    expect(await readPreparedRelease(deps.lake, runId)).toEqual(files);
  });

  it('leaves alone what is previewed: newer code might make other bytes of it', async () => {
    const { deps, runId } = await openScoredRun();
    await writeReports({ run_id: runId, attempt: 1 }, { ...deps, extent: 'rankings' });
    await openRunPreview({ run_id: runId, attempt: 1 }, deps);
    expect(await readRun(runId, deps)).toMatchObject({ status: 'ready', attempt: 1, failure: null });
    expect(await writeReports({ run_id: runId, attempt: 1 }, { ...deps, extent: 'rankings' })).toEqual({
      site: { parts: [] },
    });
  });

  it('lays nothing ready of a run without scores', async () => {
    const { deps, runId } = await startScoredRun();
    await expect(writeReports({ run_id: runId, attempt: 1 }, { ...deps, extent: 'rankings' })).rejects.toMatchObject({
      code: 'RUN_FILE_MISSING',
    });
    expect(await readRun(runId, deps)).toMatchObject({ status: 'running' });
  });
});

import { describe, expect, it } from 'vitest';
import { openRunPreview } from '../../../functions/end-run/open-run-preview.ts';
import { sealRelease } from '../../../functions/seal-release/seal-release.ts';
import { writeProfiles } from '../../../functions/write-profiles/write-profiles.ts';
import { writeReports } from '../../../functions/write-reports/write-reports.ts';
import { preparedKey } from '../../../shared/lake/keys.ts';
import { getObject, putObject } from '../../../shared/lake/objects.ts';
import { buildRelease } from '../../../shared/release/build-release.ts';
import { inputFilesOf } from '../../../shared/release/frozen-inputs.ts';
import { readReportPlan } from '../../../shared/release/report-plan.ts';
import { readPreparedRelease, readScores } from '../../../shared/release/run-files.ts';
import { readRun } from '../../../shared/release/runs.ts';
import { readSitePlan } from '../../../shared/release/site-plan.ts';
import { writeReleaseWorkbooks } from '../../../shared/workbook/release-workbooks.ts';
import { layReady } from '../../support/lay-ready.ts';
import { openScoredRun, startScoredRun } from '../../support/scored-run.ts';

const attempt = 1;

describe('write-reports, write-profiles, seal-release', () => {
  it('lay ready, step by step and again, the very bytes that verify makes in one process', async () => {
    const { deps, runId } = await openScoredRun();
    const frozen = async () => (await getObject(deps.lake, preparedKey(runId, 'inputs/population.json')))!.versionId;
    const before = await frozen();
    const { site } = await layReady(runId, deps);
    // Not written again: the run tells by it when its inputs were frozen.
    expect(before).toBeTruthy();
    expect(await frozen()).toBe(before);
    expect(site.parts).toEqual(Array.from({ length: (await readSitePlan(deps.lake, runId)).parts }, (_, part) => part));
    expect(site.parts).not.toEqual([]);
    const files = await readPreparedRelease(deps.lake, runId);
    const { release } = (await readRun(runId, deps))!;
    const scores = await readScores(deps.lake, runId);
    expect(files).toEqual(
      await buildRelease({ release, inputFiles: inputFilesOf(files), scores }, writeReleaseWorkbooks),
    );
    await layReady(runId, deps);
    expect(await readPreparedRelease(deps.lake, runId)).toEqual(files);
  });

  it('seal nothing while the profile of a unit is missing, and leave out what nobody planned', async () => {
    const { deps, runId } = await openScoredRun();
    await putObject(deps.lake, preparedKey(runId, 'units/nobody.xlsx'), 'of other code');
    const { profiles } = await writeReports({ run_id: runId, attempt }, deps);
    const seal = () => sealRelease({ run_id: runId, attempt }, { ...deps, extent: 'rankings' });
    await expect(seal()).rejects.toMatchObject({ code: 'RUN_FILE_MISSING' });
    for (const part of profiles.parts) await writeProfiles({ run_id: runId, part }, deps);
    await seal();
    const planned = (await readReportPlan(deps.lake, runId)).parts.flat().map((unitId) => `units/${unitId}.xlsx`);
    const sealed = [...(await readPreparedRelease(deps.lake, runId)).keys()];
    expect(sealed.filter((path) => path.startsWith('units/')).sort()).toEqual(planned.sort());
  });

  it('leave alone what is previewed: newer code might make other bytes of it', async () => {
    const { deps, runId } = await openScoredRun();
    await layReady(runId, deps);
    await openRunPreview({ run_id: runId, attempt }, deps);
    expect(await readRun(runId, deps)).toMatchObject({ status: 'ready', attempt, failure: null });
    expect(await writeReports({ run_id: runId, attempt }, deps)).toEqual({ profiles: { parts: [] } });
    expect(await sealRelease({ run_id: runId, attempt }, { ...deps, extent: 'rankings' })).toEqual({
      site: { parts: [] },
    });
  });

  it('lay nothing ready of a run without scores', async () => {
    const { deps, runId } = await startScoredRun();
    await expect(writeReports({ run_id: runId, attempt }, deps)).rejects.toMatchObject({ code: 'RUN_FILE_MISSING' });
    expect(await readRun(runId, deps)).toMatchObject({ status: 'running' });
  });
});

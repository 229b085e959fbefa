import { describe, expect, it } from 'vitest';
import { computeScores } from '../../../functions/compute-scores/compute-scores.ts';
import { freezeInputs } from '../../../functions/freeze-inputs/freeze-inputs.ts';
import { readScores } from '../../../shared/release/run-files.ts';
import { threeUnits } from '../../support/round-workbooks.ts';
import { startScoredRun } from '../../support/scored-run.ts';

describe('computeScores', () => {
  it('keeps the scores of the frozen inputs, the same at every try', async () => {
    const { deps, runId } = await startScoredRun();
    await freezeInputs(runId, deps);
    await computeScores(runId, deps);
    const scores = await readScores(deps.lake, runId);
    const totals = scores.measure_scores.filter(({ measure }) => measure === 'dti');
    expect(totals.filter(({ rank }) => rank !== null).map(({ unit_id, rank }) => [unit_id, rank])).toEqual(
      threeUnits.map((unitId, place) => [unitId, 3 - place]),
    );
    await computeScores(runId, deps);
    expect(await readScores(deps.lake, runId)).toEqual(scores);
  });

  it('stops where nothing is frozen', async () => {
    const { deps, runId } = await startScoredRun();
    await expect(computeScores(runId, deps)).rejects.toMatchObject({ code: 'RUN_FILE_MISSING' });
  });

  it('stops where an answer of the engine lacks a column: a misread score is no score', async () => {
    const { deps, runId } = await startScoredRun();
    await freezeInputs(runId, deps);
    const query: typeof deps.query = async (...statement) => {
      const { columns, rows } = await deps.query(...statement);
      return { columns: columns.map((column) => (column === 'unit_count' ? 'units' : column)), rows };
    };
    await expect(computeScores(runId, { ...deps, query })).rejects.toMatchObject({ code: 'ROW_MISFIT' });
  });
});

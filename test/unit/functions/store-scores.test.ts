import { describe, expect, it } from 'vitest';
import { storeScores } from '../../../functions/store-scores/store-scores.ts';
import { readScoreboard } from '../../../shared/score-store/scores.ts';
import { threeUnits } from '../../support/round-workbooks.ts';
import { openScoredRun, startScoredRun } from '../../support/scored-run.ts';

describe('storeScores', () => {
  it('stores the whole scoreboard under the run, the same at every try', async () => {
    const { deps, runId } = await openScoredRun();
    expect(await readScoreboard(deps.table, runId)).toBeNull();
    await storeScores(runId, deps);
    const stored = await readScoreboard(deps.table, runId);
    expect(stored).toMatchObject({ release: 'dti/province34/2024/r1' });
    expect(stored!.units).toHaveLength(34);
    expect(stored!.units.slice(0, 3).map(({ unit_id, rank }) => [unit_id, rank])).toEqual(
      threeUnits.toReversed().map((unitId, place) => [unitId, place + 1]),
    );
    await storeScores(runId, deps);
    expect(await readScoreboard(deps.table, runId)).toEqual(stored);
  });

  it('stops, and stores nothing, where nothing was scored', async () => {
    const { deps, runId } = await startScoredRun();
    await expect(storeScores(runId, deps)).rejects.toMatchObject({ code: 'RUN_FILE_MISSING' });
    expect(await readScoreboard(deps.table, runId)).toBeNull();
  });
});

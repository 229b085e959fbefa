import { describe, expect, it } from 'vitest';
import { checkScores } from '../../../functions/check-scores/check-scores.ts';
import { tableKey } from '../../../shared/lake/keys.ts';
import { getObject } from '../../../shared/lake/objects.ts';
import { putTable } from '../../../shared/lake/put-table.ts';
import type { Table } from '../../../shared/lake/tables.ts';
import { readTable, type TableRow } from '../../../shared/lake/write-parquet.ts';
import { readScores, writeScores } from '../../../shared/release/run-files.ts';
import { scoredTables } from '../../../shared/scoring/sql/output-tables.ts';
import { openScoredRun } from '../../support/scored-run.ts';

const measureScores: Table = scoredTables.find(({ table }) => table === 'measure_scores')!;

type ScoredRun = Awaited<ReturnType<typeof openScoredRun>>;

/** The table that the SQL checks read, with a change; the document that the other scorer is compared with stays. */
async function changeTable({ deps: { lake }, runId }: ScoredRun, change: (row: TableRow) => TableRow): Promise<void> {
  const stored = await getObject(lake, tableKey(measureScores.table, runId));
  const rows = await readTable(measureScores, stored!.bytes);
  await putTable(lake)(measureScores, runId, rows.map(change));
}

describe('checkScores: each of two refusals alone', () => {
  it('lets pass what the SQL checks and the other scorer have nothing to say of', async () => {
    const { deps, runId } = await openScoredRun();
    await expect(checkScores(runId, deps)).resolves.toBeUndefined();
  });

  it('is refused by the other scorer where every check of the SQL is silent', async () => {
    const { deps, runId } = await openScoredRun();
    const scores = await readScores(deps.lake, runId);
    const [first, ...rest] = scores.measure_scores;
    const measure_scores = [{ ...first!, value: '0.1234' }, ...rest];
    await writeScores(deps.lake, runId, { ...scores, measure_scores });
    await expect(checkScores(runId, deps)).rejects.toMatchObject({
      ...{ code: 'SCORES_DISAGREE', retryable: false },
      message: expect.stringContaining('measure_scores row 1: SQL'),
    });
  });

  it('is refused by the SQL checks where the other scorer agrees', async () => {
    const run = await openScoredRun();
    await changeTable(run, (row) => (row.rank === null ? row : { ...row, rank: 1n }));
    await expect(checkScores(run.runId, run.deps)).rejects.toMatchObject({
      ...{ code: 'SCORES_CHECK_FAILED', retryable: false },
      message: expect.stringContaining('ranks_proper'),
    });
  });

  it('stops where a check answers in columns that it should not have: its silence would be no silence', async () => {
    const { deps, runId } = await openScoredRun();
    const query = async () => ({ columns: ['severity'], rows: [['fail']] });
    await expect(checkScores(runId, { ...deps, query })).rejects.toMatchObject({ code: 'ANSWER_MISFIT' });
  });
});

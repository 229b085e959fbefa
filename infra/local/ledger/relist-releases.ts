import type { LedgerDeps } from '../../../shared/ledger/append.ts';
import { readPeriodRows } from '../../../shared/ledger/period-list.ts';
import { Fault } from '../../../shared/observability/fault.ts';
import { listRelease } from '../../../shared/score-store/listed-releases.ts';
import { readReleases } from '../../../shared/score-store/releases.ts';
import { readScoreHeader } from '../../../shared/score-store/scores.ts';

/** Puts every release that is out into the public's list again, also those that older code published; answers how many. */
export async function relistReleases({ table }: Pick<LedgerDeps, 'table'>): Promise<number> {
  let listed = 0;
  for (const { group, period, release } of await readPeriodRows(table)) {
    const index = release?.split('/')[0];
    if (index === undefined) continue;
    for (const one of await readReleases(table, { index, group, period })) {
      if (!one.published) continue;
      const header = await readScoreHeader(table, one.run_id);
      if (!header) throw new Fault('SCORES_GONE', `no scores are stored for ${one.release}`);
      await listRelease(table, one, header);
      listed++;
    }
  }
  return listed;
}

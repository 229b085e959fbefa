import type { LedgerDeps } from '../../../shared/ledger/append.ts';
import { readPeriodRows } from '../../../shared/ledger/period-list.ts';
import { listPublicly } from '../../../shared/score-store/listed-releases.ts';
import { readReleases } from '../../../shared/score-store/releases.ts';

/** Puts every release that is out into the public's list again, also those that older code published; answers how many. */
export async function relistReleases({ table }: Pick<LedgerDeps, 'table'>): Promise<number> {
  let listed = 0;
  for (const { group, period, release } of await readPeriodRows(table)) {
    const index = release?.split('/')[0];
    if (index === undefined) continue;
    for (const one of await readReleases(table, { index, group, period })) {
      if (!one.published) continue;
      await listPublicly(table, one);
      listed++;
    }
  }
  return listed;
}

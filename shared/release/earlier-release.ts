import type { LedgerDeps } from '../ledger/append.ts';
import type { PeriodOf } from '../ledger/chain.ts';
import type { ReleaseState } from '../ledger/fold-period.ts';
import { readWholePeriod } from '../ledger/read-ledger.ts';
import { comparePeriodEnds, parsePeriod } from '../periods/period.ts';
import { readCurrentPeriods } from '../score-store/releases.ts';
import { readScoreHeader, type ScoreboardHeader } from '../score-store/scores.ts';

export interface EarlierRelease {
  release: ReleaseState & PeriodOf;
  header: ScoreboardHeader;
}

type Before = { index: string; group: string; period: string };
type Accept = (header: ScoreboardHeader) => boolean;

/** The newest release of the latest earlier period of the group that is accepted; null: there is none. */
export async function findEarlierRelease(of: Before, accept: Accept, deps: LedgerDeps): Promise<EarlierRelease | null> {
  return (await listEarlierReleases({ ...of, most: 1 }, accept, deps))[0] ?? null;
}

/**
 * The newest release of each earlier period of the group that is accepted, latest first, `most` at most. The score store
 * says which periods have one, and the period's own chain which it is: what another release is made from is not taken from
 * an item that can be overwritten.
 */
export async function listEarlierReleases(
  { index, group, period, most }: Before & { most: number },
  accept: Accept,
  { table, ledger }: LedgerDeps,
): Promise<EarlierRelease[]> {
  const now = parsePeriod(period);
  const periods = (await readCurrentPeriods(table, index, group)).map(parsePeriod);
  const earlier = periods.filter((one) => comparePeriodEnds(one, now) < 0).sort(comparePeriodEnds);
  const found: EarlierRelease[] = [];
  for (const one of earlier.reverse()) {
    if (found.length === most) break;
    const of = { group, period: one.period };
    const release = (await readWholePeriod(ledger, of))?.releases.at(-1);
    const header = release && (await readScoreHeader(table, release.run_id));
    if (header && accept(header)) found.push({ release: { ...release, ...of }, header });
  }
  return found;
}

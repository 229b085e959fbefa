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

/**
 * The newest release of the latest earlier period of the group that is accepted; null: there is none. The score store says
 * which periods have one, and the period's own chain which it is: what another release is made from is not taken from an
 * item that can be overwritten.
 */
export async function findEarlierRelease(
  { index, group, period }: { index: string; group: string; period: string },
  accept: (header: ScoreboardHeader) => boolean,
  { table, ledger }: LedgerDeps,
): Promise<EarlierRelease | null> {
  const now = parsePeriod(period);
  const periods = (await readCurrentPeriods(table, index, group)).map(parsePeriod);
  const earlier = periods.filter((one) => comparePeriodEnds(one, now) < 0).sort(comparePeriodEnds);
  for (const one of earlier.reverse()) {
    const of = { group, period: one.period };
    const release = (await readWholePeriod(ledger, of))?.releases.at(-1);
    const header = release && (await readScoreHeader(table, release.run_id));
    if (header && accept(header)) return { release: { ...release, ...of }, header };
  }
  return null;
}

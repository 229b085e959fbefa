import { comparePeriodEnds, parsePeriod } from '../periods/period.ts';
import { type Release, readCurrentPeriods, readCurrentRelease } from '../score-store/releases.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { readScoreHeader, type ScoreboardHeader } from '../score-store/scores.ts';

export interface EarlierRelease {
  release: Release;
  header: ScoreboardHeader;
}

/** The current release of the latest earlier period of the group that is accepted; null: there is none. */
export async function findEarlierRelease(
  { index, group, period }: { index: string; group: string; period: string },
  accept: (header: ScoreboardHeader) => boolean,
  table: ScoreTable,
): Promise<EarlierRelease | null> {
  const now = parsePeriod(period);
  const periods = (await readCurrentPeriods(table, index, group)).map(parsePeriod);
  const earlier = periods.filter((one) => comparePeriodEnds(one, now) < 0).sort(comparePeriodEnds);
  for (const one of earlier.reverse()) {
    const release = await readCurrentRelease(table, { index, group, period: one.period });
    const header = release && (await readScoreHeader(table, release.run_id));
    if (header && accept(header)) return { release, header };
  }
  return null;
}

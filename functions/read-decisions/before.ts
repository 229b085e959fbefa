import type { Framework } from '../../shared/frameworks/framework.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { findPrevious } from '../../shared/release/previous-release.ts';
import { readScores } from '../../shared/release/run-files.ts';
import { type ReleasedFigures, readReleasedRound } from '../../shared/submission/released-figures.ts';
import { canonicalDecimal } from '../../shared/submission/values/decimal-text.ts';
import { keptInMemory } from './kept-in-memory.ts';
import type { ReadDecisionsDeps } from './queue-round.ts';

/** What a unit declared, by input, and what it got for an indicator in the last release that can be compared. */
export type Before = (
  unitId: string,
  indicator: string,
) => Promise<{ figures: ReadonlyMap<string, string>; points: string | null }>;

const pointsOf = keptInMemory<ReadonlyMap<string, string>>(4);

/** The release is looked for once; then each unit costs its own figures. */
export async function readBefore(of: PeriodOf, framework: Framework, deps: ReadDecisionsDeps): Promise<Before> {
  const released = await readReleasedRound(of, framework, deps);
  const points = await readPoints(of, framework, deps);
  const known = new Map<string, Promise<ReleasedFigures | null>>();
  return async (unitId, indicator) => {
    const declared = known.get(unitId) ?? released(unitId);
    known.set(unitId, declared);
    const own = (await declared)?.observations.filter((one) => one.indicator === indicator) ?? [];
    return {
      figures: new Map(own.map(({ input, value }) => [input, value])),
      points: points.get(`${unitId}#${indicator}`) ?? null,
    };
  };
}

/** Points out of another maximum say nothing of these. */
async function readPoints(
  of: PeriodOf,
  framework: Framework,
  deps: ReadDecisionsDeps,
): Promise<ReadonlyMap<string, string>> {
  const previous = await findPrevious({ index: framework.index, ...of }, framework, deps);
  if (previous?.framework_sha256 !== framework.sha256) return new Map();
  return pointsOf(deps.lake, previous.run_id, async () => {
    const { indicator_points } = await readScores(deps.lake, previous.run_id);
    const counted = indicator_points.filter(({ points }) => points !== null);
    return new Map(counted.map((row) => [`${row.unit_id}#${row.indicator}`, canonicalDecimal(row.points!)]));
  });
}

import type { Framework } from '../frameworks/framework.ts';
import type { Bucket } from '../lake/objects.ts';
import { parsePeriod } from '../periods/period.ts';
import { findEarlierRelease } from '../release/earlier-release.ts';
import type { Release } from '../score-store/releases.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { readUnitScore, type ScoreboardHeader } from '../score-store/scores.ts';
import { readSubmission } from '../score-store/submissions.ts';
import type { PreviousFigure } from './figure.ts';
import { readChecked } from './read-checked.ts';
import type { Observation } from './submission.ts';

export interface UnitPeriod {
  group: string;
  period: string;
  unit_id: string;
}

export interface ReleasedFigures {
  /** `dti/province34/2024/r1` */
  release: string;
  observations: Observation[];
}

interface Deps {
  lake: Bucket;
  table: ScoreTable;
}

/**
 * What a unit declared for the last current release of an earlier period, of the same group and by the same framework:
 * figures of another one would be compared with what they are not. Of a year, an earlier year: a quarter is a part of it.
 * Null: there is none.
 */
export async function readReleasedFigures(
  of: UnitPeriod,
  framework: Framework,
  { lake, table }: Deps,
): Promise<ReleasedFigures | null> {
  const release = await findLastRelease(of, framework, table);
  if (!release) return null;
  const score = await readUnitScore(table, release.run_id, of.unit_id);
  if (!score?.submission_sha256) return null;
  const { group, period } = release;
  const record = await readSubmission(table, { group, period, unit_id: of.unit_id, sha256: score.submission_sha256 });
  if (!record) return null;
  const { observations } = await readChecked(lake, record);
  return { release: release.release, observations };
}

/** The same for the rule on jumps; a file that names no unit has no past. */
export async function previousFigures(
  of: Omit<UnitPeriod, 'unit_id'> & { unit_id: string | null },
  framework: Framework,
  deps: Deps,
): Promise<PreviousFigure[]> {
  const { unit_id } = of;
  const released = unit_id === null ? null : await readReleasedFigures({ ...of, unit_id }, framework, deps);
  if (!released) return [];
  const { release, observations } = released;
  return observations.map(({ indicator, input, value }) => ({ indicator, input, value, release }));
}

/** The current release of the last period before this one, for a year the last year, that was computed by the same framework. */
async function findLastRelease(
  { group, period }: Omit<UnitPeriod, 'unit_id'>,
  { index, framework_id }: Framework,
  table: ScoreTable,
): Promise<Release | null> {
  const isYear = (one: string) => parsePeriod(one).quarter === null;
  const isSame = (header: ScoreboardHeader) =>
    header.framework.framework_id === framework_id && (isYear(header.period) || !isYear(period));
  return (await findEarlierRelease({ index, group, period }, isSame, table))?.release ?? null;
}

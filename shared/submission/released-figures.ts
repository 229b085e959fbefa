import type { Framework } from '../frameworks/framework.ts';
import { yearBeforeInput } from '../frameworks/rules.ts';
import type { Bucket } from '../lake/objects.ts';
import type { PeriodOf } from '../ledger/chain.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { parsePeriod } from '../periods/period.ts';
import { type EarlierRelease, findEarlierRelease } from '../release/earlier-release.ts';
import { readSelection } from '../release/run-files.ts';
import type { Selection } from '../release/selection.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import type { ScoreboardHeader } from '../score-store/scores.ts';
import type { PreviousFigure } from './figure.ts';
import { readFigures } from './figures-document.ts';
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

export interface Deps {
  lake: Bucket;
  table: ScoreTable;
  ledger: Ledger;
}

/**
 * What a unit declared for the last current release of an earlier period, of the same group and by the same framework:
 * figures of another one would be compared with what they are not. Of a year, an earlier year: a quarter is a part of it.
 * Without what growth was measured against then, which was of another time. Null: there is none.
 */
export async function readReleasedFigures(
  of: UnitPeriod,
  framework: Framework,
  deps: Deps,
): Promise<ReleasedFigures | null> {
  return (await readReleasedRound(of, framework, deps))(of.unit_id);
}

/** The same of any unit of the group, after the release was looked for once. */
export async function readReleasedRound(
  of: Omit<UnitPeriod, 'unit_id'>,
  framework: Framework,
  deps: Deps,
): Promise<(unitId: string) => Promise<ReleasedFigures | null>> {
  const release = await findLastRelease(of, framework, deps);
  if (!release) return async () => null;
  const selection = await readSelection(deps.lake, release.run_id);
  const apart = sumsOfYear(of.period, release.period, framework);
  return async (unitId) => {
    const declared = await readSelected(selection, release, unitId, deps);
    const observations = declared?.filter(
      ({ indicator, input }) => input !== yearBeforeInput && !apart.includes(indicator),
    );
    return observations ? { release: release.release, observations } : null;
  };
}

/** Indicators of which a year's figure is four times a quarter's: it says nothing of a quarter. */
const sumsOfYear = (period: string, released: string, { indicators }: Framework): string[] =>
  isYear(released) && !isYear(period)
    ? indicators.filter(({ annual }) => annual === 'sum').map(({ indicator }) => indicator)
    : [];

/** What a unit declared of what counted in a release; null: it has no part in it. */
export const readDeclaredFor = async (
  release: EarlierRelease['release'],
  unitId: string,
  deps: Deps,
): Promise<Observation[] | null> => readSelected(await readSelection(deps.lake, release.run_id), release, unitId, deps);

async function readSelected(
  { submissions }: Pick<Selection, 'submissions'>,
  { group, period }: PeriodOf,
  unit_id: string,
  { lake }: Deps,
): Promise<Observation[] | null> {
  const selected = submissions.find((one) => one.unit_id === unit_id);
  return selected ? (await readFigures(lake, { group, period, unit_id }, selected.figures_sha256)).observations : null;
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

const isYear = (period: string) => parsePeriod(period).quarter === null;

/** The current release of the last period before this one, for a year the last year, that was computed by the same framework. */
async function findLastRelease(
  { group, period }: Omit<UnitPeriod, 'unit_id'>,
  { index, framework_id }: Framework,
  deps: Deps,
): Promise<EarlierRelease['release'] | null> {
  const isSame = (header: ScoreboardHeader) =>
    header.framework.framework_id === framework_id && (isYear(header.period) || !isYear(period));
  return (await findEarlierRelease({ index, group, period }, isSame, deps))?.release ?? null;
}

import type { Framework } from '../frameworks/framework.ts';
import { yearBeforeInput } from '../frameworks/rules.ts';
import { parsePeriod, periodVi, yearBefore } from '../periods/period.ts';
import { findEarlierRelease } from '../release/earlier-release.ts';
import { releaseLabelVi } from '../release/release-name.ts';
import { readAcceptedFigures } from './accepted-figures.ts';
import type { YearBeforeFigure } from './figure.ts';
import { type Deps, readDeclaredFor, type UnitPeriod } from './released-figures.ts';
import type { Observation } from './submission.ts';

/**
 * What growth is measured against, as the unit itself declared it for the same period of the year before, by the same
 * framework: in the current release, else in its accepted submission. Empty where it declared nothing then.
 */
export async function yearBeforeFigures(
  of: Omit<UnitPeriod, 'unit_id'> & { unit_id: string | null },
  framework: Framework,
  deps: Deps,
): Promise<YearBeforeFigure[]> {
  const { unit_id } = of;
  const growing = new Set(framework.indicators.filter(({ rule }) => rule === 'growth').map((one) => one.indicator));
  if (unit_id === null || growing.size === 0) return [];
  const known = await readThen({ ...of, unit_id }, framework, deps);
  return known
    ? known.observations
        .filter(({ indicator, input }) => growing.has(indicator) && input === 'value')
        .map(({ indicator, value }) => ({ indicator, input: yearBeforeInput, value, ...known.source }))
    : [];
}

interface KnownThen {
  observations: Pick<Observation, 'indicator' | 'input' | 'value'>[];
  source: Pick<YearBeforeFigure, 'source_vi' | 'source_en'>;
}

async function readThen(of: UnitPeriod, framework: Framework, deps: Deps): Promise<KnownThen | null> {
  const period = yearBefore(parsePeriod(of.period));
  const { index, framework_id } = framework;
  const found = await findEarlierRelease(
    { ...of, index },
    (header) => header.period === period && header.framework.framework_id === framework_id,
    deps,
  );
  const declared = found && (await readDeclaredFor(found.release, of.unit_id, deps));
  if (declared) {
    const { release } = found.release;
    return {
      observations: declared,
      source: { source_vi: `Đợt công bố ${releaseLabelVi(release)}`, source_en: `release ${release}` },
    };
  }
  const accepted = await readAcceptedFigures({ ...of, period }, framework, deps);
  if (!accepted) return null;
  const source_vi = `Số liệu đã tiếp nhận của ${periodVi(accepted.period)}`;
  return {
    observations: accepted.observations,
    source: { source_vi, source_en: `the figures accepted for ${period}` },
  };
}

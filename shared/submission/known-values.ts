import { dayInVietnam, formatDate } from '../format/format-date.ts';
import type { Framework } from '../frameworks/framework.ts';
import type { Bucket } from '../lake/objects.ts';
import type { LedgerDeps } from '../ledger/append.ts';
import type { Receipt } from '../ledger/fold-unit.ts';
import { releaseLabelVi } from '../release/release-name.ts';
import { readNewestFigures, readQuarterFigures } from './accepted-figures.ts';
import { annualValues } from './annual-values.ts';
import { shownEvidence } from './evidence/evidence-of-cell.ts';
import type { FilledInput } from './form/form-spec.ts';
import { type ReleasedFigures, readReleasedFigures, type UnitPeriod } from './released-figures.ts';
import type { Observation } from './submission.ts';
import { yearBeforeFigures } from './year-before-figures.ts';

/**
 * What a unit need not declare twice: what stands in its newest accepted submission of the period, else what it declared
 * a year before for a growth to be measured against, else, of a year, what its quarters come to, else what it declared for
 * the last release. Each value says where it is from, and from when.
 */
export async function readKnownValues(
  of: UnitPeriod,
  framework: Framework,
  deps: LedgerDeps & { lake: Bucket },
): Promise<FilledInput[]> {
  const released = await readReleasedFigures(of, framework, deps);
  const newest = await readNewestFigures(of, deps);
  const own = newest ? newest.observations.map(fromReceipt(newest.receipt)) : [];
  const quarters = annualValues(framework, await readQuarterFigures(of, framework, deps));
  const then = (await yearBeforeFigures(of, framework, deps)).map(({ source_en, ...filled }): FilledInput => filled);
  const values = [...(released ? fromRelease(released) : []), ...quarters, ...then, ...own];
  return [...new Map(values.map((value) => [`${value.indicator}/${value.input}`, value])).values()];
}

/** The figure alone: last period's evidence proves nothing of this one. */
const fromRelease = ({ release, observations }: ReleasedFigures): FilledInput[] =>
  observations.map(({ indicator, input, value }) => ({
    indicator,
    input,
    value,
    source_vi: `Đợt công bố ${releaseLabelVi(release)}`,
  }));

const fromReceipt =
  ({ format, at }: Receipt) =>
  ({ indicator, input, value, note, ...kept }: Observation): FilledInput => {
    const evidence = shownEvidence(kept);
    const what = format === 'xlsx' ? 'Biểu mẫu' : 'Số liệu';
    return {
      indicator,
      input,
      value,
      ...(evidence === null ? {} : { evidence }),
      ...(note === null ? {} : { note }),
      source_vi: `${what} đã tiếp nhận ngày ${formatDate(dayInVietnam(at))}`,
    };
  };

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
import { type InputCodes, keyOf } from './input-key.ts';
import { type ReleasedFigures, readReleasedFigures, type UnitPeriod } from './released-figures.ts';
import type { Observation } from './submission.ts';
import { yearBeforeFigures } from './year-before-figures.ts';

type Deps = LedgerDeps & { lake: Bucket };

/**
 * What a unit need not declare twice: what stands in its newest accepted submission of the period, else what is known of
 * it from before. Each value says where it is from, and from when.
 */
export async function readKnownValues(of: UnitPeriod, framework: Framework, deps: Deps): Promise<FilledInput[]> {
  const newest = await readNewestFigures(of, deps);
  const own = newest ? newest.observations.map(fromReceipt(newest.receipt)) : [];
  const earlier = await readEarlierValues(of, framework, deps);
  return byInput([...earlier.map(({ source_en, ...filled }): FilledInput => filled), ...own]);
}

/** A value of an earlier time, and where it stands. */
export interface EarlierValue extends InputCodes {
  /** Canonical decimal. */
  value: string;
  source_vi: string;
  source_en: string;
}

/**
 * What is known of a unit from before the period: what it declared a year before for a growth to be measured against, else,
 * of a year, what its quarters come to, else what it declared for the last release.
 */
export async function readEarlierValues(of: UnitPeriod, framework: Framework, deps: Deps): Promise<EarlierValue[]> {
  const released = await readReleasedFigures(of, framework, deps);
  const quarters = annualValues(framework, await readQuarterFigures(of, framework, deps));
  const then = await yearBeforeFigures(of, framework, deps);
  return byInput([...(released ? fromRelease(released) : []), ...quarters.map(fromQuarters), ...then]);
}

/** Of several values of one input the last. */
const byInput = <Value extends InputCodes>(values: Value[]): Value[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];

/** The figure alone: last period's evidence proves nothing of this one. */
const fromRelease = ({ release, observations }: ReleasedFigures): EarlierValue[] =>
  observations.map(({ indicator, input, value }) => ({
    indicator,
    input,
    value,
    source_vi: `Đợt công bố ${releaseLabelVi(release)}`,
    source_en: `release ${release}`,
  }));

const fromQuarters = ({ indicator, input, value, source_vi = '' }: FilledInput): EarlierValue => ({
  ...{ indicator, input, value, source_vi },
  source_en: 'the accepted quarters of the year',
});

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

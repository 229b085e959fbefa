import type { Bucket } from '../lake/objects.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import { readPeriodFramework } from '../submission/period-framework.ts';
import { Problem } from './problem.ts';

/** 422 for an indicator that the period's framework does not have; none is named: nothing to ask. */
export async function requireIndicator(
  indicator: string | undefined,
  { terms }: PeriodState,
  lake: Bucket,
): Promise<void> {
  if (indicator === undefined) return;
  const { framework_id, title_vi, indicators } = await readPeriodFramework(lake, terms);
  if (indicators.some((one) => one.indicator === indicator)) return;
  throw new Problem(
    422,
    'indicator-unknown',
    `Bộ chỉ số “${title_vi}” (${framework_id}) không có chỉ số mã "${indicator}". Đề nghị ghi đúng mã chỉ số, hoặc bỏ trường indicator.`,
    `Framework ${framework_id} has no indicator "${indicator}"; mend the code or leave it out.`,
  );
}

import Big from 'big.js';
import { formatDecimal, formatPoints } from '../format/format-decimal.ts';
import { groupOf } from '../units/groups.ts';
import { findUnit } from '../units/registry.ts';
import type { Indicator, ScoringRule, Tier } from './framework.ts';
import { ruleShapes } from './rules.ts';

/** `Cách xác định và tính điểm` of one indicator: its rule with its own parameters, and when it leaves the maximum. */
export const describeRule = (indicator: Indicator): string =>
  [formulas[indicator.rule](indicator), ...exceptions(indicator)].map((sentence) => `${sentence}.`).join(' ');

const formulas: Record<ScoringRule, (indicator: Indicator) => string> = {
  direct: (indicator) => `Giá trị (0–1) × ${maximum(indicator)}`,
  external: (indicator) =>
    indicator.target === undefined
      ? `Giá trị đo được × ${maximum(indicator)}`
      : `Giá trị đo được ÷ ${formatDecimal(indicator.target)} × ${maximum(indicator)}`,
  yes_no: (indicator) => `Có: ${maximum(indicator)} điểm; không: 0 điểm`,
  ratio: (indicator) => `a ÷ b × ${maximum(indicator)}`,
  ratio_threshold: (indicator) =>
    `a ÷ b đạt từ ${percent(indicator)} trở lên: ${maximum(indicator)} điểm; thấp hơn: a ÷ (b × ${percent(indicator)}) × ${maximum(indicator)}`,
  growth: (indicator) =>
    `Tăng so với cùng kỳ năm trước từ ${percent(indicator)} trở lên: ${maximum(indicator)} điểm; thấp hơn: (giá trị − cùng kỳ) ÷ (cùng kỳ × ${percent(indicator)}) × ${maximum(indicator)}, không dưới 0`,
  count_tiers: (indicator) => [...tierTexts(indicator), 'ít hơn: 0 điểm'].join('; '),
  role_tiers: (indicator) => tierTexts(indicator).join('; '),
  additive_parts: (indicator) => `Cộng điểm các phần đạt: ${tierTexts(indicator).join('; ')}`,
};

function exceptions({ rule, zero_denominator, assessed, applies_to }: Indicator): string[] {
  const zero = zero_denominator === 'zero_points' ? '0 điểm' : 'không áp dụng';
  return [
    ...(ruleShapes[rule].divides ? [`${rule === 'growth' ? 'Cùng kỳ năm trước' : 'b'} bằng 0: ${zero}`] : []),
    ...(applies_to ? [`Chỉ áp dụng cho: ${applies_to.map(nameOf).join('; ')}`] : []),
    ...(assessed ? [] : ['Không đánh giá trong đợt này']),
  ];
}

const nameOf = (groupOrUnit: string): string => findUnit(groupOrUnit)?.name_vi ?? groupOf(groupOrUnit).name_vi;

const maximum = ({ max_points }: Indicator): string => formatPoints(max_points);

const tierTexts = ({ tiers = [] }: Indicator): string[] =>
  tiers.map(({ label_vi, points }: Tier) => `${label_vi}: ${formatPoints(points)} điểm`);

/** A target of a ratio or of a growth is a fraction. The loader sees to it that these rules have one. */
const percent = ({ target }: Indicator): string => `${formatPoints(new Big(target!).times(100).toFixed())}%`;

import Big from 'big.js';
import type { Indicator, ScoringRule, Tier } from './framework.ts';
import { ruleShapes } from './rules.ts';

/** The same as {@link describeRule} in English. Labels of steps stay as the framework has them, and so do names of units. */
export const describeRuleEn = (indicator: Indicator, nameOf: (groupOrUnit: string) => string): string =>
  [formulas[indicator.rule](indicator), ...exceptions(indicator, nameOf)].map((sentence) => `${sentence}.`).join(' ');

const formulas: Record<ScoringRule, (indicator: Indicator) => string> = {
  direct: (indicator) => `Value (0–1) × ${maximum(indicator)}`,
  external: ({ target, ...indicator }) =>
    target === undefined
      ? `Measured value × ${maximum(indicator)}`
      : `Measured value ÷ ${target} × ${maximum(indicator)}`,
  yes_no: (indicator) => `Yes: ${maximum(indicator)} points; no: 0 points`,
  ratio: (indicator) => `a ÷ b × ${maximum(indicator)}`,
  ratio_threshold: (indicator) =>
    `a ÷ b from ${percent(indicator)}: ${maximum(indicator)} points; below: a ÷ (b × ${percent(indicator)}) × ${maximum(indicator)}`,
  growth: (indicator) =>
    `Growth over the same period of last year from ${percent(indicator)}: ${maximum(indicator)} points; below: (value − that of last year) ÷ (that of last year × ${percent(indicator)}) × ${maximum(indicator)}, not below 0`,
  count_tiers: (indicator) => [...tierTexts(indicator), 'fewer: 0 points'].join('; '),
  role_tiers: (indicator) => tierTexts(indicator).join('; '),
  additive_parts: (indicator) => `The sum of the parts met: ${tierTexts(indicator).join('; ')}`,
};

function exceptions(
  { rule, zero_denominator, assessed, applies_to }: Indicator,
  nameOf: (groupOrUnit: string) => string,
): string[] {
  const zero = zero_denominator === 'zero_points' ? '0 points' : 'not applicable';
  return [
    ...(ruleShapes[rule].divides ? [`${rule === 'growth' ? 'That of last year' : 'b'} is 0: ${zero}`] : []),
    ...(applies_to ? [`Applies only to: ${applies_to.map(nameOf).join('; ')}`] : []),
    ...(assessed ? [] : ['Not assessed this round']),
  ];
}

/** `140.0000` → `140`. */
const trimmed = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

const maximum = ({ max_points }: Pick<Indicator, 'max_points'>): string => trimmed(max_points);

const tierTexts = ({ tiers = [] }: Indicator): string[] =>
  tiers.map(({ label_vi, points }: Tier) => `${label_vi}: ${trimmed(points)} points`);

const percent = ({ target }: Indicator): string => `${trimmed(new Big(target!).times(100).toFixed())}%`;

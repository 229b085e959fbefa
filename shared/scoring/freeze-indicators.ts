import type { Framework, Indicator, IndicatorInput, ScoringRule, Tier } from '../frameworks/framework.ts';
import type { TableRow } from '../lake/write-parquet.ts';
import { decimalsOf, scaleDecimal, scaleOf } from './scaled-decimal.ts';

/** The assessed indicators of a framework, the figures they ask for and their tiers, as rows of the frozen tables. */
export function freezeIndicators(framework: Framework): { table: string; rows: TableRow[] }[] {
  const { points_decimals } = framework;
  // The position counts every indicator, so that it stays when the next round assesses another choice.
  const assessed = framework.indicators
    .map((indicator, index) => ({ indicator, position: BigInt(index + 1) }))
    .filter(({ indicator }) => indicator.assessed);
  return [
    {
      table: 'frozen_indicators',
      rows: assessed.map(({ indicator, position }) => indicatorRow(indicator, position, points_decimals)),
    },
    {
      table: 'frozen_inputs',
      rows: assessed.flatMap(({ indicator }) => indicator.inputs.map((input) => inputRow(indicator, input))),
    },
    {
      table: 'frozen_tiers',
      rows: assessed.flatMap(({ indicator }) => tiersOf(indicator, points_decimals)),
    },
  ];
}

/** Decimals that hold every declared figure of the indicator. */
export const declaredDecimals = ({ inputs }: Indicator): number =>
  Math.max(0, ...inputs.map(({ decimals }) => decimals));

const rulesWithTarget: ScoringRule[] = ['external', 'ratio_threshold', 'growth'];

/** What earns the maximum, exactly `scaled / scale`; 1 where the rule has none. */
export function targetOf({ rule, target = '1' }: Indicator): { scaled: bigint; scale: bigint } {
  const text = rulesWithTarget.includes(rule) ? target : '1';
  const decimals = decimalsOf(text);
  return { scaled: scaleDecimal(text, decimals), scale: scaleOf(decimals) };
}

function indicatorRow(indicator: Indicator, position: bigint, pointsDecimals: number): TableRow {
  const target = targetOf(indicator);
  return {
    indicator: indicator.indicator,
    position,
    main_index: indicator.main_index,
    rule: indicator.rule,
    max_points_scaled: scaleDecimal(indicator.max_points, pointsDecimals),
    input_scale: scaleOf(declaredDecimals(indicator)),
    target_scaled: target.scaled,
    target_scale: target.scale,
    zero_denominator: indicator.zero_denominator ?? 'not_applicable',
  };
}

function inputRow(indicator: Indicator, { input, minimum, maximum }: IndicatorInput): TableRow {
  const scaled = (bound: string | null) => (bound === null ? null : scaleDecimal(bound, declaredDecimals(indicator)));
  return {
    indicator: indicator.indicator,
    input,
    minimum_scaled: scaled(minimum),
    maximum_scaled: scaled(maximum),
  };
}

const tiersOf = (indicator: Indicator, pointsDecimals: number): TableRow[] =>
  (indicator.tiers ?? []).map((tier) => tierRow(indicator, tier, pointsDecimals));

const tierRow = (indicator: Indicator, { key, points }: Tier, pointsDecimals: number): TableRow => ({
  indicator: indicator.indicator,
  tier: key,
  key_scaled: scaleDecimal(key, declaredDecimals(indicator)),
  part_input: `part_${key}`,
  points_scaled: scaleDecimal(points, pointsDecimals),
});

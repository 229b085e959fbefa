import Big from 'big.js';
import { formatDecimal, formatPoints } from '../../format/format-decimal.ts';
import type { Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import { parsePeriod, periodLabelVi } from '../../periods/period.ts';
import type { AppraisableAnswer } from '../../submission/appraisal/appraisal-round.ts';
import { choicesOf, findChoice } from '../../submission/values/choices.ts';
import { isPercent } from '../../submission/values/is-percent.ts';
import { labelOf } from '../template/describe-input.ts';

/** `Tử số (a): 12; Mẫu số (b): 20`, and of which period and at how many points they were appraised where they were carried. */
export function describeFigures({
  indicator,
  figures,
  state,
  carried_from,
  carried_points,
}: AppraisableAnswer): string {
  if (state === 'not_answered') return 'Không kê khai';
  const inputs = indicator.inputs.flatMap((input) => {
    const figure = figures.find((known) => known.input === input.input);
    return figure ? [`${labelOf(indicator, input)}: ${shown(indicator, input, figure.value)}`] : [];
  });
  if (carried_from === null) return inputs.join('; ');
  const appraised = carried_points === null ? '' : `, đã thẩm định ${formatPoints(carried_points)} điểm`;
  return `${inputs.join('; ')} (số liệu ${periodLabelVi(parsePeriod(carried_from))}${appraised})`;
}

function shown(indicator: Indicator, input: IndicatorInput, value: string): string {
  const choice = findChoice(choicesOf(indicator, input) ?? [], value);
  if (choice) return choice.label_vi;
  return isPercent(indicator) ? `${formatDecimal(new Big(value).times(100).toFixed())}%` : formatDecimal(value);
}

import { formatPoints } from '../../format/format-decimal.ts';
import { parsePeriod, periodVi } from '../../periods/period.ts';
import type { AppraisableAnswer } from '../../submission/appraisal/appraisal-round.ts';
import { shownFigure } from '../../submission/values/shown-figure.ts';
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
    return figure ? [`${labelOf(indicator, input)}: ${shownFigure({ indicator, input }, figure.value).vi}`] : [];
  });
  if (carried_from === null) return inputs.join('; ');
  const appraised = carried_points === null ? '' : `, đã thẩm định ${formatPoints(carried_points)} điểm`;
  return `${inputs.join('; ')} (số liệu ${periodVi(parsePeriod(carried_from))}${appraised})`;
}

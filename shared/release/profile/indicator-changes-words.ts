import { formatDecimal, formatPoints } from '../../format/format-decimal.ts';
import { formatList } from '../../format/format-list.ts';
import { formatPercent } from '../../format/format-percent.ts';
import type { Framework, Indicator } from '../../frameworks/framework.ts';
import { nameOfInput } from '../../frameworks/input-names.ts';
import { isPercent } from '../../frameworks/is-percent.ts';
import { answerStatesVi } from '../corrections/corrections-words.ts';
import type { IndicatorChange } from './indicator-changes.ts';

/** Indicators by code: the present framework's, and what only the earlier one had. */
export const indicatorsOfBoth = (now: Framework, earlier: Framework): ReadonlyMap<string, Indicator> =>
  new Map([...earlier.indicators, ...now.indicators].map((one) => [one.indicator, one]));

const arrow = (before: string, after: string): string => `${before} → ${after}`;
const orDash = (value: string | null, format: (decimal: string) => string) => (value === null ? '–' : format(value));
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** `tử số: 120 → 150; điểm thẩm định: 3 → 4`: why the points are other, each cause that the release knows. */
export function causesOfChangeVi(change: IndicatorChange, indicator: Indicator): string {
  const { before, after } = change;
  const assessed = [
    ...(before === null ? ['đợt trước không đánh giá'] : []),
    ...(after === null ? ['đợt này không đánh giá'] : []),
  ];
  const causes = [...assessed, ...inputCausesVi(change, indicator), ...maximumVi(change)];
  if (change.byMethod && before?.points !== after?.points) causes.push('cách tính của bộ chỉ số');
  return causes.join('; ');
}

function inputCausesVi({ inputs, reason }: IndicatorChange, indicator: Indicator): string[] {
  const figure = isPercent(indicator) ? formatPercent : formatDecimal;
  const figures = inputs.figures.map((one) => {
    const input = indicator.inputs.find(({ input }) => input === one.input);
    const name = input ? lowerFirst(nameOfInput(indicator, input)) : one.input;
    return `${name}: ${arrow(orDash(one.before, figure), orDash(one.after, figure))}`;
  });
  const states = inputs.states.map(
    (one) => `trạng thái: ${arrow(answerStatesVi[one.before], answerStatesVi[one.after])}`,
  );
  const points = inputs.points.map(
    (one) => `điểm thẩm định: ${arrow(orDash(one.before, formatPoints), orDash(one.after, formatPoints))}`,
  );
  return [...figures, ...states, ...points, ...(reason ? [`lý do thẩm định: ${reason}`] : [])];
}

/** Also where it applies now and did not: its maximum was none. */
function maximumVi({ before, after }: IndicatorChange): string[] {
  if (!before || !after || before.max_points === after.max_points) return [];
  return [`điểm tối đa: ${arrow(formatPoints(before.max_points), formatPoints(after.max_points))}`];
}

/** Indicators that a sentence names on each side. */
const mostNamed = 3;

/** `So với năm 2024, theo chỉ số thành phần: tăng điểm nhiều nhất: … (+3,5); giảm điểm nhiều nhất: … (−2).` Empty where no points changed. */
export function movedMostVi(
  changes: readonly IndicatorChange[],
  against: string,
  nameOf: (indicator: string) => string,
): string {
  const named = (what: string, rows: IndicatorChange[], sign: string) =>
    rows.length === 0
      ? []
      : [
          `${what}: ${formatList(rows.slice(0, mostNamed).map((one) => `${nameOf(one.indicator)} (${sign}${formatPoints(one.change.replace('-', ''))})`))}`,
        ];
  const moved = changes.filter(({ change }) => /[1-9]/.test(change));
  const up = moved.filter(({ change }) => !change.startsWith('-'));
  const down = moved.filter(({ change }) => change.startsWith('-'));
  const parts = [...named('tăng điểm nhiều nhất', up, '+'), ...named('giảm điểm nhiều nhất', down, '\u2212')];
  return parts.length === 0 ? '' : `So với ${against}, theo chỉ số thành phần: ${parts.join('; ')}.`;
}

import { formatDecimal } from '../../../../../shared/format/format-decimal.ts';
import type { SelfScore } from '../../../../../shared/submission/self-score.ts';
import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';

/** What the figures come to by the unit's own word, against the last release, and what is missing costs. */
export function SelfScoreTable({ draft, score }: { draft: DraftAnswer; score: SelfScore }) {
  const say = useSay();
  const names = new Map(draft.sections.map((section) => [section.main_index, section]));
  const rows = score.measures.filter(({ measure }) => names.has(measure));
  const total = score.measures.find(({ measure }) => measure === 'dti') ?? null;
  return (
    <>
      <h2>{say({ vi: 'Điểm tự đánh giá', en: 'Self-assessed score' })}</h2>
      {total && (
        <p>
          {say({
            vi: `Tổng: ${points(total.points)}/${points(total.max_points)} điểm, giá trị ${shown(total.value)}${against(total.previous)}.`,
            en: `Total: ${points(total.points)} of ${points(total.max_points)} points, value ${shown(total.value)}.`,
          })}
        </p>
      )}
      <table class="rows">
        <caption>
          {say({
            vi: 'Tính bằng bộ tính điểm đối chiếu, trước thẩm định; chưa trả lời tính 0 điểm',
            en: 'By the reference scorer, before appraisal; what is not answered earns nothing',
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say({ vi: 'Chỉ số chính', en: 'Main index' })}</th>
            <th scope="col" class="number">
              {say({ vi: 'Điểm', en: 'Points' })}
            </th>
            <th scope="col" class="number">
              {say({ vi: 'Giá trị', en: 'Value' })}
            </th>
            <th scope="col" class="number">
              {say({ vi: 'Kỳ trước', en: 'Last period' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, points: earned, max_points, value, previous }) => (
            <tr key={measure}>
              <th scope="row">
                {names.get(measure)!.number}.{' '}
                {say({ vi: names.get(measure)!.name_vi, en: names.get(measure)!.name_en })}
              </th>
              <td class="number" data-label={say({ vi: 'Điểm', en: 'Points' })}>
                {points(earned)}/{points(max_points)}
              </td>
              <td class="number" data-label={say({ vi: 'Giá trị', en: 'Value' })}>
                {shown(value)}
              </td>
              <td class="number" data-label={say({ vi: 'Kỳ trước', en: 'Last period' })}>
                {shown(previous)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Missing draft={draft} score={score} />
    </>
  );
}

/** What is not answered, dearest first. */
function Missing({ draft, score }: { draft: DraftAnswer; score: SelfScore }) {
  const say = useSay();
  const indicators = new Map(
    draft.sections.flatMap((section) => section.indicators.map((one) => [one.indicator, one] as const)),
  );
  const missing = score.indicators
    .filter(({ state, indicator }) => state === 'not_answered' && indicators.has(indicator))
    .map((row) => ({ ...row, of: indicators.get(row.indicator)! }))
    .sort((a, b) => Number(b.max_points) - Number(a.max_points));
  if (missing.length === 0) return null;
  const form = addressOf('ke-khai', draft.group, draft.period);
  return (
    <details open={missing.length <= 10}>
      <summary>
        {say({ vi: `Chưa trả lời: ${missing.length} chỉ số`, en: `${missing.length} indicators not answered` })}
      </summary>
      <ul>
        {missing.map(({ indicator, max_points, of }) => (
          <li key={indicator}>
            <a href={`${form}?dong=${encodeURIComponent(`${indicator}/${of.rows[0]!.input}`)}`}>
              {of.number} {say({ vi: of.name_vi, en: of.name_en })}
            </a>
            {say({ vi: `: mất tối đa ${points(max_points)} điểm`, en: `: costs up to ${points(max_points)} points` })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Without the zeros behind: `50`, `7,2424`. */
const points = (decimal: string): string =>
  formatDecimal(decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
const shown = (value: string | null): string => (value === null ? '–' : formatDecimal(value));
const against = (previous: string | null): string =>
  previous === null ? '' : ` (kỳ trước ${formatDecimal(previous)})`;

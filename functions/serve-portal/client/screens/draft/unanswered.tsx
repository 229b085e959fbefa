import { formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { SelfScore } from '../../../../../shared/submission/self-score.ts';
import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';

/** What is not answered and what it costs, dearest first. */
export function Unanswered({ draft, score }: { draft: DraftAnswer; score: SelfScore }) {
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
            {say({
              vi: `: mất tối đa ${formatPoints(max_points)} điểm`,
              en: `: costs up to ${formatPoints(max_points)} points`,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

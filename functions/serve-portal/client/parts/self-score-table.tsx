import { formatDecimal, formatPoints } from '../../../../shared/format/format-decimal.ts';
import type { SelfMeasure, SelfScore } from '../../../../shared/submission/self-score.ts';
import { useSay } from '../words.ts';

/** What a unit's own figures come to, against the last release. */
export function SelfScoreTable({ answered, asked, measures }: Pick<SelfScore, 'answered' | 'asked' | 'measures'>) {
  const say = useSay();
  const [points, value, previous] = [columns.points, columns.value, columns.previous].map(say);
  return (
    <table class="rows">
      <caption>
        {say({
          vi: `Tính bằng bộ tính điểm đối chứng: ${answered}/${asked} chỉ số có số liệu, chưa trả lời tính 0 điểm; chưa thẩm định, không có hạng`,
          en: `By the reference scorer: ${answered} of ${asked} indicators have figures, the others earn nothing; not appraised, no rank`,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Chỉ số', en: 'Index' })}</th>
          {[points, value, previous].map((name) => (
            <th key={name} scope="col" class="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((one) => (
          <tr key={one.measure}>
            <th scope="row">{say({ vi: one.name_vi, en: one.name_en })}</th>
            <td class="number" data-label={points}>
              {formatPoints(one.points)}/{formatPoints(one.max_points)}
            </td>
            <td class="number" data-label={value}>
              {shown(one.value)}
            </td>
            <td class="number" data-label={previous}>
              {shown(one.previous)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const columns = {
  points: { vi: 'Điểm', en: 'Points' },
  value: { vi: 'Giá trị', en: 'Value' },
  previous: { vi: 'Kỳ trước', en: 'Last period' },
};

const shown = (value: SelfMeasure['value']): string => (value === null ? '–' : formatDecimal(value));

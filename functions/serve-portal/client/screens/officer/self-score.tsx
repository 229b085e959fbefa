import { useState } from 'preact/hooks';
import { formatDecimal, formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { Grid } from '../../../../read-submissions/read-grid.ts';
import type { SubmissionSummary } from '../../../../summarise-submission/summarise-submission.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import type { Acting } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { submissionsPath } from './unit-path.ts';

/** What the unit's own figures earn before anybody has appraised them; computed when it is opened. */
export function SelfScore({ grid, me }: { grid: Grid; me: Acting }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say({ vi: 'Điểm tự đánh giá từ số liệu này', en: 'What these figures earn by themselves' })}</summary>
      {isOpen && <Score grid={grid} me={me} />}
    </details>
  );
}

function Score({ grid, me }: { grid: Grid; me: Acting }) {
  const say = useSay();
  return (
    <Loaded
      from={(signal) =>
        get<SubmissionSummary>(submissionsPath(grid, me, 'receipts', `${grid.receipt}`, 'summary'), signal)
      }
    >
      {({ score }) =>
        score && (
          <table class="rows">
            <caption>
              {say({
                vi: `Tính bằng bộ tính điểm đối chứng: ${score.answered}/${score.asked} chỉ số có số liệu; chưa thẩm định, không có hạng`,
                en: `By the reference scorer: ${score.answered} of ${score.asked} indicators have figures; not appraised, no rank`,
              })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{say({ vi: 'Chỉ số', en: 'Index' })}</th>
                <th scope="col" class="number">
                  {say({ vi: 'Điểm', en: 'Points' })}
                </th>
                <th scope="col" class="number">
                  {say({ vi: 'Giá trị', en: 'Value' })}
                </th>
              </tr>
            </thead>
            <tbody>
              {score.measures.map((measure) => (
                <tr key={measure.measure}>
                  <th scope="row">{say({ vi: measure.name_vi, en: measure.name_en })}</th>
                  <td class="number" data-label={say({ vi: 'Điểm', en: 'Points' })}>
                    {formatPoints(measure.points)}/{formatPoints(measure.max_points)}
                  </td>
                  <td class="number" data-label={say({ vi: 'Giá trị', en: 'Value' })}>
                    {measure.value === null ? '–' : formatDecimal(measure.value)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  );
}

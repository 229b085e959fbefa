import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import type { AppraisalProgress, Counts } from '../../../../read-decisions/read-progress.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { appraisalPath, isAppraised, leftOf } from './appraisal-path.ts';

interface Work {
  line: PeriodLine;
  left: number;
  inQuestion: number;
  units: number;
}

/** What waits for the appraiser: each period that is open, with what is left of it. */
export function AppraisalList() {
  const say = useSay();
  return (
    <Page title={say({ vi: 'Thẩm định', en: 'Appraisal' })}>
      <Loaded from={loadWork}>
        {(works) => (
          <>
            {works.length === 0 && (
              <p>
                {say({
                  vi: 'Hiện không có kỳ nào đang mở để thẩm định. Khi cơ quan chủ trì mở kỳ, kỳ đó hiện ở đây.',
                  en: 'No period is open for appraisal now. When the ministry opens one, it stands here.',
                })}
              </p>
            )}
            <ul class="tasks">
              {works.map(({ line, ...work }) => (
                <li key={`${line.group}/${line.period}`}>
                  <a class={work.left > 0 ? 'next' : undefined} href={addressOf('tham-dinh', line.group, line.period)}>
                    {say({ vi: 'Thẩm định', en: 'Appraise' })} {say(periodName(line.period))},{' '}
                    {say({ vi: line.group_name_vi, en: line.group_name_en })}
                  </a>
                  <span class="about">{say(aboutOf(work))}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const aboutOf = ({ left, inQuestion, units }: Omit<Work, 'line'>) => ({
  vi: `còn ${left} dòng, ${inQuestion} dòng đang chờ đơn vị trả lời, ${units} đơn vị có số liệu`,
  en: `${left} rows left, ${inQuestion} waiting for units, ${units} units with figures`,
});

async function loadWork(signal: AbortSignal): Promise<Work[]> {
  const { periods } = await get<{ periods: PeriodLine[] }>('/v1/me/periods', signal);
  return Promise.all(
    periods.filter(isAppraised).map(async (line) => {
      const { indicators, units } = await get<AppraisalProgress>(appraisalPath(line, 'progress'), signal);
      const sum = (count: (counts: Counts) => number) =>
        indicators.reduce((total, { counts }) => total + count(counts), 0);
      return { line, left: sum(leftOf), inQuestion: sum((counts) => counts.in_question), units: units.length };
    }),
  );
}

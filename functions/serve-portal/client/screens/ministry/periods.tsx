import { useEffect, useRef } from 'preact/hooks';
import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import { get } from '../../ask-ahead.ts';
import { ListKeys } from '../../parts/list-keys.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { latestFirst } from '../../parts/period-order.ts';
import { formatLastDay } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { periodStates } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { capital } from './period-of.ts';

/** Every period of the ministry’s groups, the latest first. */
export function Periods({ me }: ScreenProps) {
  const say = useSay();
  // Whoever is here goes on to one of them.
  useEffect(() => void import('./screens.ts').catch(() => {}), []);
  const list = useRef<HTMLDivElement>(null);
  return (
    <Page title={say({ vi: 'Các kỳ báo cáo', en: 'Periods' })}>
      {me.role === 'publisher' && (
        <p class="bar">
          <a class="button" href="#/bo-chi-so">
            {say({ vi: 'Mở kỳ mới', en: 'Open a period' })}
          </a>
        </p>
      )}
      <Loaded from={(signal) => get<{ periods: PeriodLine[] }>('/v1/me/periods', signal)}>
        {({ periods }) =>
          periods.length === 0 ? (
            <p>{say({ vi: 'Chưa có kỳ nào được mở.', en: 'No period has been opened.' })}</p>
          ) : (
            <div ref={list}>
              <ListKeys within={list} />
              <ul class="tasks">
                {[...periods].sort(inOrder).map((line) => (
                  <PeriodItem key={`${line.group}/${line.period}`} line={line} />
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

const inOrder = (a: PeriodLine, b: PeriodLine): number => latestFirst(a, b) || a.group.localeCompare(b.group);

/** `dti/province34/2024/r1` is `r1` beside the name of its group and period. */
const numberOf = (release: string): string => release.split('/').at(-1)!;

function PeriodItem({ line }: { line: PeriodLine }) {
  const say = useSay();
  const { group, period, group_name_vi, period_label_vi, state, deadline_at, release } = line;
  const until = deadline_at && formatLastDay(deadline_at);
  return (
    <li>
      <a href={addressOf('ky', group, period)}>
        <strong>
          {capital(period_label_vi)} · {group_name_vi}
        </strong>
      </a>
      <br />
      {say(periodStates[state])}
      {until && say({ vi: `, hạn gửi hết ngày ${until}`, en: `, due by the end of ${until}` })}
      {release && say({ vi: `. Đã công bố đợt ${numberOf(release)}`, en: `. Released ${numberOf(release)}` })}
    </li>
  );
}

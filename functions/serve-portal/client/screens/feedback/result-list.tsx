import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { loadWork } from '../officer/period-work.ts';

/** Periods in which the unit has figures, each with its appraisal and questions. */
export function ResultList({ me }: ScreenProps) {
  const say = useSay();
  return (
    <Page title={say({ vi: 'Kết quả và giải trình', en: 'Results and answers' })}>
      <Loaded from={(signal) => loadWork(me, signal)}>
        {(works) => (
          <>
            {works.length === 0 && (
              <p>{say({ vi: 'Đơn vị chưa có kỳ báo cáo nào.', en: 'The unit has no period yet.' })}</p>
            )}
            <ul class="tasks">
              {works.map(({ line }) => (
                <li key={`${line.group}/${line.period}`}>
                  <a href={addressOf('ket-qua', line.group, line.period)}>
                    {say(periodName(line.period))}, {say({ vi: line.group_name_vi, en: line.group_name_en })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  );
}

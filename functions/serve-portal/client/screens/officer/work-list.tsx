import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import { get } from '../../api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import type { ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';

/** What the unit has to report, the newest period first. */
export function WorkList({ me }: ScreenProps) {
  const say = useSay();
  return (
    <Page title={`${say({ vi: 'Việc của đơn vị', en: 'Work of' })}: ${me.unit_full_name_vi}`}>
      <Loaded from={() => get<{ periods: PeriodLine[] }>('/v1/periods')}>
        {({ periods }) => (
          <ul>
            {periods.map(({ group, period }) => (
              <li key={`${group}/${period}`}>
                {group} {period}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

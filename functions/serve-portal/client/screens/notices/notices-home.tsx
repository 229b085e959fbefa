import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { type Acting, addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { ContactsForm } from './contacts-form.tsx';
import { words } from './words.ts';

/** Who gets mail, and the way to what was sent. */
export function NoticesHome({ me }: ScreenProps) {
  const say = useSay();
  const recipient = recipientOf(me);
  return (
    <Page title={say(words.title)}>
      <p>{say(words.what)}</p>
      {me.department !== null && <p class="notice">{say(words.department)}</p>}
      {recipient && <ContactsForm unitId={recipient} />}
      <h2>{say(words.periods)}</h2>
      <Loaded from={(signal) => get<{ periods: PeriodLine[] }>('/v1/me/periods', signal)}>
        {({ periods }) => (periods.length === 0 ? <p>{say(words.noPeriods)}</p> : <Periods periods={periods} />)}
      </Loaded>
    </Page>
  );
}

/** Whose addresses the person may change: the own unit's, or those of the owner that the role is held for. */
const recipientOf = ({ role, unit_id, owner, department }: Acting): string | null => {
  if (role === 'publisher') return owner;
  return role === 'officer' && department === null ? unit_id : null;
};

function Periods({ periods }: { periods: PeriodLine[] }) {
  const say = useSay();
  return (
    <ul class="tasks">
      {periods.map(({ group, period, group_name_vi, group_name_en }) => (
        <li key={`${group}/${period}`}>
          <a href={addressOf('thong-bao', group, period)}>
            {say(periodName(period))} · {say({ vi: group_name_vi, en: group_name_en })}
          </a>
        </li>
      ))}
    </ul>
  );
}

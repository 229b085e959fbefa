import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { formatDay } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';
import { apiPeriod, capital } from './period-of.ts';

/** Moving the deadline, with a reason; what came in time stays in time. */
export function Deadline({ params }: ScreenProps) {
  const say = useSay();
  const at = `/v1/periods/${apiPeriod(params)}`;
  const [form, setForm] = useStash(`deadline ${at}`, { deadline: '', reason_vi: '' });
  const act = useAct();
  const move = () =>
    act.run(async () => {
      await post(`${at}/deadline`, form);
      location.hash = addressOf('ky', params.group!, params.period!);
    });
  return (
    <Page title={say({ vi: 'Đổi hạn gửi', en: 'Move the deadline' })}>
      <Loaded from={(signal) => get<PeriodView>(at, signal)}>
        {({ deadlines, period_label_vi, group_name_vi }) => (
          <>
            <p>
              <a href={addressOf('ky', params.group!, params.period!)}>
                {capital(period_label_vi)} · {group_name_vi}
              </a>
            </p>
            <ul>
              {deadlines.map(({ deadline, since, reason_vi }) => (
                <li key={since}>
                  {deadline
                    ? say({ vi: `Hết ngày ${formatDay(deadline)}`, en: `End of ${formatDay(deadline)}` })
                    : say({ vi: 'Không có hạn', en: 'None' })}
                  , {say({ vi: 'ghi ngày', en: 'set on' })} {formatDay(since)}
                  {reason_vi && (
                    <>
                      : <Said text={reason_vi} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <Field
        label={say({ vi: 'Ngày cuối mới', en: 'New last day' })}
        type="date"
        value={form.deadline}
        onInput={(deadline) => setForm({ ...form, deadline })}
      />
      <Field
        label={say({ vi: 'Lý do', en: 'Reason' })}
        type="area"
        value={form.reason_vi}
        onInput={(reason_vi) => setForm({ ...form, reason_vi })}
      />
      <p class="notice">
        {say({
          vi: 'Số liệu đã gửi đúng hạn cũ vẫn là đúng hạn, kể cả khi hạn mới sớm hơn.',
          en: 'What came in time stays in time, also if the new day is earlier.',
        })}
      </p>
      <ActButton act={act} onAct={move}>
        {say({ vi: 'Đổi hạn gửi', en: 'Move the deadline' })}
      </ActButton>
    </Page>
  );
}

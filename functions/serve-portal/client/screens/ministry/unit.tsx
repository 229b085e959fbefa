import { useRef } from 'preact/hooks';
import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import type { LogPage } from '../../../../read-log/log-page.ts';
import type { UnitSubmissions } from '../../../../read-submissions/read-submissions.ts';
import { get } from '../../ask-ahead.ts';
import { FileName } from '../../parts/file-name.tsx';
import { ListKeys } from '../../parts/list-keys.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { ProfileDownload } from '../../parts/profile-download.tsx';
import { Told } from '../../parts/told.tsx';
import { When } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { states } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { loadObjections } from '../preview/load-objections.ts';
import { LogList } from './log-list.tsx';
import { ObjectionList } from './objection-list.tsx';
import { apiPeriod, capital } from './period-of.ts';
import { Remind } from './remind.tsx';
import { Reopen } from './reopen.tsx';

/** One unit in one period: what it sent, what was found, who did what, and what the ministry can do about it. */
export function UnitScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const of = `${apiPeriod(params)}/${encodeURIComponent(params.unit_id!)}`;
  const period = `/v1/periods/${apiPeriod(params)}`;
  const log = `/v1/log/${apiPeriod(params)}?unit_id=${encodeURIComponent(params.unit_id!)}`;
  return (
    <Loaded from={(signal) => Promise.all([get<PeriodView>(period, signal), get<LogPage>(log, signal)])}>
      {([view, log], reload) => (
        <Page title={log.entries[0]?.unit_name_vi ?? params.unit_id!}>
          <p>
            <a href={addressOf('ky', params.group!, params.period!)}>
              {capital(view.period_label_vi)} · {view.group_name_vi}
            </a>
          </p>
          {me.role !== 'operator' && (
            <p class="bar">
              <a class="button" href={addressOf('cau-hoi', params.group!, params.period!, params.unit_id!)}>
                {say({ vi: 'Hỏi đơn vị, xem trả lời', en: 'Ask, read answers' })}
              </a>
            </p>
          )}
          {me.role === 'publisher' && <ProfileDownload view={view} of={of} />}
          {me.role === 'publisher' && view.state !== 'closed' && <Remind at={period} unitId={params.unit_id!} />}
          {me.role !== 'operator' && (
            <Loaded from={(signal) => get<UnitSubmissions>(`/v1/submissions/${of}`, signal)}>
              {(sent) => <Receipts sent={sent} />}
            </Loaded>
          )}
          {me.role === 'publisher' && view.state !== 'open' && (
            <Reopen at={period} unitId={params.unit_id!} done={reload} />
          )}
          {me.role !== 'operator' && (
            <Loaded from={(signal) => loadObjections(of, signal)}>
              {({ objections }, again) =>
                objections.length > 0 && (
                  <>
                    <h2>{say({ vi: 'Ý kiến về kết quả dự kiến', en: 'Objections' })}</h2>
                    <ObjectionList objections={objections} of={params} answers={me.role === 'publisher'} done={again} />
                  </>
                )
              }
            </Loaded>
          )}
          <h2>{say({ vi: 'Ai đã làm gì', en: 'Who did what' })}</h2>
          <div ref={list}>
            <ListKeys within={list} />
            <LogList page={log} names={log.names} of={params} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Receipts({ sent }: { sent: UnitSubmissions }) {
  const say = useSay();
  return (
    <>
      <p>
        {say(states[sent.state])}
        {sent.reopened_until && (
          <>
            {say({ vi: ', mở lại đến ', en: ', reopened until ' })}
            <When at={sent.reopened_until} />
          </>
        )}
      </p>
      {sent.submissions.map((one) => (
        <details key={one.receipt}>
          <summary>
            {say({ vi: `Lần gửi ${one.receipt}`, en: `Receipt ${one.receipt}` })}, <When at={one.received_at} />:{' '}
            {one.status === 'rejected'
              ? say({ vi: 'bị từ chối', en: 'rejected' })
              : one.status === 'accepted'
                ? say({ vi: 'đã tiếp nhận', en: 'accepted' })
                : say({ vi: 'đang kiểm tra', en: 'being checked' })}
            {one.current && say({ vi: ', bản đang tính', en: ', counts' })}
            {one.late && say({ vi: ', chậm', en: ', late' })}
          </summary>
          <p class="sha">
            <FileName name={one.file_name} /> · SHA-256 {one.sha256}
          </p>
          <ul>
            {one.findings.map((finding, n) => (
              <li key={n}>
                {finding.sheet} {finding.cell} <Told text={say({ vi: finding.message_vi, en: finding.message_en })} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

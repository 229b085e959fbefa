import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { formatTime } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { isOpen, loadWork, type PeriodWork } from '../officer/period-work.ts';

/** What waits for the head of the unit, and what is to be known where nothing does. */
export function WaitingList({ me }: ScreenProps) {
  const say = useSay();
  return (
    <Page title={`${say({ vi: 'Xác nhận số liệu', en: 'Certify figures' })}: ${me.unit_full_name_vi}`}>
      <Loaded from={(signal) => loadWork(me, signal)}>
        {(works) => {
          const open = works.filter(isOpen);
          return (
            <>
              {open.length === 0 && (
                <p>
                  {say({
                    vi: 'Không có gì chờ xác nhận: hiện không có kỳ báo cáo nào đang mở đối với đơn vị.',
                    en: 'Nothing waits: no period is open for the unit now.',
                  })}
                </p>
              )}
              <ul class="tasks">
                {open.map((work) => (
                  <Line key={`${work.line.group}/${work.line.period}`} work={work} />
                ))}
              </ul>
              <Past works={works.filter((work) => !isOpen(work))} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Line({ work: { line, own } }: { work: PeriodWork }) {
  const say = useSay();
  const name = `${say(periodName(line.period))}, ${say({ vi: line.group_name_vi, en: line.group_name_en })}`;
  const uncertified = own.submissions.find(
    ({ status, certified_at, waiting, current }) => status === 'accepted' && !certified_at && (waiting || current),
  );
  if (!uncertified)
    return (
      <li>
        {name}
        <span class="about">
          {own.state === 'certified'
            ? say({ vi: 'Đã xác nhận số liệu đang được tính.', en: 'What counts is certified.' })
            : say({
                vi: 'Chưa có lần gửi nào được tiếp nhận. Khi cán bộ báo cáo gửi số liệu, lần gửi đó hiện ở đây.',
                en: 'Nothing has been accepted yet. Once the officer sends figures, they stand here.',
              })}
        </span>
      </li>
    );
  const { receipt, received_at, returned } = uncertified;
  return (
    <li>
      <a class={returned ? undefined : 'next'} href={addressOf('xac-nhan', line.group, line.period, `${receipt}`)}>
        {say({ vi: 'Xem và xác nhận lần gửi', en: 'Look at and certify receipt' })} {receipt}, {name}
      </a>
      <span class="about">
        {say({ vi: 'tiếp nhận lúc', en: 'accepted' })} {formatTime(received_at)}
        {line.certification === 'required' &&
          `; ${say({ vi: 'kỳ này chỉ tính số liệu đã xác nhận', en: 'only what is certified counts' })}`}
        {returned && `; ${say({ vi: 'đã trả lại lúc', en: 'sent back' })} ${formatTime(returned.at)}`}
      </span>
    </li>
  );
}

function Past({ works }: { works: PeriodWork[] }) {
  const say = useSay();
  if (works.length === 0) return null;
  return (
    <section>
      <h2>{say({ vi: 'Các kỳ trước', en: 'Earlier periods' })}</h2>
      <ul class="tasks">
        {works.map(({ line }) => (
          <li key={`${line.group}/${line.period}`}>
            <a href={addressOf('ket-qua', line.group, line.period)}>
              {say(periodName(line.period))}, {say({ vi: line.group_name_vi, en: line.group_name_en })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

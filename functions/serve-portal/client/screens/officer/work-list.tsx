import type { ComponentChildren } from 'preact';
import { formatDate } from '../../../../../shared/format/format-date.ts';
import { download } from '../../api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Said } from '../../parts/said.tsx';
import { formatDay, formatTime } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay, type Word } from '../../words.ts';
import { DraftProgress } from '../draft/draft-progress.tsx';
import { Deadline } from './deadline.tsx';
import { DownloadButton } from './download-button.tsx';
import { deadlineOf, isOpen, loadWork, type PeriodWork } from './period-work.ts';
import { countOf, receiptSentence } from './receipt-sentence.ts';
import { unitPath } from './unit-path.ts';

/** What waits for the unit: each open period with its steps, and what is past below. */
export function WorkList({ me }: ScreenProps) {
  const say = useSay();
  return (
    <Page title={`${say({ vi: 'Việc của đơn vị', en: 'Work of' })}: ${me.unit_full_name_vi}`}>
      <Loaded from={(signal) => loadWork(me, signal)}>
        {(works) => (
          <>
            {works.filter(isOpen).map((work) => (
              <OpenPeriod key={keyOf(work)} work={work} me={me} />
            ))}
            {!works.some(isOpen) && (
              <p>
                {say({
                  vi: 'Hiện không có kỳ báo cáo nào đang mở đối với đơn vị. Khi cơ quan chủ trì mở kỳ mới, kỳ đó hiện ở đây.',
                  en: 'No period is open for the unit now. When the ministry opens one, it stands here.',
                })}
              </p>
            )}
            <PastPeriods works={works.filter((work) => !isOpen(work))} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const keyOf = ({ line }: PeriodWork) => `${line.group}/${line.period}`;

function OpenPeriod({ work, me }: { work: PeriodWork; me: ScreenProps['me'] }) {
  const say = useSay();
  const { line, own } = work;
  const { group, period } = line;
  const [last] = own.submissions;
  return (
    <section aria-labelledby={`ky-${period}`} class="period">
      <h2 id={`ky-${period}`}>
        {say(periodName(period))} <small>{say({ vi: line.group_name_vi, en: line.group_name_en })}</small>
      </h2>
      <p>
        <Deadline at={deadlineOf(work)} />
      </p>
      {line.notice_vi && <p class="notice">{line.notice_vi}</p>}
      <p class="state">{say(stateOf(work))}</p>
      {last?.returned && (
        <p class="warn">
          {say({ vi: 'Lãnh đạo đơn vị đã trả lại với nội dung', en: 'The head of the unit sent it back' })}:{' '}
          <Said text={last.returned.text_vi} />
        </p>
      )}
      <ol class="tasks">
        <Task
          href={addressOf('ke-khai', group, period)}
          name={say({ vi: 'Kê khai trên màn hình', en: 'Fill in on the screen' })}
          about={<DraftProgress of={line} me={me} />}
        />
        <Task
          href={addressOf('gui', group, period)}
          name={say({
            vi: last ? 'Gửi lại tệp Excel' : 'Gửi tệp Excel',
            en: last ? 'Send the workbook again' : 'Send the workbook',
          })}
          isNext={!last}
        />
        {last && (
          <Task
            href={addressOf('lan-gui', group, period, `${last.receipt}`)}
            name={say(last.status === 'rejected' ? fix : see)}
            about={say(findingsOf(last))}
            isNext={last.status === 'rejected'}
          />
        )}
        <Task href={addressOf('tai-lieu', group, period)} name={say({ vi: 'Tài liệu kiểm chứng', en: 'Evidence' })} />
        <Task
          name={say({ vi: 'Lãnh đạo xác nhận', en: 'Certification by the head of the unit' })}
          about={say(certificationOf(work))}
        />
        <Task
          href={addressOf('ket-qua', group, period)}
          name={say({ vi: 'Câu hỏi, kết quả thẩm định và giải trình', en: 'Questions, appraisal and answers' })}
          about={own.asked && <strong>{say(askedWords(own.asked))}</strong>}
        />
      </ol>
      <p class="bar">
        <DownloadButton
          label={say({ vi: 'Tải biểu mẫu Excel đã điền sẵn', en: 'Download the prefilled form' })}
          fetch={() => download(unitPath('templates', line, me))}
        />
        <a class="button" href={addressOf('phan-cong', group, period)}>
          {say({ vi: 'Phân công', en: 'Assign rows' })}
        </a>
        <a class="button" href={addressOf('lich-su', group, period)}>
          {say({ vi: 'Lịch sử gửi', en: 'What was sent' })}
        </a>
      </p>
    </section>
  );
}

const fix = { vi: 'Sửa các lỗi đã nêu', en: 'Mend what was found' };
const see = { vi: 'Xem kết quả kiểm tra', en: 'See the result' };

interface TaskProps {
  name: string;
  about?: ComponentChildren;
  /** Absent: there is nothing to do here. */
  href?: string;
  isNext?: boolean;
}

function Task({ name, about, href, isNext }: TaskProps) {
  return (
    <li>
      {href ? (
        <a href={href} class={isNext ? 'next' : undefined}>
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
      {about && <span class="about">{about}</span>}
    </li>
  );
}

type Submission = PeriodWork['own']['submissions'][number];

function findingsOf(last: Submission) {
  const [errors, warnings] = [countOf(last, 'error'), countOf(last, 'warning')];
  return {
    vi: `${errors} lỗi, ${warnings} nội dung cần rà soát`,
    en: `${errors} errors, ${warnings} points to review`,
  };
}

/** Closing the period ends no question: it is answered late too. */
const askedWords = ({ questions, answer_by }: NonNullable<PeriodWork['own']['asked']>): Word => ({
  vi: `${questions} câu hỏi chờ trả lời, hạn ${formatDay(answer_by)}`,
  en: `${questions} to answer, due ${formatDay(answer_by)}`,
});

function stateOf({ own }: PeriodWork) {
  const [last] = own.submissions;
  if (last) return receiptSentence(last);
  return own.state === 'opened'
    ? { vi: 'Đã lấy biểu mẫu, chưa gửi số liệu.', en: 'The form was taken; nothing has been sent.' }
    : { vi: 'Chưa gửi số liệu.', en: 'Nothing has been sent.' };
}

function certificationOf({ line, own }: PeriodWork) {
  if (line.certification === null) return { vi: 'Kỳ này không yêu cầu', en: 'Not asked for in this period' };
  if (own.state === 'certified') return { vi: 'Đã xác nhận', en: 'Done' };
  return own.submissions.some(({ waiting }) => waiting)
    ? { vi: 'Đang chờ lãnh đạo đơn vị', en: 'Waiting for the head of the unit' }
    : { vi: 'Chờ có số liệu được tiếp nhận', en: 'Waits for accepted figures' };
}

/** Of what is to come a unit is told the minute, as the public is. */
export const closedWords = ({ publicAt }: Pick<PeriodWork, 'publicAt'>): Word =>
  publicAt === null
    ? { vi: 'đã đóng, chưa công bố', en: 'closed, not yet released' }
    : {
        vi: `đã đóng, công bố lúc ${formatTime(publicAt)}`,
        en: `closed, goes public at ${formatTime(publicAt)}, clock in Vietnam`,
      };

/** Out of the page, so that its words can be read without a browser. */
export function PastPeriods({ works }: { works: PeriodWork[] }) {
  const say = useSay();
  if (works.length === 0) return null;
  return (
    <section aria-labelledby="ky-truoc">
      <h2 id="ky-truoc">{say({ vi: 'Các kỳ trước', en: 'Earlier periods' })}</h2>
      <ul class="tasks">
        {works.map((work) => (
          <li key={keyOf(work)}>
            <a href={addressOf('lich-su', work.line.group, work.line.period)}>
              {say(periodName(work.line.period))}, {say({ vi: work.line.group_name_vi, en: work.line.group_name_en })}
            </a>
            {work.own.asked && (
              <a class="next" href={addressOf('ket-qua', work.line.group, work.line.period)}>
                {say(askedWords(work.own.asked))}
              </a>
            )}
            {work.preview && (
              <a class="next" href={addressOf('ket-qua-du-kien', work.line.group, work.line.period)}>
                {say({
                  vi: `Xem kết quả dự kiến${work.preview.open ? `, gửi ý kiến đến hết ngày ${formatDate(work.preview.until)}` : ''}`,
                  en: `See the result to come${work.preview.open ? `, object until the end of ${formatDate(work.preview.until)}` : ''}`,
                })}
              </a>
            )}
            <span class="about">
              {work.line.release ? say({ vi: 'đã công bố', en: 'released' }) : say(closedWords(work))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

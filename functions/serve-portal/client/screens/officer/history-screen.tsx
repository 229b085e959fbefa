import { useState } from 'preact/hooks';
import type { UnitSubmissions } from '../../../../read-submissions/read-submissions.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { When } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { Differences } from './differences.tsx';
import { receiptSentence } from './receipt-sentence.ts';
import { submissionsPath, type UnitPeriod } from './unit-path.ts';

type Submission = UnitSubmissions['submissions'][number];

/** Every receipt of the unit in a period, and what changed between two of them. */
export function HistoryScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const [query] = useQuery();
  const [from, to] = (query.get('so') ?? '').split('-');
  return (
    <Page title={`${say({ vi: 'Lịch sử gửi', en: 'What was sent' })}, ${say(periodName(of.period))}`}>
      <Loaded from={(signal) => loadAll(submissionsPath(of, me), signal)}>
        {(submissions) =>
          submissions.length === 0 ? (
            <p>{say({ vi: 'Đơn vị chưa gửi lần nào trong kỳ này.', en: 'Nothing was sent in this period.' })}</p>
          ) : (
            <>
              <Receipts of={of} submissions={submissions} />
              {submissions.length > 1 && <ChooseTwo of={of} submissions={submissions} from={from} to={to} />}
            </>
          )
        }
      </Loaded>
      {from && to && <Differences key={`${from}-${to}`} of={of} from={from} to={to} me={me} />}
    </Page>
  );
}

async function loadAll(path: string, signal: AbortSignal): Promise<Submission[]> {
  const all: Submission[] = [];
  for (let before: number | null | undefined; before !== null; ) {
    const page: UnitSubmissions = await get(before ? `${path}?before=${before}` : path, signal);
    all.push(...page.submissions);
    before = page.next_before;
  }
  return all;
}

const doors = {
  xlsx: { vi: 'biểu mẫu Excel', en: 'Excel form' },
  json: { vi: 'trên màn hình hoặc JSON', en: 'on the screen, or JSON' },
  csv: { vi: 'CSV', en: 'CSV' },
};
const senders: Record<string, { vi: string; en: string }> = {
  officer: { vi: 'cán bộ báo cáo', en: 'reporting officer' },
  publisher: { vi: 'cơ quan chủ trì gửi thay', en: 'the ministry, for the unit' },
};

function Receipts({ of, submissions }: { of: UnitPeriod; submissions: Submission[] }) {
  const say = useSay();
  return (
    <ol class="tasks" reversed>
      {submissions.map((told) => (
        <li key={told.receipt} value={told.receipt}>
          <a href={addressOf('lan-gui', of.group, of.period, `${told.receipt}`)}>
            {say({ vi: `Lần gửi ${told.receipt}`, en: `Submission ${told.receipt}` })}
          </a>
          {told.current && <strong class="tag">{say({ vi: 'bản đang tính', en: 'counts' })}</strong>}
          <span class="about">
            <When at={told.received_at} />, {say(doors[told.format])},{' '}
            {say(senders[told.sent_as] ?? { vi: told.sent_as, en: told.sent_as })}. {say(receiptSentence(told))}
          </span>
          <span class="sha">{told.sha256}</span>
        </li>
      ))}
    </ol>
  );
}

interface ChooseProps {
  of: UnitPeriod;
  submissions: Submission[];
  from: string | undefined;
  to: string | undefined;
}

function ChooseTwo({ of, submissions, from, to }: ChooseProps) {
  const say = useSay();
  const numbers = submissions.map(({ receipt }) => `${receipt}`);
  const [one, setOne] = useState(from || numbers[1]!);
  const [other, setOther] = useState(to || numbers[0]!);
  const select = (id: string, label: string, value: string, set: (value: string) => void) => (
    <>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => set(event.currentTarget.value)}>
        {numbers.map((number) => (
          <option key={number} value={number}>
            {say({ vi: `Lần gửi ${number}`, en: `Submission ${number}` })}
          </option>
        ))}
      </select>
    </>
  );
  return (
    <section aria-labelledby="so-sanh">
      <h2 id="so-sanh">{say({ vi: 'So hai lần gửi', en: 'Compare two submissions' })}</h2>
      {select('so-tu', say({ vi: 'Từ', en: 'From' }), one, setOne)}
      {select('so-den', say({ vi: 'Đến', en: 'To' }), other, setOther)}
      <p>
        <a class="button" href={`${addressOf('lich-su', of.group, of.period)}?so=${one}-${other}`}>
          {say({ vi: 'Xem khác biệt', en: 'Show the differences' })}
        </a>
      </p>
    </section>
  );
}

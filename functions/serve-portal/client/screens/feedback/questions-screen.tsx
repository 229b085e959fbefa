import { useRef, useState } from 'preact/hooks';
import type { NamedQuestion, Questions } from '../../../../read-questions/read-questions.ts';
import { get } from '../../ask-ahead.ts';
import { ListKeys } from '../../parts/list-keys.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { Question } from './question-list.tsx';
import { type PeriodOf, questionsPath } from './questions-path.ts';

/** What units were asked in a period: those that are due first, or all. */
export function QuestionsScreen({ params }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const [query, setQuery] = useQuery();
  const all = query.get('loc') === 'tat-ca';
  const load = (signal: AbortSignal) => get<Questions>(`${questionsPath(of)}?open=${!all}`, signal);
  return (
    <Page title={`${say({ vi: 'Câu hỏi cho đơn vị', en: 'Questions to units' })}: ${say(periodName(of.period))}`}>
      <p class="bar">
        <button type="button" aria-pressed={!all} onClick={() => setQuery({ loc: null })}>
          {say({ vi: 'Chưa trả lời', en: 'Waiting' })}
        </button>
        <button type="button" aria-pressed={all} onClick={() => setQuery({ loc: 'tat-ca' })}>
          {say({ vi: 'Tất cả', en: 'All' })}
        </button>
      </p>
      <Loaded from={load} on={[all]}>
        {(first) => <List key={`${all}`} of={of} first={first} all={all} />}
      </Loaded>
    </Page>
  );
}

function List({ of, first, all }: { of: PeriodOf; first: Questions; all: boolean }) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const [questions, setQuestions] = useState<NamedQuestion[]>(first.questions);
  const [next, setNext] = useState(first.next);
  const more = async () => {
    const page = await get<Questions>(`${questionsPath(of)}?open=${!all}&cursor=${encodeURIComponent(next!)}`);
    setQuestions([...questions, ...page.questions]);
    setNext(page.next);
  };
  if (questions.length === 0) return <p>{say({ vi: 'Không có câu hỏi nào.', en: 'There is no question.' })}</p>;
  return (
    <div ref={list}>
      <ListKeys within={list} />
      {questions.map((question) => (
        <article key={`${question.unit_id} ${question.question}`}>
          <h2>
            <a href={addressOf('cau-hoi', of.group, of.period, question.unit_id)}>{question.unit_name_vi}</a>
          </h2>
          <Question question={question} />
        </article>
      ))}
      {next && (
        <p class="bar">
          <button type="button" onClick={more}>
            {say({ vi: 'Xem thêm', en: 'More' })}
          </button>
        </p>
      )}
    </div>
  );
}

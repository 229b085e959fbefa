import { useState } from 'preact/hooks';
import type { UnitQuestions } from '../../../../read-questions/read-questions.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';
import { nextWeek } from '../appraisal/reasons.ts';
import { Question } from './question-list.tsx';
import { type PeriodOf, questionsPath } from './questions-path.ts';

/** What one unit was asked and answered; the ministry asks more from here. */
export function UnitQuestionsScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const unit = params.unit_id!;
  return (
    <Loaded from={(signal) => get<UnitQuestions>(questionsPath(of, unit), signal)}>
      {({ unit_name_vi, questions }, reload) => (
        <Page title={`${say({ vi: 'Câu hỏi cho đơn vị', en: 'Questions to' })}: ${unit_name_vi}`}>
          {me.role === 'publisher' ? (
            <Ask of={of} unit={unit} reload={reload} />
          ) : (
            <p class="notice">
              {say({
                vi: 'Người thẩm định hỏi về từng chỉ số ở màn hình thẩm định (Cần bổ sung).',
                en: 'An appraiser asks about an indicator where it is appraised (Ask for more).',
              })}{' '}
              <a href={addressOf('tham-dinh', of.group, of.period, 'don-vi', unit)}>
                {say({ vi: 'Thẩm định đơn vị này', en: 'Appraise this unit' })}
              </a>
            </p>
          )}
          {questions.length === 0 && <p>{say({ vi: 'Chưa có câu hỏi nào.', en: 'Nothing was asked yet.' })}</p>}
          {questions.map((question) => (
            <Question key={question.question} question={question} />
          ))}
        </Page>
      )}
    </Loaded>
  );
}

function Ask({ of, unit, reload }: { of: PeriodOf; unit: string; reload: () => void }) {
  const say = useSay();
  const [text, setText] = useStash(`ask ${of.group} ${of.period} ${unit}`, '');
  const [answerBy, setAnswerBy] = useState(() => nextWeek());
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      await post(questionsPath(of, unit), { text_vi: text, answer_by: answerBy }, key);
      setText('');
      setKey(crypto.randomUUID());
      reload();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="appraise"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for="cau-hoi-moi">{say({ vi: 'Hỏi đơn vị', en: 'Ask the unit' })}</label>
      <textarea
        id="cau-hoi-moi"
        rows={4}
        maxLength={1500}
        required
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <label for="han-tra-loi">{say({ vi: 'Hạn trả lời', en: 'Answer due' })}</label>
      <input
        id="han-tra-loi"
        type="date"
        required
        value={answerBy}
        onInput={(event) => setAnswerBy(event.currentTarget.value)}
      />
      {error ? <Trouble error={error} /> : null}
      <p class="bar">
        <button type="submit" class="main" disabled={busy || text.trim() === ''}>
          {say({ vi: 'Gửi câu hỏi', en: 'Ask' })}
        </button>
      </p>
    </form>
  );
}

import type { NamedQuestion } from '../../../../read-questions/read-questions.ts';
import { post } from '../../api.ts';
import { Said } from '../../parts/said.tsx';
import { formatDay, formatTime } from '../../parts/when.tsx';
import { useSay } from '../../words.ts';
import { type PeriodOf, questionsPath } from './questions-path.ts';
import { WordsForm } from './words-form.tsx';

interface QuestionListProps {
  of: PeriodOf;
  questions: NamedQuestion[];
  mayAnswer: boolean;
  reload: () => void;
}

/** What the ministry asks: what waits stands first, with the form to answer it. */
export function QuestionList({ of, questions, mayAnswer, reload }: QuestionListProps) {
  const say = useSay();
  const open = questions.filter((question) => question.open);
  const rest = questions.filter((question) => !question.open);
  return (
    <section>
      <h2>{say({ vi: 'Câu hỏi của cơ quan chủ trì', en: 'Questions of the ministry' })}</h2>
      {open.length === 0 && (
        <p>{say({ vi: 'Không có câu hỏi nào chờ trả lời.', en: 'No question waits for an answer.' })}</p>
      )}
      {open.map((question) => (
        <article key={question.question} class="appraise">
          <Question question={question} />
          {mayAnswer ? (
            <WordsForm
              name={`reply ${of.group} ${of.period} ${question.unit_id} ${question.question}`}
              label={say({ vi: `Trả lời câu hỏi ${question.question}`, en: `Answer question ${question.question}` })}
              submit={say({ vi: 'Gửi trả lời', en: 'Send the answer' })}
              hint={say({
                vi: 'Mỗi câu hỏi trả lời một lần. Gửi lại số liệu đã sửa cũng là trả lời.',
                en: 'Each question is answered once. Sending other figures answers it too.',
              })}
              onSend={async (words, key) => {
                await post(questionsPath(of, question.unit_id, `${question.question}`, 'reply'), words, key);
                reload();
              }}
            />
          ) : (
            <p class="notice">{say({ vi: 'Cán bộ báo cáo của đơn vị trả lời.', en: 'The unit’s officer answers.' })}</p>
          )}
        </article>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>
            {say({ vi: `Câu hỏi đã xong (${rest.length})`, en: `Questions that are settled (${rest.length})` })}
          </summary>
          {rest.map((question) => (
            <Question key={question.question} question={question} />
          ))}
        </details>
      )}
    </section>
  );
}

/** A question with its day, and its answer where there is one. */
export function Question({ question }: { question: NamedQuestion }) {
  const say = useSay();
  const { reply } = question;
  return (
    <div class="talk">
      <p>
        <strong>
          {say({ vi: 'Câu hỏi', en: 'Question' })} {question.question}
          {question.indicator_name_vi &&
            `: ${say({ vi: question.indicator_name_vi, en: question.indicator_name_en ?? '' })}`}
        </strong>
        , {formatTime(question.asked_at)}: <Said text={question.text_vi} />
      </p>
      <p>
        {reply ? (
          <>
            {say({ vi: 'Trả lời', en: 'Answer' })}, {formatTime(reply.at)}: <Said text={reply.text_vi} />{' '}
            {reply.evidence_vi && <Said text={reply.evidence_vi} />}
          </>
        ) : question.open ? (
          say({ vi: `Hạn trả lời: ${formatDay(question.answer_by)}.`, en: `Due ${formatDay(question.answer_by)}.` })
        ) : (
          say({
            vi: 'Đơn vị đã gửi số liệu khác, hoặc đã có điểm thẩm định.',
            en: 'Settled by other figures or a decision.',
          })
        )}
      </p>
    </div>
  );
}

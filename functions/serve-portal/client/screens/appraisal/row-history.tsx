import { formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { Said } from '../../parts/said.tsx';
import { formatDay, formatTime } from '../../parts/when.tsx';
import { useSay } from '../../words.ts';

interface Known {
  row: QueueRow;
  /** What people are called, by id. */
  names: Readonly<Record<string, string>>;
}

/** What was asked and answered on a row, what was decided, and where two appraisers differ. */
export function RowHistory({ row, names }: Known) {
  return (
    <>
      <Talk row={row} />
      <Decided row={row} names={names} />
      <Differing row={row} names={names} />
    </>
  );
}

function Talk({ row: { question, feedback } }: { row: QueueRow }) {
  const say = useSay();
  return (
    <>
      {question && (
        <div class="talk">
          <p>
            {say({ vi: 'Đã hỏi', en: 'Asked' })} ({formatTime(question.asked_at)}): <Said text={question.text_vi} />
          </p>
          {question.reply ? (
            <Answer name={say({ vi: 'Đơn vị trả lời', en: 'The unit answered' })} given={question.reply} />
          ) : (
            <p>
              {say({
                vi: `Chưa trả lời; hạn ${formatDay(question.answer_by)}.`,
                en: `Not answered; due ${formatDay(question.answer_by)}.`,
              })}
            </p>
          )}
        </div>
      )}
      {feedback && (
        <div class="talk">
          <Answer name={say({ vi: 'Giải trình của đơn vị', en: 'The unit’s answer to its points' })} given={feedback} />
        </div>
      )}
    </>
  );
}

const Answer = ({ name, given }: { name: string; given: NonNullable<QueueRow['feedback']> }) => (
  <p>
    {name} ({formatTime(given.at)}): <Said text={given.text_vi} />{' '}
    {given.evidence_vi && <Said text={given.evidence_vi} />}
  </p>
);

function Decided({ row: { decision }, names }: Known) {
  const say = useSay();
  if (!decision) return null;
  return (
    <p class="good">
      {say({ vi: 'Đã thẩm định', en: 'Appraised' })} ({formatTime(decision.at)}
      <By id={decision.decided_by} names={names} />
      ): <strong>{formatPoints(decision.points ?? '0')}</strong> {decision.reason && <Said text={decision.reason} />}
    </p>
  );
}

function Differing({ row: { disagreement, history }, names }: Known) {
  const say = useSay();
  if (!disagreement) return null;
  return (
    <div class="warn">
      <p>{say({ vi: 'Hai người thẩm định khác nhau:', en: 'Two appraisers differ:' })}</p>
      <ul>
        {history.map((one) => (
          <li key={one.number}>
            {one.points === null ? say({ vi: 'rút lại', en: 'taken back' }) : formatPoints(one.points)}{' '}
            <Said text={one.reason} /> ({formatTime(one.at)}
            <By id={one.decided_by} names={names} />)
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nobody: what was just saved here is the reader's own. */
const By = ({ id, names }: { id: string | null; names: Known['names'] }) =>
  id === null ? null : (
    <>
      , <PersonName id={id} name={names[id]} />
    </>
  );

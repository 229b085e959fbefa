import { formatDecimal, formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { AppraisedIndicator, UnitAppraisal } from '../../../../read-appraisal/read-appraisal.ts';
import { post } from '../../api.ts';
import { Said } from '../../parts/said.tsx';
import { formatTime } from '../../parts/when.tsx';
import { useSay } from '../../words.ts';
import { appraisalPath } from '../appraisal/appraisal-path.ts';
import type { PeriodOf } from './questions-path.ts';
import { WordsForm } from './words-form.tsx';

interface AppraisedListProps {
  of: PeriodOf;
  unit: string;
  appraisal: UnitAppraisal;
  mayAnswer: boolean;
  reload: () => void;
}

/** Own points, appraised points, difference and reason; what differs stands first, and may be answered once. */
export function AppraisedList({ of, unit, appraisal, mayAnswer, reload }: AppraisedListProps) {
  const say = useSay();
  const differing = appraisal.indicators.filter(differs);
  const rest = appraisal.indicators.filter((row) => !differs(row));
  const decided = appraisal.indicators.filter((row) => row.appraised_points !== null).length;
  return (
    <section>
      <h2>{say({ vi: 'Kết quả thẩm định', en: 'Appraisal' })}</h2>
      <p>
        {say({
          vi: `Đã thẩm định ${decided}/${appraisal.indicators.length} chỉ số; ${differing.length} chỉ số khác điểm tự đánh giá.`,
          en: `${decided} of ${appraisal.indicators.length} appraised; ${differing.length} differ from own points.`,
        })}{' '}
        {!appraisal.open &&
          say({ vi: 'Kỳ đã đóng: điểm không đổi nữa.', en: 'The period is closed: points do not change.' })}
      </p>
      {differing.map((row) => (
        <article key={row.indicator} class="appraise">
          <h3>{say({ vi: row.name_vi, en: row.name_en })}</h3>
          <Points row={row} />
          <Answer {...{ of, unit, row, mayAnswer, reload }} />
        </article>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>
            {say({ vi: `Các chỉ số còn lại (${rest.length})`, en: `The other indicators (${rest.length})` })}
          </summary>
          {rest.map((row) => (
            <div key={row.indicator} class="talk">
              <h3>{say({ vi: row.name_vi, en: row.name_en })}</h3>
              <Points row={row} />
              {row.feedback && <Given row={row} />}
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

const differs = ({ difference }: AppraisedIndicator): boolean => difference !== null && Number(difference) !== 0;

function Points({ row }: { row: AppraisedIndicator }) {
  const say = useSay();
  return (
    <>
      <p class="figures">
        <span>
          {say({ vi: 'Tự đánh giá', en: 'Own' })}: {formatPoints(row.self_points)}
        </span>
        <span>
          {say({ vi: 'Thẩm định', en: 'Appraised' })}:{' '}
          <strong>
            {row.appraised_points === null ? say({ vi: 'chưa có', en: 'not yet' }) : formatPoints(row.appraised_points)}
          </strong>
        </span>
        {differs(row) && (
          <span>
            {say({ vi: 'Chênh lệch', en: 'Difference' })}: {formatDecimal(row.difference!)}
          </span>
        )}
        <span>
          {say({ vi: 'Tối đa', en: 'Maximum' })}: {formatPoints(row.max_points)}
        </span>
      </p>
      {row.reason && (
        <p>
          {say({ vi: 'Lý do', en: 'Reason' })}: <Said text={row.reason} />{' '}
          {row.decided_at && <small>({formatTime(row.decided_at)})</small>}
        </p>
      )}
    </>
  );
}

interface AnswerProps extends Omit<AppraisedListProps, 'appraisal'> {
  row: AppraisedIndicator;
}

/** Once per row; then it is the appraiser's turn, and the second decision stands. */
function Answer({ of, unit, row, mayAnswer, reload }: AnswerProps) {
  const say = useSay();
  if (row.feedback) return <Given row={row} />;
  if (!row.may_answer) return null;
  if (!mayAnswer)
    return (
      <p class="notice">{say({ vi: 'Cán bộ báo cáo của đơn vị giải trình.', en: 'The unit’s officer answers.' })}</p>
    );
  return (
    <details>
      <summary>{say({ vi: `Giải trình: ${row.name_vi}`, en: `Answer: ${row.name_en}` })}</summary>
      <WordsForm
        name={`feedback ${of.group} ${of.period} ${unit} ${row.indicator}`}
        label={say({ vi: 'Nội dung giải trình', en: 'What the unit says' })}
        submit={say({ vi: 'Gửi giải trình', en: 'Send' })}
        hint={say({
          vi: 'Mỗi chỉ số giải trình một lần; sau đó người thẩm định quyết định lần hai.',
          en: 'Once per indicator; then the appraiser decides again.',
        })}
        onSend={async (words, key) => {
          await post(appraisalPath(of, unit, 'feedback'), { indicator: row.indicator, ...words }, key);
          reload();
        }}
      />
    </details>
  );
}

function Given({ row: { feedback } }: { row: AppraisedIndicator }) {
  const say = useSay();
  if (!feedback) return null;
  return (
    <p class="talk">
      {say({ vi: 'Đơn vị đã giải trình', en: 'The unit said' })} ({formatTime(feedback.at)}):{' '}
      <Said text={feedback.text_vi} /> {feedback.evidence_vi && <Said text={feedback.evidence_vi} />}
    </p>
  );
}

import type { ToldObjection } from '../../../../read-objections/read-objections.ts';
import { post } from '../../api.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { When } from '../../parts/when.tsx';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { roles } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { apiPeriod } from './period-of.ts';

interface ObjectionListProps {
  objections: ToldObjection[];
  /** Group and period, as in the address. */
  of: Record<string, string>;
  /** The person may answer. */
  answers: boolean;
  done: () => void;
}

export function ObjectionList({ objections, of, answers, done }: ObjectionListProps) {
  const say = useSay();
  return (
    <ul class="tasks">
      {objections.map((one) => (
        <li key={`${one.unit_id} ${one.objection}`} class="item">
          <p>
            <strong>
              {one.unit_name_vi} · {one.indicator ?? say({ vi: 'kết quả chung', en: 'the whole' })}
            </strong>
          </p>
          <p class="said">{one.text_vi}</p>
          {one.evidence_vi && (
            <p class="said">
              {say({ vi: 'Minh chứng: ', en: 'Evidence: ' })}
              {one.evidence_vi}
            </p>
          )}
          <p class="hint">
            {say(roles[one.role]!)}, <When at={one.at} />
            {!one.current && say({ vi: ', đối với lần xem trước trước đó', en: ', to an earlier preview' })}
          </p>
          {one.answer ? (
            <div class="good">
              <p>
                <strong>
                  {one.answer.outcome === 'accepted'
                    ? say({ vi: 'Chấp nhận', en: 'Accepted' })
                    : say({ vi: 'Không chấp nhận', en: 'Declined' })}
                </strong>
                , <When at={one.answer.at} />
              </p>
              <p class="said">{one.answer.text_vi}</p>
            </div>
          ) : answers ? (
            <Answer at={`/v1/objections/${apiPeriod(of)}/${one.unit_id}/${one.objection}/answer`} done={done} />
          ) : (
            <p>{say({ vi: 'Chưa trả lời.', en: 'Not answered yet.' })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Answer({ at, done }: { at: string; done: () => void }) {
  const say = useSay();
  const [form, setForm] = useStash(at, { outcome: 'declined', text_vi: '' });
  const act = useAct();
  const answer = async () => {
    if (await act.run(() => post(at, form, act.key))) done();
  };
  return (
    <>
      <Field
        label={say({ vi: 'Kết luận', en: 'Outcome' })}
        value={form.outcome}
        onInput={(outcome) => setForm({ ...form, outcome })}
        options={[
          ['declined', say({ vi: 'Không chấp nhận, giữ nguyên', en: 'Declined, it stands' })],
          ['accepted', say({ vi: 'Chấp nhận, thẩm định lại rồi chạy lại', en: 'Accepted, decide and run again' })],
        ]}
      />
      <Field
        label={say({ vi: 'Trả lời', en: 'Answer' })}
        type="area"
        value={form.text_vi}
        onInput={(text_vi) => setForm({ ...form, text_vi })}
      />
      <ActButton act={act} onAct={answer}>
        {say({ vi: 'Gửi trả lời', en: 'Answer' })}
      </ActButton>
    </>
  );
}

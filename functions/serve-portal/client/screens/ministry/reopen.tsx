import { post } from '../../api.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';

/** Lets one unit send again until a day. */
export function Reopen({ at, unitId, done }: { at: string; unitId: string; done: () => void }) {
  const say = useSay();
  const [form, setForm] = useStash(`reopen ${at} ${unitId}`, { until: '', reason_vi: '' });
  const act = useAct();
  const reopen = async () => {
    if (await act.run(() => post(`${at}/reopen`, { unit_id: unitId, ...form }))) done();
  };
  return (
    <section>
      <h2>{say({ vi: 'Mở lại cho đơn vị', en: 'Reopen for the unit' })}</h2>
      <Field
        label={say({ vi: 'Đến hết ngày', en: 'Until the end of' })}
        type="date"
        value={form.until}
        onInput={(until) => setForm({ ...form, until })}
      />
      <Field
        label={say({ vi: 'Lý do', en: 'Reason' })}
        type="area"
        value={form.reason_vi}
        onInput={(reason_vi) => setForm({ ...form, reason_vi })}
      />
      <ActButton act={act} onAct={reopen}>
        {say({ vi: 'Mở lại', en: 'Reopen' })}
      </ActButton>
    </section>
  );
}

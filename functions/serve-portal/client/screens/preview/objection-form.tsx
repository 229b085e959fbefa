import type { ToldObjection } from '../../../../read-objections/read-objections.ts';
import type { UnitPreview } from '../../../../read-preview/read-preview.ts';
import { post } from '../../api.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';

interface ObjectProps {
  preview: UnitPreview;
  objections: ToldObjection[];
  done: () => void;
}

const empty = { indicator: '', text_vi: '', evidence_vi: '' };

/** Once on each indicator and once on the whole: what was objected to already is no choice any more. */
export function ObjectionForm({ preview, objections, done }: ObjectProps) {
  const say = useSay();
  const { group, period, unit_id, indicators } = preview;
  const at = `/v1/objections/${group}/${period}/${unit_id}`;
  const [form, setForm] = useStash(at, empty);
  const act = useAct();
  const given = new Set(objections.filter(({ current }) => current).map(({ indicator }) => indicator ?? ''));
  const choices = [
    ['', say({ vi: 'Kết quả chung', en: 'The result as a whole' })] as const,
    ...indicators.map(
      (one) => [one.indicator, `${one.indicator} ${say({ vi: one.name_vi, en: one.name_en })}`] as const,
    ),
  ].filter(([code]) => !given.has(code));
  const chosen = choices.some(([code]) => code === form.indicator) ? form.indicator : (choices[0]?.[0] ?? null);
  if (chosen === null) return null;
  const object = async () => {
    const { text_vi, evidence_vi } = form;
    const body = { text_vi, ...(chosen && { indicator: chosen }), ...(evidence_vi.trim() && { evidence_vi }) };
    if (!(await act.run(() => post(at, body, act.key)))) return;
    setForm(empty);
    done();
  };
  return (
    <section>
      <h2>{say({ vi: 'Nêu ý kiến', en: 'Object' })}</h2>
      <Field
        label={say({ vi: 'Về', en: 'About' })}
        value={chosen}
        onInput={(indicator) => setForm({ ...form, indicator })}
        options={choices}
      />
      <Field
        label={say({ vi: 'Nội dung, lý do', en: 'What and why' })}
        type="area"
        value={form.text_vi}
        onInput={(text_vi) => setForm({ ...form, text_vi })}
      />
      <Field
        label={say({
          vi: 'Minh chứng: số, ngày, cơ quan (không bắt buộc)',
          en: 'Evidence: number, date, office (optional)',
        })}
        value={form.evidence_vi}
        onInput={(evidence_vi) => setForm({ ...form, evidence_vi })}
      />
      <p class="notice">
        {say({
          vi: 'Mỗi nội dung nêu một lần và không sửa được sau khi gửi. Cơ quan chủ trì trả lời trước khi công bố.',
          en: 'Once on each, and not changed after sending. The ministry answers before the release.',
        })}
      </p>
      <ActButton act={act} onAct={object}>
        {say({ vi: 'Gửi ý kiến', en: 'Send' })}
      </ActButton>
    </section>
  );
}

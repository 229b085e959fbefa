import { useState } from 'preact/hooks';
import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import { get, post } from '../../api.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { addressOf } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';

const empty = { group: '', period: '', framework: '', deadline: '', notice: '', certification: '' };

/** A period is opened with a framework that was used before, or one from a file. */
export function OpenPeriod() {
  const say = useSay();
  return (
    <Page title={say({ vi: 'Mở kỳ báo cáo', en: 'Open a period' })}>
      <Loaded from={(signal) => get<{ periods: PeriodLine[] }>('/v1/periods', signal)}>
        {({ periods }) => <Form periods={periods} />}
      </Loaded>
    </Page>
  );
}

function Form({ periods }: { periods: PeriodLine[] }) {
  const say = useSay();
  const [form, setForm] = useStash('open-period', empty);
  const [file, setFile] = useState<string | null>(null);
  const act = useAct();
  const set = (name: keyof typeof empty) => (value: string) => setForm({ ...form, [name]: value });
  const frameworks = new Map(periods.map((line) => [line.framework_sha256, line]));
  const groups = new Map(periods.map(({ group, group_name_vi }) => [group, group_name_vi]));
  const open = async () => {
    const framework = file ?? JSON.stringify(await get(`/v1/frameworks/${form.framework}`));
    const { group, period, deadline, notice, certification } = form;
    await post('/v1/periods', {
      ...{ group: group.trim(), period: period.trim(), framework },
      ...(deadline && { deadline }),
      ...(notice.trim() && { notice_vi: notice }),
      ...(certification && { certification }),
    });
    location.hash = addressOf('ky', group.trim(), period.trim());
  };
  return (
    <>
      <Field
        label={say({ vi: 'Nhóm đơn vị', en: 'Group' })}
        hint={say({
          vi: `Mã nhóm, ví dụ ${[...groups].map(([code, name]) => `${code} (${name})`).join(', ') || 'province34'}`,
          en: 'Id of the group, such as province34',
        })}
        value={form.group}
        onInput={set('group')}
      />
      <Field
        label={say({ vi: 'Kỳ', en: 'Period' })}
        hint={say({ vi: 'Năm hoặc quý: 2026, 2026-Q3', en: 'A year or a quarter: 2026, 2026-Q3' })}
        value={form.period}
        onInput={set('period')}
      />
      <Field
        label={say({ vi: 'Bộ chỉ số', en: 'Framework' })}
        value={form.framework}
        onInput={set('framework')}
        options={[
          ['', say({ vi: 'Chọn bộ chỉ số đã dùng, hoặc tệp ở dưới', en: 'One used before, or a file below' })],
          ...[...frameworks].map(
            ([sha256, { framework_id, framework_version, period_label_vi, group_name_vi }]) =>
              [sha256, `${framework_id} ${framework_version} (${period_label_vi}, ${group_name_vi})`] as const,
          ),
        ]}
      />
      <label>
        {say({ vi: 'hoặc tệp văn bản JSON của bộ chỉ số', en: 'or the JSON document of a framework' })}{' '}
        <input
          type="file"
          accept=".json"
          onChange={async ({ currentTarget }) => setFile((await currentTarget.files?.[0]?.text()) ?? null)}
        />
      </label>
      <Field
        label={say({ vi: 'Ngày cuối gửi báo cáo (không bắt buộc)', en: 'Last day for sending (optional)' })}
        type="date"
        value={form.deadline}
        onInput={set('deadline')}
      />
      <Field
        label={say({ vi: 'Lời lưu ý trước mọi số liệu (không bắt buộc)', en: 'Notice before every figure (optional)' })}
        value={form.notice}
        onInput={set('notice')}
      />
      <Field
        label={say({ vi: 'Số liệu được tính', en: 'What counts' })}
        value={form.certification}
        onInput={set('certification')}
        options={[
          ['', say({ vi: 'Khi được tiếp nhận', en: 'What is accepted' })],
          ['required', say({ vi: 'Khi lãnh đạo đơn vị đã xác nhận', en: 'What the head of the unit certified' })],
        ]}
      />
      <p class="notice">
        {say({
          vi: 'Sau khi mở, bộ chỉ số, lời lưu ý và cách tính số liệu của kỳ không đổi được; hạn gửi đổi được, có ghi lý do.',
          en: 'Once it is open, framework, notice and what counts stay; the deadline may be moved, with a reason.',
        })}
      </p>
      <ActButton act={act} onAct={() => act.run(open)}>
        {say({ vi: 'Mở kỳ', en: 'Open the period' })}
      </ActButton>
    </>
  );
}

import type { NamedGroup } from '../../../../../shared/frameworks/groups-served.ts';
import type { FrameworkLine } from '../../../../list-frameworks/list-frameworks.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay, type Word } from '../../words.ts';
import { groupName, words } from './words.ts';

interface Version {
  framework_id: string;
  version: string;
}

/** Opens a period under one published version. */
export function OpenPeriodScreen({ params }: ScreenProps) {
  const say = useSay();
  const of = { framework_id: params.framework_id ?? '', version: params.version ?? '' };
  return (
    <Page
      title={say({
        vi: `Mở kỳ: ${of.framework_id}, phiên bản ${of.version}`,
        en: `Open a period: ${of.framework_id}, version ${of.version}`,
      })}
    >
      <Loaded from={(signal) => loadGroups(of, signal)}>
        {(groups) =>
          groups === null ? (
            <p class="notice">
              {say({ vi: 'Phiên bản này chưa công bố nên chưa mở kỳ được.', en: 'This version is not published.' })}
            </p>
          ) : (
            <Form of={of} groups={groups} />
          )
        }
      </Loaded>
      <p>
        <a href="#/bo-chi-so">{say(words.title)}</a>
      </p>
    </Page>
  );
}

/** Null: the version is not published. */
async function loadGroups({ framework_id, version }: Version, signal: AbortSignal): Promise<NamedGroup[] | null> {
  const { frameworks } = await get<{ frameworks: FrameworkLine[] }>('/v1/me/frameworks', signal);
  const line = frameworks.find((one) => one.framework_id === framework_id && one.version === version);
  return line?.published_at ? line.groups : null;
}

const empty = { group: '', period: '', deadline: '', certification: '' };

function Form({ of, groups }: { of: Version; groups: NamedGroup[] }) {
  const say = useSay();
  const act = useAct();
  const [form, setForm] = useStash('open-version', { ...empty, group: groups.length === 1 ? groups[0]!.group : '' });
  const set = (name: keyof typeof empty) => (value: string) => setForm({ ...form, [name]: value });
  const open = async () => {
    const { group, deadline, certification } = form;
    const period = form.period.trim();
    const terms = { ...(deadline && { deadline }), ...(certification && { certification }) };
    await post('/v1/periods', { group, period, framework: of, ...terms });
    location.hash = addressOf('ky', group, period);
  };
  return (
    <>
      <Field
        label={say({ vi: 'Nhóm đơn vị', en: 'Group of units' })}
        value={form.group}
        onInput={set('group')}
        options={[
          ['', say({ vi: 'Chọn nhóm', en: 'Choose a group' })],
          ...groups.map((one) => [one.group, say(groupName(one))] as const),
        ]}
      />
      <Field
        label={say({ vi: 'Kỳ', en: 'Period' })}
        hint={say({ vi: 'Năm hoặc quý: 2026, 2026-Q3', en: 'A year or a quarter: 2026, 2026-Q3' })}
        value={form.period}
        onInput={set('period')}
      />
      <Field
        label={say({ vi: 'Ngày cuối gửi báo cáo (không bắt buộc)', en: 'Last day for sending (optional)' })}
        {...(form.deadline && { hint: say(endOf(form.deadline)) })}
        type="date"
        value={form.deadline}
        onInput={set('deadline')}
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
      <p class="warn">
        {say({
          vi: 'Bộ chỉ số của một kỳ không thay đổi sau khi mở. Hạn gửi đổi được, kèm lý do.',
          en: 'The framework of a period does not change once it is open. The deadline may be moved with a reason.',
        })}
      </p>
      <ActButton act={act} onAct={() => act.run(open)}>
        {say(words.open)}
      </ActButton>
    </>
  );
}

/** As it is understood, whatever the browser's own field shows. */
const endOf = (day: string): Word => {
  const written = day.split('-').reverse().join('/');
  return { vi: `Đến hết ngày ${written}`, en: `To the end of ${written}` };
};

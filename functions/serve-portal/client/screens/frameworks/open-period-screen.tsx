import { useState } from 'preact/hooks';
import type { NamedGroup } from '../../../../../shared/frameworks/groups-served.ts';
import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import type { FrameworkLine } from '../../../../list-frameworks/list-frameworks.ts';
import { get, post } from '../../api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Trouble } from '../../parts/trouble.tsx';
import type { ScreenProps } from '../../routes.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';
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
  const { frameworks } = await get<{ frameworks: FrameworkLine[] }>('/v1/frameworks', signal);
  const line = frameworks.find((one) => one.framework_id === framework_id && one.version === version);
  return line?.published_at ? line.groups : null;
}

const empty = { group: '', period: '', deadline: '', certification: false };

type State =
  | { step: 'form' }
  | { step: 'sending' }
  | { step: 'failed'; error: unknown }
  | { step: 'done'; period: PeriodView };

function Form({ of, groups }: { of: Version; groups: NamedGroup[] }) {
  const say = useSay();
  const [given, setGiven] = useStash('open-period', { ...empty, group: groups.length === 1 ? groups[0]!.group : '' });
  const [state, setState] = useState<State>({ step: 'form' });
  if (state.step === 'done') return <Opened period={state.period} />;
  const open = async (event: Event) => {
    event.preventDefault();
    setState({ step: 'sending' });
    const { group, period, deadline, certification } = given;
    const terms = { ...(deadline ? { deadline } : {}), ...(certification ? { certification: 'required' } : {}) };
    await post<PeriodView>('/v1/periods', { group, period, framework: of, ...terms }).then(
      (opened) => setState({ step: 'done', period: opened }),
      (error) => setState({ step: 'failed', error }),
    );
  };
  return (
    <form onSubmit={open}>
      {state.step === 'failed' && <Trouble error={state.error} />}
      <label for="open-group">{say({ vi: 'Nhóm đơn vị', en: 'Group of units' })}</label>
      <select
        id="open-group"
        required
        value={given.group}
        onChange={(event) => setGiven({ ...given, group: event.currentTarget.value })}
      >
        <option value="">{say({ vi: 'Chọn nhóm', en: 'Choose a group' })}</option>
        {groups.map((one) => (
          <option key={one.group} value={one.group}>
            {say(groupName(one))}
          </option>
        ))}
      </select>
      <label for="open-name">{say({ vi: 'Kỳ (2026 hoặc 2026-Q4)', en: 'Period (2026 or 2026-Q4)' })}</label>
      <input
        id="open-name"
        required
        pattern="20[0-9]{2}(-Q[1-4])?"
        value={given.period}
        onInput={(event) => setGiven({ ...given, period: event.currentTarget.value })}
      />
      <label for="open-deadline">
        {say({ vi: 'Hạn gửi (hết ngày, giờ Việt Nam)', en: 'Deadline (end of the day in Vietnam)' })}
      </label>
      <input
        id="open-deadline"
        type="date"
        value={given.deadline}
        onInput={(event) => setGiven({ ...given, deadline: event.currentTarget.value })}
      />
      {given.deadline && (
        <p class="hint">
          {say({ vi: `Hết ngày ${dayOf(given.deadline)}`, en: `The end of ${dayOf(given.deadline)}` })}
        </p>
      )}
      <label>
        <input
          type="checkbox"
          checked={given.certification}
          onInput={(event) => setGiven({ ...given, certification: event.currentTarget.checked })}
        />{' '}
        {say({
          vi: 'Chỉ tính số liệu đã được lãnh đạo đơn vị xác nhận',
          en: 'Only what the head of the unit has certified counts',
        })}
      </label>
      <p class="warn">
        {say({
          vi: 'Bộ chỉ số của một kỳ không thay đổi sau khi mở. Hạn gửi đổi được, kèm lý do.',
          en: 'The framework of a period does not change once it is open. The deadline may be moved with a reason.',
        })}
      </p>
      <p class="bar">
        <button type="submit" class="main" disabled={state.step === 'sending'}>
          {say(words.open)}
        </button>
      </p>
      <p role="status">{state.step === 'sending' ? say({ vi: 'Đang mở kỳ…', en: 'Opening…' }) : ''}</p>
    </form>
  );
}

/** `15/10/2026`, whatever the browser's own field shows. */
const dayOf = (day: string): string => day.split('-').reverse().join('/');

function Opened({ period: { group_name_vi, group_name_en, period, deadline } }: { period: PeriodView }) {
  const say = useSay();
  const until = deadline ? { vi: `, hạn gửi ${dayOf(deadline)}`, en: `, deadline ${deadline}` } : { vi: '', en: '' };
  return (
    <p class="good" role="status">
      {say(periodName(period))} ({say({ vi: group_name_vi, en: group_name_en })}){' '}
      {say({ vi: `đã mở${until.vi}.`, en: `is open${until.en}.` })}
    </p>
  );
}

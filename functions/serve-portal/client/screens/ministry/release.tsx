import { useState } from 'preact/hooks';
import type { AnnouncedRelease } from '../../../../publish-release/announce-release.ts';
import type { PublishedRelease } from '../../../../publish-release/publish-release.ts';
import type { Checklist, Condition } from '../../../../publish-release/read-checklist.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { When } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { changers, conditions } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { Announced, minuteInVietnam, WithdrawForm } from './announced.tsx';

/** The release: every condition, and the button or what keeps this person from it in its place. */
export function ReleaseScreen({ params }: ScreenProps) {
  const say = useSay();
  const [made, setMade] = useState<PublishedRelease | AnnouncedRelease | null>(null);
  if (made) return 'public_at' in made ? <Announced made={made} /> : <Released made={made} />;
  const at = `/v1/runs/${params.run_id}/release-checklist`;
  return (
    <Page title={say({ vi: 'Công bố kết quả', en: 'Release' })}>
      <p>
        <a href={addressOf('lan-tinh', params.run_id!)}>
          {say({ vi: 'Xem lại lần tính điểm', en: 'Back to the run' })}
        </a>
      </p>
      <Loaded from={(signal) => get<Checklist>(at, signal)}>
        {(checklist) => <Conditions checklist={checklist} onMade={setMade} />}
      </Loaded>
    </Page>
  );
}

/** Thousands of pages may take longer than one call has; the same call again goes on where it was. */
const mostCalls = 20;

async function publishWhole(body: object, call = 1): Promise<PublishedRelease | AnnouncedRelease> {
  const made = await post<PublishedRelease | AnnouncedRelease>('/v1/releases', body);
  const goesOn = 'published' in made && !made.published && call < mostCalls;
  return goesOn ? publishWhole(body, call + 1) : made;
}

function Conditions({
  checklist,
  onMade,
}: {
  checklist: Checklist;
  onMade: (made: PublishedRelease | AnnouncedRelease) => void;
}) {
  const say = useSay();
  const { run_id, release, released, releasable } = checklist;
  const [despite, setDespite] = useStash(`despite ${run_id}`, '');
  const [minute, setMinute] = useStash(`public_at ${run_id}`, '');
  const act = useAct();
  const unmet = checklist.conditions.filter(({ state }) => state !== 'true');
  const isOverridable = unmet.length === 1 && unmet[0]!.condition === 'inputs-unchanged';
  const publish = () =>
    act.run(async () => {
      const body = {
        ...{ run_id, ...(despite.trim() ? { despite } : {}) },
        ...(minute ? { public_at: minuteInVietnam(minute) } : {}),
      };
      onMade(await publishWhole(body));
    });
  const label = releaseLabel(release);
  if (released) return <p class="good">{say({ vi: `${label.vi} đã công bố.`, en: `${label.en} is released.` })}</p>;
  return (
    <>
      <ul class="checklist">
        {checklist.conditions.map((condition) => (
          <ConditionItem key={condition.condition} told={condition} release={release} />
        ))}
      </ul>
      {unmet.some(({ problem }) => problem?.code === 'release-announced') && <WithdrawForm runId={run_id} />}
      {(releasable || isOverridable) && (
        <>
          {isOverridable && (
            <Field
              label={say({ vi: 'Lý do vẫn công bố', en: 'Why it goes out all the same' })}
              type="area"
              value={despite}
              onInput={setDespite}
            />
          )}
          <Field
            label={say({ vi: 'Thời điểm công bố, giờ Việt Nam', en: 'When it goes out, by the clock in Vietnam' })}
            hint={say({ vi: 'Để trống: công bố ngay.', en: 'Empty: at once.' })}
            type="minute"
            value={minute}
            onInput={setMinute}
          />
          <p class="notice">
            {say({
              vi: `${label.vi} sẽ hiện trên trang công bố ngay, hoặc vào thời điểm đã ghi. Đợt đã công bố không rút lại và không sửa được; sai sót được đính chính bằng đợt mới.`,
              en: `${label.en} goes on the public site at once, or at the minute given. It is never taken back nor changed; what is wrong is corrected by another release.`,
            })}
          </p>
          <ActButton act={act} onAct={publish}>
            {minute
              ? say({ vi: `Ấn định công bố ${label.vi}`, en: `Announce ${label.en}` })
              : say({ vi: `Công bố ${label.vi}`, en: `Release ${label.en}` })}
          </ActButton>
        </>
      )}
    </>
  );
}

const signs = { true: '✓', false: '✕', waiting: '…' } as const;
const signWords = {
  true: { vi: 'Đạt', en: 'Met' },
  false: { vi: 'Chưa đạt', en: 'Not met' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
} as const;

/** Where what is missing can be done; the release is `dti/province34/2024/r1`. */
function WayTo({ told: { condition }, release }: { told: Condition; release: string }) {
  const say = useSay();
  const [, group = '', period = ''] = release.split('/');
  if (condition === 'period-closed')
    return <a href={addressOf('ky', group, period, 'dong')}>{say({ vi: 'Đóng kỳ', en: 'Close the period' })}</a>;
  if (condition === 'inputs-unchanged')
    return <a href={addressOf('ky', group, period, 'tinh-diem')}>{say({ vi: 'Các lần tính điểm', en: 'Runs' })}</a>;
  return null;
}

function ConditionItem({ told, release }: { told: Condition; release: string }) {
  const say = useSay();
  const { condition, state, problem, changer } = told;
  return (
    <li class={`check-${state}`}>
      <p>
        <span aria-hidden="true">{signs[state]}</span> <strong>{say(conditions[condition]!)}</strong>:{' '}
        {say(signWords[state]).toLowerCase()}
      </p>
      {problem && (
        <p>
          {say({ vi: problem.detail, en: problem.detail_en })} {changer && `${say(changers[changer]!)}.`}{' '}
          <WayTo told={told} release={release} />
        </p>
      )}
    </li>
  );
}

function Released({ made }: { made: PublishedRelease }) {
  const say = useSay();
  return (
    <Page
      title={say({
        vi: `Đã công bố ${releaseLabel(made.release).vi}`,
        en: `${releaseLabel(made.release).en} is released`,
      })}
    >
      <p class="good">
        <When at={made.released_at} />
      </p>
      <dl class="facts">
        <dt>{say({ vi: 'Địa chỉ', en: 'Address' })}</dt>
        <dd>/releases/{made.release}/</dd>
        <dt>SHA-256 manifest.json</dt>
        <dd class="sha">{made.manifest_sha256}</dd>
        <dt>{say({ vi: 'Không được tính', en: 'Did not count' })}</dt>
        <dd>{made.not_counted.length}</dd>
      </dl>
      <p>
        <a href={addressOf('ky', made.group, made.period)}>{say({ vi: 'Bảng theo dõi kỳ', en: 'Board' })}</a>
      </p>
    </Page>
  );
}

import { useState } from 'preact/hooks';
import type { AnnouncedRelease } from '../../../../publish-release/announce-release.ts';
import type { PublishedRelease } from '../../../../publish-release/publish-release.ts';
import type { Checklist } from '../../../../publish-release/read-checklist.ts';
import type { WithdrawnRelease } from '../../../../publish-release/withdraw-release.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useLive } from '../../use-live.ts';
import { useStash } from '../../use-stash.ts';
import { useSay, type Word } from '../../words.ts';
import { Announced, Withdrawn } from './announced.tsx';
import { Conditions } from './conditions.tsx';
import { MinuteField, minuteInVietnam } from './minute-field.tsx';
import { Released } from './released.tsx';
import { watchSeconds } from './watch-seconds.ts';

/** The release: what it waits for, what keeps this person from it, what became of it. It is looked at again by itself. */
export function ReleaseScreen({ params }: ScreenProps) {
  const say = useSay();
  const runId = params.run_id!;
  const [everySeconds, setEverySeconds] = useState(0);
  const [made, setMade] = useState<PublishedRelease | null>(null);
  const [withdrawn, setWithdrawn] = useState<WithdrawnRelease | null>(null);
  const live = useLive(async (signal) => {
    const checklist = await get<Checklist>(`/v1/runs/${runId}/release-checklist`, signal);
    setEverySeconds(watchSeconds(checklist, Date.now()));
    return checklist;
  }, everySeconds);
  const checklist = live.value;
  return (
    <Page title={say(titleOf(checklist, runId))}>
      <p>
        <a href={addressOf('lan-tinh', runId)}>{say({ vi: 'Xem lại lần tính điểm', en: 'Back to the run' })}</a>
      </p>
      {live.error !== null && <Trouble error={live.error} again={live.refresh} />}
      {!checklist && live.error === null && <p role="status">{say({ vi: 'Đang tải…', en: 'Loading…' })}</p>}
      {withdrawn && !checklist?.announced && <Withdrawn made={withdrawn} />}
      {checklist?.announced && (
        <Announced
          {...{ announced: checklist.announced, runId }}
          onWithdrawn={(taken) => {
            setWithdrawn(taken);
            live.refresh();
          }}
        />
      )}
      {checklist?.released && <Released checklist={checklist} made={made} />}
      {checklist && !checklist.released && checklist.announced?.run_id !== runId && (
        <>
          <Conditions checklist={checklist} />
          <Decide
            checklist={checklist}
            onMade={(one) => {
              if ('published' in one) setMade(one);
              setWithdrawn(null);
              live.refresh();
            }}
          />
        </>
      )}
    </Page>
  );
}

function titleOf(checklist: Checklist | null, runId: string): Word {
  if (!checklist) return { vi: 'Công bố kết quả', en: 'Release' };
  const { vi, en } = releaseLabel(checklist.release);
  if (checklist.released) return { vi: `Đã công bố ${vi}`, en: `${en} is released` };
  if (checklist.announced?.run_id === runId) return { vi: `Chờ công bố ${vi}`, en: `${en} waits for its minute` };
  return { vi: 'Công bố kết quả', en: 'Release' };
}

/** Thousands of pages may take longer than one call has; the same call again goes on where it was. */
const mostCalls = 20;

async function publishWhole(body: object, call = 1): Promise<PublishedRelease | AnnouncedRelease> {
  const made = await post<PublishedRelease | AnnouncedRelease>('/v1/releases', body);
  const goesOn = 'published' in made && !made.published && call < mostCalls;
  return goesOn ? publishWhole(body, call + 1) : made;
}

interface DecideProps {
  checklist: Checklist;
  onMade: (made: PublishedRelease | AnnouncedRelease) => void;
}

/** At once or for a minute, where nothing keeps this person from it. */
function Decide({ checklist, onMade }: DecideProps) {
  const say = useSay();
  const { run_id, release, releasable } = checklist;
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
  if (!releasable && !isOverridable) return null;
  const { vi, en } = releaseLabel(release);
  return (
    <>
      {isOverridable && (
        <Field
          label={say({ vi: 'Lý do vẫn công bố', en: 'Why it goes out all the same' })}
          type="area"
          value={despite}
          onInput={setDespite}
        />
      )}
      <MinuteField minute={minute} onInput={setMinute} />
      <p class="notice">{say(minute ? atMinute(vi, en) : atOnce(vi, en))}</p>
      <ActButton act={act} onAct={publish}>
        {minute
          ? say({ vi: `Ấn định công bố ${vi}`, en: `Announce ${en}` })
          : say({ vi: `Công bố ${vi}`, en: `Release ${en}` })}
      </ActButton>
    </>
  );
}

const atOnce = (vi: string, en: string): Word => ({
  vi: `${vi} sẽ hiện trên trang công bố ngay. Đợt đã công bố không rút lại và không sửa được; sai sót được đính chính bằng đợt mới.`,
  en: `${en} goes on the public site at once. It is never taken back nor changed; what is wrong is corrected by another release.`,
});

const atMinute = (vi: string, en: string): Word => ({
  vi: `${vi} sẽ tự hiện trên trang công bố vào thời điểm đã ghi. Nhóm, kỳ và thời điểm được báo trước cho công chúng và cho các đơn vị. Trước đó người chạy hoặc người ấn định rút lại được, kèm lý do; sau đó không rút lại và không sửa được.`,
  en: `${en} goes public by itself at that minute. Group, period and minute are told beforehand. Until then who ran or announced it may withdraw it, with a reason.`,
});

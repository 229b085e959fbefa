import { useState } from 'preact/hooks';
import type { AnnouncedRelease } from '../../../../publish-release/announce-release.ts';
import type { WithdrawnRelease } from '../../../../publish-release/withdraw-release.ts';
import { post } from '../../api.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { When } from '../../parts/when.tsx';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';

/** `2026-12-01T09:00`, as a field for a minute gives it, by the clock in Vietnam. */
export const minuteInVietnam = (text: string): string => `${text.slice(0, 16)}:00+07:00`;

/** What was decided for a minute: it can be withdrawn until then. */
export function Announced({ made }: { made: AnnouncedRelease }) {
  const say = useSay();
  const label = releaseLabel(made.release);
  return (
    <Page title={say({ vi: `Đã ấn định công bố ${label.vi}`, en: `${label.en} is announced` })}>
      <p class="good">
        <When at={made.public_at} />
      </p>
      <p>
        {say({
          vi: 'Đến lúc đó đợt tự công bố. Trước đó công chúng chỉ biết nhóm, kỳ và thời điểm.',
          en: 'It goes out by itself then. Before, the public knows group, period and minute alone.',
        })}
      </p>
      <WithdrawForm runId={made.run_id} />
    </Page>
  );
}

/** For the two of the release: who ran it, who announced it. */
export function WithdrawForm({ runId }: { runId: string }) {
  const say = useSay();
  const [reason, setReason] = useStash(`withdraw ${runId}`, '');
  const [made, setMade] = useState<WithdrawnRelease | null>(null);
  const act = useAct();
  const withdraw = () =>
    act.run(async () => {
      setMade(await post<WithdrawnRelease>('/v1/releases/withdraw', { run_id: runId, reason }));
    });
  if (made)
    return (
      <p class="good">
        {say({ vi: 'Đã rút lại.', en: 'It is withdrawn.' })} <When at={made.withdrawn_at} />
      </p>
    );
  return (
    <>
      <Field
        label={say({ vi: 'Lý do rút lại', en: 'Why it is withdrawn' })}
        type="area"
        value={reason}
        onInput={setReason}
      />
      <ActButton
        act={act}
        onAct={withdraw}
        minor
        keptFrom={reason.trim() ? null : say({ vi: 'Cần ghi lý do.', en: 'A reason is needed.' })}
      >
        {say({ vi: 'Rút lại đợt đã ấn định', en: 'Withdraw it' })}
      </ActButton>
    </>
  );
}

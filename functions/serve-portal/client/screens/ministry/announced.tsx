import type { StandingAnnouncement } from '../../../../publish-release/read-checklist.ts';
import type { WithdrawnRelease } from '../../../../publish-release/withdraw-release.ts';
import { post } from '../../api.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Countdown } from '../../parts/countdown.tsx';
import { Field } from '../../parts/field.tsx';
import { releaseLabel } from '../../parts/release-label.ts';
import { Said } from '../../parts/said.tsx';
import { When } from '../../parts/when.tsx';
import { addressOf } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';

interface AnnouncedProps {
  announced: StandingAnnouncement;
  /** Of the screen: another run may be the one that is announced. */
  runId: string;
  onWithdrawn: (made: WithdrawnRelease) => void;
}

/** What was decided for a minute: how long it is until then, what is known outside, and the way to take it back. */
export function Announced({ announced, runId, onWithdrawn }: AnnouncedProps) {
  const say = useSay();
  const { run_id, release, public_at, announced_at } = announced;
  const label = releaseLabel(release);
  // Of the machine's clock, which may be wrong: what may be done the API says.
  const isDue = Date.parse(public_at) <= Date.now();
  if (run_id !== runId)
    return (
      <p class="notice">
        {say({
          vi: `${label.vi} của lần tính điểm khác đã được ấn định công bố lúc `,
          en: `${label.en}, of another run, is announced for `,
        })}
        <When at={public_at} />.{' '}
        <a href={addressOf('lan-tinh', run_id, 'cong-bo')}>{say({ vi: 'Xem đợt đó', en: 'See it' })}</a>
      </p>
    );
  return (
    <section aria-labelledby="an-dinh">
      <h2 id="an-dinh">{say({ vi: `Đã ấn định công bố ${label.vi}`, en: `${label.en} is announced` })}</h2>
      <p class="good">
        <When at={public_at} /> ({say({ vi: 'giờ Việt Nam', en: 'clock in Vietnam' })}), <Countdown at={public_at} />.
      </p>
      <p>
        {say({ vi: 'Ấn định lúc ', en: 'Announced at ' })}
        <When at={announced_at} />.{' '}
        {say({
          vi: 'Các điều kiện đã được kiểm tra lúc đó và không hỏi lại; số liệu đến sau không làm dừng. Trước thời điểm trên, công chúng chỉ biết nhóm, kỳ và thời điểm.',
          en: 'The conditions are not asked again; later figures do not stop it. Until then the public knows group, period and minute alone.',
        })}
      </p>
      {announced.withdrawable ? (
        <WithdrawForm announced={announced} onWithdrawn={onWithdrawn} />
      ) : isDue ? (
        <p role="status">
          {say({
            vi: 'Đang công bố, thường xong trong hai phút.',
            en: 'It is going out; two minutes at the most.',
          })}
        </p>
      ) : (
        <p>
          {say({
            vi: 'Chỉ người chạy tính điểm hoặc người đã ấn định công bố rút lại được, kèm lý do.',
            en: 'Who ran it, or who announced it, may withdraw it, with a reason.',
          })}
        </p>
      )}
    </section>
  );
}

/** For the two of the release: who ran it, who announced it. */
function WithdrawForm({ announced: { run_id }, onWithdrawn }: Omit<AnnouncedProps, 'runId'>) {
  const say = useSay();
  const [reason, setReason] = useStash(`withdraw ${run_id}`, '');
  const act = useAct();
  const withdraw = () =>
    act.run(async () => onWithdrawn(await post<WithdrawnRelease>('/v1/releases/withdraw', { run_id, reason })));
  return (
    <>
      <Field
        label={say({ vi: 'Lý do rút lại', en: 'Why it is withdrawn' })}
        hint={say({
          vi: 'Ghi vào nhật ký, không công bố. Sau khi rút, số của đợt lại chưa dùng.',
          en: 'It stands in the log and is not published. The number is free again then.',
        })}
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

/** What was taken back, and why. */
export function Withdrawn({ made }: { made: WithdrawnRelease }) {
  const say = useSay();
  const label = releaseLabel(made.release);
  return (
    <p class="warn" role="status">
      {say({ vi: `Đã rút lại ${label.vi} lúc `, en: `${label.en} was withdrawn at ` })}
      <When at={made.withdrawn_at} />: <Said text={made.reason_vi} />
    </p>
  );
}

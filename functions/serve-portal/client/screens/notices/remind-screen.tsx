import { useState } from 'preact/hooks';
import type { Reminded } from '../../../../remind-period/remind-period.ts';
import { post } from '../../api.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { formatLastDay } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useSay, type Word } from '../../words.ts';
import { loadMissing, type MissingUnits } from './load-missing.ts';
import { unitCount, words } from './words.ts';

/** A page of its own for what goes out to many: whom it will reach, and afterwards whom it reached. */
export function RemindScreen({ params }: ScreenProps) {
  const say = useSay();
  const { group = '', period = '' } = params;
  const of = `${encodeURIComponent(group)}/${encodeURIComponent(period)}`;
  return (
    <Page title={`${say(words.remind)}: ${say(periodName(period))}`}>
      <Loaded from={(signal) => loadMissing(of, signal)} on={[of]}>
        {(round) => <Remind round={round} of={of} />}
      </Loaded>
      <p>
        <a href={addressOf('thong-bao', group, period)}>
          {say({ vi: 'Xem thông báo của kỳ', en: 'Notices of the period' })}
        </a>
      </p>
    </Page>
  );
}

function Remind({ round, of }: { round: MissingUnits; of: string }) {
  const say = useSay();
  const act = useAct();
  const [reminded, setReminded] = useState<Reminded | null>(null);
  const keeps = whatKeeps(round);
  if (reminded) return <Done reminded={reminded} />;
  if (keeps) return <p class="notice">{say(keeps)}</p>;
  const send = async () => setReminded(await post<Reminded>(`/v1/periods/${of}/remind`));
  const { missing, deadline_at } = round;
  const day = formatLastDay(deadline_at!);
  return (
    <>
      <p>
        {say({
          vi: `${missing.length} đơn vị chưa có số liệu được tính, hạn ${day}. Mỗi đơn vị nhận một thư, mỗi ngày nhiều nhất một lần; thư đã gửi không lấy lại được.`,
          en: `${missing.length} units have nothing that counts; the deadline is ${day}. Each gets one mail, at most once a day; a mail cannot be taken back.`,
        })}
      </p>
      <details>
        <summary>{say({ vi: 'Các đơn vị sẽ được nhắc', en: 'Units that will be reminded' })}</summary>
        <p>{missing.join(', ')}</p>
      </details>
      <ActButton act={act} onAct={() => act.run(send)}>
        {say({ vi: 'Nhắc', en: 'Remind' })} {say(unitCount(missing.length))}
      </ActButton>
    </>
  );
}

/** Stands where the button would be; null: nothing does. */
function whatKeeps({ state, missing, deadline_at }: MissingUnits): Word | null {
  if (state === 'closed')
    return {
      vi: 'Kỳ đã đóng nên không nhắc được; mở lại đơn vị cần gửi trước.',
      en: 'The period is closed; reopen a unit first.',
    };
  if (missing.length === 0)
    return {
      vi: 'Mọi đơn vị đã có số liệu được tính; không còn ai để nhắc.',
      en: 'Every unit has sent what counts; there is nobody to remind.',
    };
  if (deadline_at === null)
    return { vi: 'Kỳ này không có hạn gửi nên không có gì để nhắc.', en: 'The period has no deadline to remind of.' };
  return null;
}

function Done({ reminded: { reminded, already } }: { reminded: Reminded }) {
  const say = useSay();
  const before =
    already.length > 0
      ? {
          vi: ` ${already.length} đơn vị đã được nhắc trong hôm nay nên không nhắc lại.`,
          en: ` ${already.length} were reminded today already.`,
        }
      : { vi: '', en: '' };
  return (
    <p class="good" role="status">
      {say({
        vi: `Đã gửi nhắc tới ${reminded.length} đơn vị.${before.vi}`,
        en: `${reminded.length} units are being reminded.${before.en}`,
      })}
    </p>
  );
}

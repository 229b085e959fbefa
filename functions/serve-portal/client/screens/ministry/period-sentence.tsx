import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import { formatDay, formatLastDay } from '../../parts/when.tsx';
import { periodStates } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';

const dayMs = 86_400_000;

/** How a period stands, in one sentence. */
export function PeriodSentence({ period }: { period: PeriodView }) {
  const say = useSay();
  const { state, deadline_at, releases, preview } = period;
  const left = deadline_at === null ? null : Math.ceil((Date.parse(deadline_at) - Date.now()) / dayMs);
  const until = deadline_at && formatLastDay(deadline_at);
  const last = releases.at(-1);
  return (
    <p>
      {say(periodStates[state])}
      {until && say({ vi: `, hạn gửi hết ngày ${until}`, en: `, due by the end of ${until}` })}
      {left !== null &&
        state === 'open' &&
        (left > 0
          ? say({ vi: `, còn ${left} ngày`, en: `, ${left} days left` })
          : say({ vi: ', đã quá hạn', en: ', past' }))}
      .
      {preview?.open &&
        say({
          vi: ` Kết quả dự kiến mở cho đơn vị đến hết ngày ${formatDay(preview.until)}.`,
          en: ` The preview is open to units until ${formatDay(preview.until)}.`,
        })}
      {last &&
        say({
          vi: ` Đã công bố ${last.release} ngày ${formatDay(last.released_at)}.`,
          en: ` Released ${last.release} on ${formatDay(last.released_at)}.`,
        })}
    </p>
  );
}

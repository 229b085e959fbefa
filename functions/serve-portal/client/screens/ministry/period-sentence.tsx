import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import { tellLeft } from '../../parts/days-left.ts';
import { releaseLabel } from '../../parts/release-label.ts';
import { formatDay, formatLastDay } from '../../parts/when.tsx';
import { periodStates } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';

/** How a period stands, in one sentence. */
export function PeriodSentence({ period }: { period: PeriodView }) {
  const say = useSay();
  const { state, deadline_at, releases, preview } = period;
  const until = deadline_at && formatLastDay(deadline_at);
  const last = releases.at(-1);
  return (
    <p>
      {say(periodStates[state])}
      {until && say({ vi: `, hạn gửi hết ngày ${until}`, en: `, due by the end of ${until}` })}
      {deadline_at !== null && state === 'open' && `, ${say(tellLeft(deadline_at))}`}.
      {preview?.open &&
        say({
          vi: ` Kết quả dự kiến mở cho đơn vị đến hết ngày ${formatDay(preview.until)}.`,
          en: ` The preview is open to units until ${formatDay(preview.until)}.`,
        })}
      {last &&
        say({
          vi: ` Đã công bố ${releaseLabel(last.release).vi} ngày ${formatDay(last.released_at)}.`,
          en: ` Released ${releaseLabel(last.release).en} on ${formatDay(last.released_at)}.`,
        })}
    </p>
  );
}

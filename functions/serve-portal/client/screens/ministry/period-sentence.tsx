import type { AnnouncedView, PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import { Countdown } from '../../parts/countdown.tsx';
import { tellLeft } from '../../parts/days-left.ts';
import { releaseLabel } from '../../parts/release-label.ts';
import { formatDay, formatLastDay, formatTime } from '../../parts/when.tsx';
import { periodStates } from '../../words/ministry.ts';
import { type Language, useSay } from '../../words.ts';

/** Of a release that is to come a unit is told the minute alone. */
const label = ({ release }: AnnouncedView, language: Language): string =>
  release ? releaseLabel(release)[language] : { vi: 'Kết quả', en: 'The result' }[language];

/** How a period stands, in one sentence. */
export function PeriodSentence({ period }: { period: PeriodView }) {
  const say = useSay();
  const { state, deadline_at, releases, preview, announced } = period;
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
      {announced && (
        <>
          {' '}
          {say({
            vi: `${label(announced, 'vi')} được ấn định công bố lúc ${formatTime(announced.public_at)}, `,
            en: `${label(announced, 'en')} is announced for ${formatTime(announced.public_at)}, `,
          })}
          <Countdown at={announced.public_at} />.
        </>
      )}
      {last &&
        say({
          vi: ` Đã công bố ${releaseLabel(last.release).vi} ngày ${formatDay(last.released_at)}.`,
          en: ` Released ${releaseLabel(last.release).en} on ${formatDay(last.released_at)}.`,
        })}
    </p>
  );
}

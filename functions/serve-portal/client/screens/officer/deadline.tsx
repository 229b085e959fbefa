import { formatLastDay } from '../../parts/when.tsx';
import { useSay } from '../../words.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** `hạn hết ngày 15/10/2026, còn 6 ngày`; `at` is the first instant after the day. */
export function Deadline({ at }: { at: string | null }) {
  const say = useSay();
  if (at === null) return <>{say({ vi: 'không có hạn gửi', en: 'no deadline' })}</>;
  const day = formatLastDay(at);
  const left = Math.ceil((Date.parse(at) - Date.now()) / dayMs) - 1;
  const rest =
    left < 0
      ? { vi: 'đã quá hạn', en: 'past' }
      : left === 0
        ? { vi: 'hôm nay là ngày cuối', en: 'today is the last day' }
        : { vi: `còn ${left} ngày`, en: `${left} days left` };
  return (
    <>
      {say({ vi: `hạn hết ngày ${day}, `, en: `until the end of ${day}, ` })}
      <strong>{say(rest)}</strong>
    </>
  );
}

import { formatLastDay } from '../../parts/when.tsx';
import { useSay } from '../../words.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** `Hạn gửi: hết ngày 15/10/2026, còn 6 ngày`; `at` is the first instant after the day. */
export function Deadline({ at }: { at: string | null }) {
  const say = useSay();
  if (at === null) return <>{say({ vi: 'Không có hạn gửi', en: 'No deadline' })}</>;
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
      {say({ vi: `Hạn gửi: hết ngày ${day}, `, en: `Until the end of ${day}, ` })}
      <strong>{say(rest)}</strong>
    </>
  );
}

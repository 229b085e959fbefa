import { tellLeft } from '../../parts/days-left.ts';
import { formatLastDay } from '../../parts/when.tsx';
import { useSay } from '../../words.ts';

/** `Hạn gửi: hết ngày 15/10/2026, còn 6 ngày`; `at` is the first instant after the day. */
export function Deadline({ at }: { at: string | null }) {
  const say = useSay();
  if (at === null) return <>{say({ vi: 'Không có hạn gửi', en: 'No deadline' })}</>;
  const day = formatLastDay(at);
  return (
    <>
      {say({ vi: `Hạn gửi: hết ngày ${day}, `, en: `Until the end of ${day}, ` })}
      <strong>{say(tellLeft(at))}</strong>
    </>
  );
}

import { Field } from '../../parts/field.tsx';
import { timeLeft } from '../../parts/time-left.ts';
import { formatTime } from '../../parts/when.tsx';
import { useSay, type Word } from '../../words.ts';

/** `2026-12-01T09:00`, as a field for a minute gives it, is meant by the clock in Vietnam whatever zone the machine is in. */
export const minuteInVietnam = (text: string): string => `${text.slice(0, 16)}:00+07:00`;

/** What is read from the field; beside it stands what was understood. */
function understood(minute: string): Word {
  const at = minuteInVietnam(minute);
  const left = timeLeft(at, Date.now());
  const time = formatTime(at);
  return left
    ? {
        vi: `Được hiểu là ${time}, giờ Việt Nam, ${left.vi}.`,
        en: `Understood as ${time}, clock in Vietnam, ${left.en}.`,
      }
    : { vi: `${time}, giờ Việt Nam, đã qua.`, en: `${time}, clock in Vietnam, is past.` };
}

/** When a release is to go out. */
export function MinuteField({ minute, onInput }: { minute: string; onInput: (minute: string) => void }) {
  const say = useSay();
  return (
    <>
      <Field
        label={say({ vi: 'Thời điểm công bố, giờ Việt Nam', en: 'When it goes out, by the clock in Vietnam' })}
        hint={say({ vi: 'Để trống: công bố ngay.', en: 'Empty: at once.' })}
        type="minute"
        value={minute}
        onInput={onInput}
      />
      <p role="status">{minute && say(understood(minute))}</p>
    </>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../words.ts';
import { timeLeft } from './time-left.ts';

/** What is left until a moment, by the clock of the machine: to be looked at, never decided on. Read out only when asked. */
export function Countdown({ at }: { at: string }) {
  const say = useSay();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = timeLeft(at, now);
  return (
    <span role="timer">{left ? say(left) : say({ vi: 'đã đến thời điểm công bố', en: 'its minute has come' })}</span>
  );
}

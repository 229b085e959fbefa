import { useEffect, useState } from 'preact/hooks';
import { drop } from './session.ts';

/** Minutes without a key or a touch after which the screen is locked: a form left open is anybody's who walks by. */
const idleMinutes = 30;
const signs = ['keydown', 'pointerdown', 'scroll'] as const;

/** Whether this session ended by being left alone. Before it locks, screens are told to put away what is half written. */
export function useIdleLock(isSignedIn: boolean): boolean {
  const [isLocked, setLocked] = useState(false);
  useEffect(() => {
    if (!isSignedIn) return;
    setLocked(false);
    const lock = () => {
      dispatchEvent(new Event('portal:leaving'));
      setLocked(true);
      drop();
    };
    let timer = setTimeout(lock, idleMinutes * 60_000);
    const wake = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, idleMinutes * 60_000);
    };
    for (const sign of signs) addEventListener(sign, wake, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, wake);
    };
  }, [isSignedIn]);
  return isLocked;
}

import { useLayoutEffect, useState } from 'preact/hooks';

/** What a key does; true: it did something, and the browser should not. */
export type Keys = Record<string, () => void>;

const stored = 'dti-keys';

/** Whether single keys do things. Who speaks to the machine, or whose hand shakes, turns them off (WCAG 2.1.4). */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(stored) !== 'off');
  const set = (next: boolean) => {
    localStorage.setItem(stored, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, set];
}

/** Single keys of a screen: never while somebody writes, and never with a key that the browser or the system uses. */
export function useKeys(keys: Keys, on: boolean): void {
  // Before anything else can happen: after the paint, a second key could meet what the first had already changed.
  useLayoutEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target)) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

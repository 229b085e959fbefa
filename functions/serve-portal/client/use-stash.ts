import { useEffect, useState } from 'preact/hooks';

/**
 * State of a form that outlives a sign-in: put away when the page is left for it or locked, and back when the screen is
 * there again, once. Never a token: what a person wrote, in this tab only.
 */
export function useStash<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const key = `dti-stash:${name}`;
  const [value, setValue] = useState<Value>(() => {
    const stored = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return stored === null ? initial : (JSON.parse(stored) as Value);
  });
  useEffect(() => {
    const put = () => sessionStorage.setItem(key, JSON.stringify(value));
    addEventListener('portal:leaving', put);
    return () => removeEventListener('portal:leaving', put);
  }, [key, value]);
  return [value, setValue];
}

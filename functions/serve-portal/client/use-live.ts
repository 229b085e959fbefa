import { useEffect, useRef, useState } from 'preact/hooks';

export interface Live<Value> {
  /** The last one that came; null: none has. */
  value: Value | null;
  /** When it came, milliseconds since 1970. */
  at: number;
  /** Why the last try failed; null: it did not. */
  error: unknown;
  refresh: () => void;
}

/** What a call answers, asked for again every so many seconds while somebody can see the page. 0: not any more. */
export function useLive<Value>(
  from: (signal: AbortSignal) => Promise<Value>,
  everySeconds: number,
  on: readonly unknown[] = [],
): Live<Value> {
  const [state, setState] = useState<Omit<Live<Value>, 'refresh'>>({ value: null, at: 0, error: null });
  const [turn, setTurn] = useState(0);
  const call = useRef(from);
  call.current = from;
  const refresh = () => setTurn((before) => before + 1);
  useEffect(() => {
    const abort = new AbortController();
    call.current(abort.signal).then(
      (value) => abort.signal.aborted || setState({ value, at: Date.now(), error: null }),
      (error) => abort.signal.aborted || setState((before) => ({ ...before, error })),
    );
    return () => abort.abort();
  }, [turn, ...on]);
  useEffect(() => {
    if (everySeconds === 0) return;
    const tick = () => document.hidden || refresh();
    const timer = setInterval(tick, everySeconds * 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everySeconds]);
  return { ...state, refresh };
}

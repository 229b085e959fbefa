import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../words.ts';
import { Trouble } from './trouble.tsx';

type State<Value> = { value: Value } | { error: unknown } | null;

interface LoadedProps<Value> {
  from: (signal: AbortSignal) => Promise<Value>;
  /** Loads anew when one of these changes. */
  on?: readonly unknown[];
  /** Stands around what went wrong, where no frame does. */
  around?: (trouble: ComponentChildren) => ComponentChildren;
  children: (value: Value, reload: () => void) => ComponentChildren;
}

/** Shows what a call answers; until then that it is loading, and what went wrong with a way to try again. */
export function Loaded<Value>({ from, on = [], around = bare, children }: LoadedProps<Value>) {
  const [state, setState] = useState<State<Value>>(null);
  const [attempt, setAttempt] = useState(0);
  const say = useSay();
  const reload = () => setAttempt((before) => before + 1);
  useEffect(() => {
    const abort = new AbortController();
    from(abort.signal).then(
      (value) => abort.signal.aborted || setState({ value }),
      (error) => abort.signal.aborted || setState({ error }),
    );
    return () => abort.abort();
  }, [...on, attempt]);
  if (state === null) return <p role="status">{say({ vi: 'Đang tải…', en: 'Loading…' })}</p>;
  if ('error' in state) return <>{around(<Trouble error={state.error} again={reload} />)}</>;
  return <>{children(state.value, reload)}</>;
}

const bare = (trouble: ComponentChildren) => trouble;

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Act } from '../use-act.ts';
import { useSay } from '../words.ts';
import { Trouble } from './trouble.tsx';

interface ActButtonProps {
  act: Act;
  onAct: () => void;
  /** Beside what the page is for. */
  minor?: boolean;
  /** What keeps the person from it, said beside it; null: nothing does. */
  keptFrom?: string | null;
  children: ComponentChildren;
}

/** The one thing a page is for, with what became of it below. */
export function ActButton({ act, onAct, minor = false, keptFrom = null, children }: ActButtonProps) {
  const say = useSay();
  const reasonId = useId();
  return (
    <>
      <p>
        <button
          type="button"
          class={minor ? '' : 'main'}
          disabled={act.busy || keptFrom !== null}
          aria-describedby={keptFrom === null ? undefined : reasonId}
          onClick={onAct}
        >
          {children}
        </button>{' '}
        {keptFrom !== null && <span id={reasonId}>{keptFrom}</span>}
      </p>
      <p role="status">{act.busy ? say({ vi: 'Đang thực hiện…', en: 'Working…' }) : ''}</p>
      {act.error !== null && <Trouble error={act.error} />}
    </>
  );
}

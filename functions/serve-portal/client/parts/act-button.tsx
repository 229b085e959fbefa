import type { ComponentChildren } from 'preact';
import type { Act } from '../use-act.ts';
import { useSay } from '../words.ts';
import { Trouble } from './trouble.tsx';

interface ActButtonProps {
  act: Act;
  onAct: () => void;
  /** Beside what the page is for. */
  minor?: boolean;
  children: ComponentChildren;
}

/** The one thing a page is for, with what became of it below. */
export function ActButton({ act, onAct, minor = false, children }: ActButtonProps) {
  const say = useSay();
  return (
    <>
      <p>
        <button type="button" class={minor ? '' : 'main'} disabled={act.busy} onClick={onAct}>
          {children}
        </button>
      </p>
      <p role="status">{act.busy ? say({ vi: 'Đang thực hiện…', en: 'Working…' }) : ''}</p>
      {act.error !== null && <Trouble error={act.error} />}
    </>
  );
}

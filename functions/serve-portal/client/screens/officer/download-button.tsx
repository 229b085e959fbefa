import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { tellError } from '../../parts/trouble.tsx';
import { useSay } from '../../words.ts';

/** Fetches a file by a link that the API signs; what goes wrong is told beside the button. */
export function DownloadButton({ label, fetch }: { label: ComponentChildren; fetch: () => Promise<void> }) {
  const say = useSay();
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const take = () => {
    setState({ busy: true, error: null });
    fetch().then(
      () => setState({ busy: false, error: null }),
      (error) => setState({ busy: false, error }),
    );
  };
  return (
    <>
      <button type="button" onClick={take} disabled={state.busy}>
        {label}
      </button>
      {state.error ? (
        <span class="trouble" role="alert">
          {say(tellError(state.error))}
        </span>
      ) : null}
    </>
  );
}

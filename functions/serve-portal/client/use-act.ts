import { useState } from 'preact/hooks';

export interface Act {
  busy: boolean;
  error: unknown;
  /** One for what the person does, however often it is sent: kept until it has worked. */
  key: string;
  /** Runs it unless it is running; answers whether it worked. */
  run: (what: () => Promise<unknown>) => Promise<boolean>;
}

/** What a button does: once at a time, and with what went wrong. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const run = async (what: () => Promise<unknown>) => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      await what();
      setKey(crypto.randomUUID());
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, key, run };
}

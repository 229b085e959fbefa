import { NetworkLost } from '../api.ts';

/** What is going on, for the one line that says it. */
export type Step = 'hashing' | 'asking' | 'sending' | 'checking' | 'offline' | 'retrying';

export interface Progress {
  step: Step;
  /** Of the bytes being sent. */
  sent?: number;
  total?: number;
}

export interface Telling {
  tell: (progress: Progress) => void;
  signal: AbortSignal;
}

const pauses = [1_000, 2_000, 4_000, 8_000];

/** Waits for the network to come back, or a moment where the browser thinks that it never went. */
export async function waitOnline(attempt: number, { tell, signal }: Telling): Promise<void> {
  signal.throwIfAborted();
  tell({ step: navigator.onLine ? 'retrying' : 'offline' });
  await new Promise<void>((resolve, reject) => {
    const timer = navigator.onLine ? setTimeout(done, pauses[Math.min(attempt, pauses.length - 1)]) : undefined;
    const stop = () => reject(signal.reason);
    addEventListener('online', done, { once: true });
    signal.addEventListener('abort', stop, { once: true });
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', stop);
      resolve();
    }
  });
}

/** Asks until an answer comes through. Only for what may be asked twice. */
export async function persist<Answer>(ask: () => Promise<Answer>, telling: Telling, step: Step): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    try {
      telling.signal.throwIfAborted();
      telling.tell({ step });
      return await ask();
    } catch (error) {
      if (!(error instanceof NetworkLost)) throw error;
      await waitOnline(attempt, telling);
    }
  }
}

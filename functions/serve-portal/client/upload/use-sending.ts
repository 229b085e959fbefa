import { useEffect, useRef, useState } from 'preact/hooks';
import { type FileDoor, sendFile } from './send-file.ts';
import type { Progress } from './wait-online.ts';

export interface Sending {
  progress: Progress | null;
  error: unknown;
  /** The file that is on its way, or that could not be sent. */
  file: File | null;
  send: (file: File) => void;
  stop: () => void;
}

/** Sends one file after the other for a screen; leaving the screen stops it. */
export function useSending<Answer extends { upload_number: number }>(
  door: FileDoor<Answer>,
  onAnswer: (answer: Answer) => void,
): Sending {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [file, setFile] = useState<File | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const stop = () => running.current?.abort();
  const send = (chosen: File) => {
    stop();
    const abort = new AbortController();
    running.current = abort;
    setError(null);
    setFile(chosen);
    const isOurs = () => running.current === abort && !abort.signal.aborted;
    sendFile(chosen, door, { tell: (told) => isOurs() && setProgress(told), signal: abort.signal })
      .then((answer) => isOurs() && onAnswer(answer))
      .catch((reason) => !abort.signal.aborted && setError(reason))
      .finally(() => running.current === abort && setProgress(null));
  };
  return { progress, error, file, send, stop };
}

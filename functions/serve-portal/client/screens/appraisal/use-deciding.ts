import { useState } from 'preact/hooks';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import type { StatedDecision } from '../../../../record-appraisal/decisions-body.ts';
import { tellError } from '../../parts/trouble.tsx';
import type { Word } from '../../words.ts';
import type { PeriodOf } from './appraisal-path.ts';
import { refusedWords, retrying, savedWords, saving } from './saved-words.ts';
import { afterDecision, sendDecisions } from './send-decisions.ts';

interface Deciding {
  of: PeriodOf;
  onSaved: (row: QueueRow, decision: StatedDecision) => void;
  /** The unit has sent other figures meanwhile. */
  onChanged: () => void;
}

/** Saves each decision as it is made, and says what became of it in the one line of the screen. */
export function useDeciding({ of, onSaved, onChanged }: Deciding) {
  const [status, setStatus] = useState<Word | null>(null);
  const [error, setError] = useState<Word | null>(null);
  const [busy, setBusy] = useState(false);
  const fail = (words: Word) => {
    setStatus(null);
    setError(words);
  };
  const decide = async (row: QueueRow, decision: StatedDecision) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    setStatus(saving);
    try {
      const outcome = await sendDecisions(of, row, [decision], ({ step }) =>
        setStatus(step === 'sending' ? saving : retrying),
      );
      if ('saved' in outcome) {
        setStatus(savedWords(row, decision, outcome.saved));
        onSaved(afterDecision(row, decision, outcome.saved), decision);
      } else if ('refused' in outcome) fail(refusedWords(outcome.refused));
      else {
        fail(outcome.changed.detail);
        onChanged();
      }
    } catch (caught) {
      fail(tellError(caught));
    } finally {
      setBusy(false);
    }
  };
  return { status, error, busy, decide, forget: () => setError(null) };
}

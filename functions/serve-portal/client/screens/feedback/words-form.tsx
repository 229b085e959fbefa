import { useState } from 'preact/hooks';
import { Trouble } from '../../parts/trouble.tsx';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';

interface WordsFormProps {
  /** Of the form, in this tab: what is written comes back after a sign-in. */
  name: string;
  label: string;
  submit: string;
  /** What cannot be undone, said before it is done. */
  hint: string;
  onSend: (words: { text_vi: string; evidence_vi?: string }, key: string) => Promise<void>;
}

/** Words with what proves them; sent once, however often the button is pressed or the network is lost. */
export function WordsForm({ name, label, submit, hint, onSend }: WordsFormProps) {
  const say = useSay();
  const [text, setText] = useStash(`text ${name}`, '');
  const [evidence, setEvidence] = useStash(`evidence ${name}`, '');
  const [key] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const id = name.replace(/[^A-Za-z0-9]/g, '-');
  const send = () => {
    setBusy(true);
    setError(null);
    const words = { text_vi: text, ...(evidence.trim() ? { evidence_vi: evidence } : {}) };
    onSend(words, key)
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label for={`t-${id}`}>{label}</label>
      <textarea
        id={`t-${id}`}
        rows={4}
        maxLength={1500}
        required
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <label for={`e-${id}`}>
        {say({ vi: 'Tài liệu kèm theo (số, ngày, cơ quan ban hành), nếu có', en: 'What proves it, if anything' })}
      </label>
      <input
        id={`e-${id}`}
        maxLength={500}
        value={evidence}
        onInput={(event) => setEvidence(event.currentTarget.value)}
      />
      <p class="hint">{hint}</p>
      {error ? <Trouble error={error} /> : null}
      <p class="bar">
        <button type="submit" class="main" disabled={busy || text.trim() === ''}>
          {submit}
        </button>
      </p>
    </form>
  );
}

import { useRef, useState } from 'preact/hooks';
import type { ContactsAnswer } from '../../../../manage-contacts/manage-contacts.ts';
import { get, post } from '../../api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';
import { words } from './words.ts';

const door = (unitId: string) => `/v1/contacts/${encodeURIComponent(unitId)}`;

/** To whom mail for the unit goes, to be read and changed in one place. */
export function ContactsForm({ unitId }: { unitId: string }) {
  return (
    <Loaded from={(signal) => get<ContactsAnswer>(door(unitId), signal)} on={[unitId]}>
      {(contacts) => <Form key={unitId} contacts={contacts} />}
    </Loaded>
  );
}

type State =
  | { step: 'idle' }
  | { step: 'saving' }
  | { step: 'saved'; contacts: ContactsAnswer }
  | { step: 'failed'; error: unknown };

function Form({ contacts }: { contacts: ContactsAnswer }) {
  const say = useSay();
  const [text, setText] = useStash(`contacts:${contacts.unit_id}`, contacts.addresses.join('\n'));
  const [state, setState] = useState<State>({ step: 'idle' });
  const field = useRef<HTMLTextAreaElement>(null);
  const known = state.step === 'saved' ? state.contacts : contacts;
  const save = async (event: Event) => {
    event.preventDefault();
    setState({ step: 'saving' });
    try {
      const saved = await post<ContactsAnswer>(door(contacts.unit_id), { addresses: linesOf(text) });
      setText(saved.addresses.join('\n'));
      setState({ step: 'saved', contacts: saved });
    } catch (error) {
      setState({ step: 'failed', error });
    }
  };
  return (
    <form onSubmit={save}>
      {state.step === 'failed' && <Trouble error={state.error} />}
      <label for={`addresses-${contacts.unit_id}`}>
        {say(words.addresses)}: {contacts.unit_name_vi}
      </label>
      <p class="hint" id={`hint-${contacts.unit_id}`}>
        {say(words.onePerLine)}
      </p>
      <textarea
        ref={field}
        id={`addresses-${contacts.unit_id}`}
        aria-describedby={`hint-${contacts.unit_id}`}
        rows={4}
        value={text}
        spellcheck={false}
        autocapitalize="off"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="bar">
        <button type="submit" class="main" disabled={state.step === 'saving'}>
          {say(words.save)}
        </button>
      </p>
      <p role="status">
        {state.step === 'saving' ? say(words.saving) : <Known contacts={known} isSaved={state.step === 'saved'} />}
      </p>
    </form>
  );
}

function Known({ contacts, isSaved }: { contacts: ContactsAnswer; isSaved: boolean }) {
  const say = useSay();
  if (contacts.addresses.length === 0) return <>{say(words.never)}</>;
  return (
    <>
      {isSaved && `${say(words.saved)}. `}
      {say(words.changed)} <When at={contacts.changed_at!} />.
    </>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

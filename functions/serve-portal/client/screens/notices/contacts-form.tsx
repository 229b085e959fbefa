import { useState } from 'preact/hooks';
import type { ContactsAnswer } from '../../../../manage-contacts/manage-contacts.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { When } from '../../parts/when.tsx';
import { useAct } from '../../use-act.ts';
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

function Form({ contacts }: { contacts: ContactsAnswer }) {
  const say = useSay();
  const act = useAct();
  const [text, setText] = useStash(`contacts:${contacts.unit_id}`, contacts.addresses.join('\n'));
  const [saved, setSaved] = useState<ContactsAnswer | null>(null);
  const save = async () => {
    const answer = await post<ContactsAnswer>(door(contacts.unit_id), { addresses: linesOf(text) });
    setText(answer.addresses.join('\n'));
    setSaved(answer);
  };
  return (
    <>
      <Field
        label={`${say(words.addresses)}: ${contacts.unit_name_vi}`}
        hint={say(words.onePerLine)}
        type="area"
        value={text}
        onInput={setText}
      />
      <ActButton act={act} onAct={() => act.run(save)}>
        {say(words.save)}
      </ActButton>
      <p role="status">
        <Known contacts={saved ?? contacts} isSaved={saved !== null} />
      </p>
    </>
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

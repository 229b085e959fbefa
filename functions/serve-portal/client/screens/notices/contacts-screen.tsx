import { Page } from '../../parts/page.tsx';
import type { ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { ContactsForm } from './contacts-form.tsx';
import { words } from './words.ts';

/** The addresses of one unit, for the ministry. */
export function ContactsScreen({ params }: ScreenProps) {
  const say = useSay();
  return (
    <Page title={say(words.addresses)}>
      <p>{say(words.what)}</p>
      <ContactsForm unitId={params.unit_id ?? ''} />
      <p>
        <a href="#/thong-bao">{say(words.title)}</a>
      </p>
    </Page>
  );
}

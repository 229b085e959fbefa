import { getItem, type ItemKey, putItem, type ScoreTable } from '../score-store/score-table.ts';

/** To whom mail for a unit, or for the owner of groups, goes. */
export interface Contacts {
  /** Mail addresses, each once; empty: nobody is written to. */
  addresses: string[];
  /** When that list was given, UTC. */
  changed_at: string;
  /** Opaque id of the person. */
  changed_by: string;
}

const keyOf = (recipient: string): ItemKey => ({ pk: 'CONTACTS', sk: recipient });

/** Null: nobody was ever named. */
export const readContacts = (table: ScoreTable, recipient: string): Promise<Contacts | null> =>
  getItem<Contacts>(table, keyOf(recipient));

export async function keepContacts(table: ScoreTable, recipient: string, contacts: Contacts): Promise<void> {
  await putItem(table, { ...keyOf(recipient), ...contacts });
}

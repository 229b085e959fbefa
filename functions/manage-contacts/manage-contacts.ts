import { requireRole } from '../../shared/http/require-caller.ts';
import { requireRecipient } from '../../shared/http/require-recipient.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { keepContacts, readContacts } from '../../shared/notices/contacts.ts';
import { recipientName } from '../../shared/notices/write-mail.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

export interface ContactsAnswer {
  /** Of a unit; of an owner of groups its id. */
  unit_id: string;
  unit_name_vi: string;
  addresses: string[];
  /** UTC; null: nobody was ever named. */
  changed_at: string | null;
}

interface Deps {
  table: ScoreTable;
}

/** To whom mail for the unit goes. */
export async function readContactsOf(unitId: string, caller: Caller, { table }: Deps): Promise<ContactsAnswer> {
  requireRole(caller, 'officer', 'publisher');
  requireRecipient(caller, unitId);
  const { addresses = [], changed_at = null } = (await readContacts(table, unitId)) ?? {};
  return { unit_id: unitId, unit_name_vi: recipientName(unitId), addresses, changed_at };
}

/** The list as a whole, each address once; empty: nobody is written to. */
export async function changeContacts(
  { unit_id, addresses }: { unit_id: string; addresses: string[] },
  caller: Caller,
  { table, now }: Deps & { now: () => Date },
): Promise<ContactsAnswer> {
  requireRole(caller, 'officer', 'publisher');
  requireRecipient(caller, unit_id);
  const { subject } = await actorOf(table, caller);
  const unique = [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
  await keepContacts(table, unit_id, { addresses: unique, changed_at: now().toISOString(), changed_by: subject });
  return readContactsOf(unit_id, caller, { table });
}

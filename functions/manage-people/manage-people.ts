import { Problem } from '../../shared/http/problem.ts';
import { requireMinistry, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { erasePerson, linkSignIns, readPerson, rootOf, type SignIn } from '../../shared/identity/people.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

/** What an opaque id of the ledger stands for. */
export interface PersonAnswer {
  person_id: string;
  /** Id that stands for all sign-ins of the person; two ids are one person when it is the same. */
  root_id: string;
  /** As the person signed in first; null once erased. */
  subject: string | null;
  /** As the sign-in called the person last; null: it said nothing, or once erased. */
  name: string | null;
  issuer: string | null;
  erased: boolean;
}

interface Deps {
  table: ScoreTable;
}

export async function readPersonById(personId: string, caller: Caller, { table }: Deps): Promise<PersonAnswer> {
  requireRole(caller, 'publisher', 'operator');
  requireMinistry(caller);
  return tell(personId, table);
}

/** Two sign-ins of one person. It tells who may not release or certify, grants nothing, and cannot be undone. */
export async function linkPeople(
  { a, b }: { a: SignIn; b: SignIn },
  caller: Caller,
  { table }: Deps,
): Promise<PersonAnswer> {
  requireRole(caller, 'publisher');
  requireMinistry(caller);
  return tell(await linkSignIns(table, a, b), table);
}

/** Takes the name away for good; the id, and what it did, stay. */
export async function erasePersonById(personId: string, caller: Caller, { table }: Deps): Promise<PersonAnswer> {
  requireRole(caller, 'publisher');
  requireMinistry(caller);
  await tell(personId, table);
  await erasePerson(table, personId);
  return tell(personId, table);
}

async function tell(personId: string, table: ScoreTable): Promise<PersonAnswer> {
  const person = await readPerson(table, personId);
  if (!person) {
    throw new Problem(404, 'person-unknown', 'Không có người dùng mang mã này.', 'There is no person of this id.');
  }
  return {
    person_id: personId,
    root_id: await rootOf(table, personId),
    subject: person.subject ?? null,
    name: person.name ?? null,
    issuer: person.issuer ?? null,
    erased: person.erased === true,
  };
}

import { randomUUID } from 'node:crypto';
import { sha256Of } from '../digest/canonical-json.ts';
import { mapConcurrently } from '../lake/map-concurrently.ts';
import { Fault, RetryableFault } from '../observability/fault.ts';
import { getItem, type ItemKey, putItemOnce, type ScoreTable, updateItem } from '../score-store/score-table.ts';
import { foldSubject } from './fold-subject.ts';

/**
 * Who is meant by a sign-in. Ledger and runs name people by opaque ids; what a person is called stands here alone, where
 * it can be erased. An id is given for ever: erasing takes the text and leaves the id with its sign-in, so that nobody
 * becomes a second person by being forgotten.
 */
export interface SignIn {
  issuer: string;
  subject: string;
  /** What the sign-in calls the person; null or absent: it does not say. */
  name?: string | null;
}

/** What is known of an id. */
export interface Person {
  issuer?: string;
  /** As first written; gone once erased. */
  subject?: string;
  /** As last said by the sign-in; gone once erased. Told to the ministry's own people beside what was done, never on. */
  name?: string;
  erased?: true;
  /** Another id of the same person, always a smaller one. */
  same_as?: string;
}

interface SignInItem {
  person_id: string;
}

/** Randomness of an id. */
export type NewId = () => string;

const signInKey = ({ issuer, subject }: SignIn): ItemKey => ({
  pk: `SIGN_IN#${sha256Of(`${issuer}\n${foldSubject(subject)}`)}`,
  sk: 'SIGN_IN',
});
const personKey = (id: string): ItemKey => ({ pk: `PERSON#${id}`, sk: 'PERSON' });

/** Ids of this process's sign-ins: the one thing here that never changes. By table, as tests have several. */
const known = new WeakMap<ScoreTable, Map<string, string>>();

/** The id of a sign-in, minted at first sight; of two at once one mints it and both get it. */
export async function personOf(table: ScoreTable, signIn: SignIn, newId: NewId = randomUUID): Promise<string> {
  const ids = known.get(table) ?? new Map<string, string>();
  known.set(table, ids);
  const { pk } = signInKey(signIn);
  const id = ids.get(pk) ?? (await mintPerson(table, signIn, newId));
  ids.set(pk, id);
  return id;
}

async function mintPerson(table: ScoreTable, signIn: SignIn, newId: NewId): Promise<string> {
  const id = (await readId(table, signIn)) ?? (await putId(table, signIn, `p-${newId()}`));
  // After the id: whoever loses the race for it leaves no text behind. Again at every first sight: the winner may have
  // died between the two. Where the text was erased the item stands, and stays as it is.
  const { issuer, subject } = signIn;
  const name = keptName(signIn.name ?? '');
  const person: ItemKey & Person = { ...personKey(id), issuer, subject, ...(name ? { name } : {}) };
  const isNew = await putItemOnce(table, person);
  if (!isNew && name) await keepName(table, id, name);
  return id;
}

const keptName = (said: string): string => said.replace(unseen, '').trim().slice(0, longestName).toWellFormed();

/** A person is called otherwise now, or was written when nobody said. What was erased stays erased. */
async function keepName(table: ScoreTable, id: string, name: string): Promise<void> {
  await updateItem(table, personKey(id), {
    UpdateExpression: 'SET #name = :name',
    ConditionExpression:
      'attribute_exists(pk) AND attribute_not_exists(erased) AND (attribute_not_exists(#name) OR #name <> :name)',
    ExpressionAttributeNames: { '#name': 'name' },
    ExpressionAttributeValues: { ':name': name },
  });
}

/** The id of a sign-in that has acted; null: it never has. Mints nothing, for whoever only reads. */
export const findPerson = (table: ScoreTable, signIn: SignIn): Promise<string | null> => readId(table, signIn);

async function readId(table: ScoreTable, signIn: SignIn): Promise<string | null> {
  const item = await getItem<SignInItem>(table, signInKey(signIn));
  return item?.person_id ?? null;
}

async function putId(table: ScoreTable, signIn: SignIn, id: string): Promise<string> {
  const item: ItemKey & SignInItem = { ...signInKey(signIn), person_id: id };
  const isOurs = await putItemOnce(table, item);
  return isOurs ? id : ((await readId(table, signIn)) as string);
}

export const readPerson = (table: ScoreTable, id: string): Promise<Person | null> =>
  getItem<Person>(table, personKey(id));

/** What shows as nothing and can turn a line around. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** Letters of a name that are kept: the sign-in may say anything. */
const longestName = 200;

/** People read at the same time. */
const concurrentReads = 16;

/** What ids are called, for answers that only the ministry's own people get; who is not known or erased is absent. */
export async function namesOf(table: ScoreTable, ids: Iterable<string | null>): Promise<Record<string, string>> {
  const once = [...new Set(ids)].filter((id) => id?.startsWith('p-')) as string[];
  const people = await mapConcurrently(once, concurrentReads, async (id) => [id, (await readPerson(table, id))?.name]);
  return Object.fromEntries(people.filter(([, name]) => name !== undefined));
}

/** Takes away what an id is called, for good. Whether or not the text is there yet: a mint that is under way finds the item. */
export async function erasePerson(table: ScoreTable, id: string): Promise<void> {
  await updateItem(table, personKey(id), {
    UpdateExpression: 'SET erased = :true REMOVE subject, issuer, #name',
    ExpressionAttributeNames: { '#name': 'name' },
    ExpressionAttributeValues: { ':true': true },
  });
}

/** The id that stands for all ids of a person: the smallest. Two ids are one person when their roots are the same. */
export async function rootOf(table: ScoreTable, id: string): Promise<string> {
  const same = (await readPerson(table, id))?.same_as;
  if (same === undefined) return id;
  if (same >= id) throw new Fault('PERSON_LOOP', `${id} points to ${same}, which is no smaller id`);
  return rootOf(table, same);
}

/** Who loses the race for a root begins again from where that root now points; each time there is one root less. */
const linkTries = 10;

/**
 * Declares two sign-ins one person, whether or not either has acted: ids in what was written stay, and their root is one
 * from now on. In any order, and as often as one likes, the same links end in the same root. Nothing undoes a link.
 */
export async function linkSignIns(table: ScoreTable, a: SignIn, b: SignIn, newId: NewId = randomUUID): Promise<string> {
  const ids = [await personOf(table, a, newId), await personOf(table, b, newId)] as const;
  for (let attempt = 1; attempt <= linkTries; attempt++) {
    const root = await joinRoots(table, await rootOf(table, ids[0]), await rootOf(table, ids[1]));
    if (root !== null) return root;
  }
  throw new RetryableFault('PERSON_LINK_BUSY', `${ids.join(' and ')} are being linked by others`);
}

/** Null: the larger one was no root any more. Pointers go to smaller ids only, so there is never a circle. */
async function joinRoots(table: ScoreTable, one: string, other: string): Promise<string | null> {
  if (one === other) return one;
  const [smaller, larger] = one < other ? [one, other] : [other, one];
  const isJoined = await updateItem(table, personKey(larger), {
    UpdateExpression: 'SET same_as = :smaller',
    ConditionExpression: 'attribute_not_exists(same_as)',
    ExpressionAttributeValues: { ':smaller': smaller },
  });
  return isJoined ? rootOf(table, smaller) : null;
}

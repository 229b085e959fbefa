import type { ScoreTable } from '../score-store/score-table.ts';
import type { Caller } from './caller.ts';
import { personOf } from './people.ts';

/** Who an entry says did it: the opaque id of a person, and what the person acted as. */
export interface Actor {
  subject: string;
  role: Caller['role'];
}

/** The person behind a token; the table holds who is meant by a sign-in. */
export const actorOf = async (table: ScoreTable, caller: Caller): Promise<Actor> => ({
  subject: await personOf(table, caller),
  role: caller.role,
});

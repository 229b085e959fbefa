import type { ScoreTable } from '../score-store/score-table.ts';
import type { Caller } from './caller.ts';
import { personOf } from './people.ts';

/** Who an entry of the ledger names: an opaque id, never a name, and what the person acted as. */
export interface Actor {
  subject: string;
  role: string;
}

export const actorOf = async (table: ScoreTable, caller: Caller): Promise<Actor> => ({
  subject: await personOf(table, caller),
  role: caller.role,
});

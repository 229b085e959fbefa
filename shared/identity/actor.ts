import type { ScoreTable } from '../score-store/score-table.ts';
import type { Caller } from './caller.ts';
import { personOf } from './people.ts';

/** Who does something, as the ledger writes it: a person by opaque id, and as what. */
export interface Actor {
  subject: string;
  role: string;
}

export const actorOf = async (table: ScoreTable, caller: Caller): Promise<Actor> => ({
  subject: await personOf(table, { issuer: caller.issuer, subject: caller.subject }),
  role: caller.role,
});

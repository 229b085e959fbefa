import type { ScoreTable } from '../score-store/score-table.ts';
import type { Caller } from './caller.ts';

/** Who an entry says did it: an opaque person, and what the person acted as. */
export interface Actor {
  subject: string;
  role: string;
}

/** The person behind a token. Until sign-ins are linked to persons, the subject itself. */
export const actorOf = async (_table: ScoreTable, caller: Caller): Promise<Actor> => ({
  subject: caller.subject,
  role: caller.role,
});

import { issuer } from '../../infra/local/sign-in/sign-in.ts';
import type { Caller } from '../../shared/identity/caller.ts';

/** A publisher of the ministry, unless told otherwise. */
export const callerWith = (changes: Partial<Caller> = {}): Caller => ({
  subject: 'ministry-runner',
  // Of the tokens too, so that a subject is the same person by either way.
  issuer,
  name: null,
  role: 'publisher',
  unit_id: null,
  department: null,
  owner: 'ministry',
  bodies: null,
  ...changes,
});

import type { Caller } from '../../shared/identity/caller.ts';

/** A publisher of the ministry, unless told otherwise. */
export const callerWith = (changes: Partial<Caller> = {}): Caller => ({
  subject: 'ministry-runner',
  issuer: 'urn:dti:development-sign-in',
  name: null,
  role: 'publisher',
  unit_id: null,
  department: null,
  owner: 'ministry',
  bodies: null,
  ...changes,
});

import type { JWTPayload } from 'jose';
import { type CallerRole, isCallerRole, isUnitRole } from '../../../shared/identity/caller.ts';

/** Whom a token of the development sign-in is for. */
export interface Identity {
  sub: string;
  /** What the person is called. */
  name?: string | undefined;
  role?: CallerRole;
  /** Unit of an officer or certifier. */
  unit?: string;
  /** Department of the unit that an officer fills rows for. */
  department?: string;
  /** Whose groups the role is held for; the ministry's when left out. */
  owner?: string;
  /** Bodies an appraiser decides for, parted by `;`; all of them when left out. */
  bodies?: string;
  /** Instead of a role: `role:unit` and `role`, parted by spaces; one of them is named with each request. */
  grants?: string;
}

const optional = ['name', 'unit', 'department', 'owner', 'bodies', 'grants'] as const;

/** Reads `?sub=` with `role` or `grants` and what else an identity has; null when they name nobody who could be. */
export function readIdentity(query: URLSearchParams): Identity | null {
  const [sub, role] = [query.get('sub'), query.get('role')];
  if (!sub) return null;
  const told = Object.fromEntries(optional.flatMap((key) => (query.get(key) ? [[key, query.get(key)]] : [])));
  if (role === null && told.grants) return { sub, ...told };
  if (!isCallerRole(role) || (isUnitRole(role) && !told.unit)) return null;
  return { sub, role, ...told };
}

/** What is left out is no claim at all, as at a sign-in that knows nothing of it. */
export function claimsOf({ sub: _, name, ...held }: Identity): JWTPayload {
  const claims = Object.entries(held).flatMap(([key, value]) => (value ? [[`dti_${key}`, value]] : []));
  return { ...(name && { name }), ...Object.fromEntries(claims) };
}

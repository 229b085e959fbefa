import { ministry } from '../units/owners.ts';

/** Roles a token may carry; what each may do stands per route in `infra/topology.ts`. */
export const callerRoles = ['officer', 'certifier', 'appraiser', 'publisher', 'operator'] as const;

export type CallerRole = (typeof callerRoles)[number];

/** Roles that act for one unit; all others act for the owner of a group. */
const unitRoles: readonly CallerRole[] = ['officer', 'certifier'];

/** Who calls, from the claims of a verified token. */
export interface Caller {
  subject: string;
  /** Who vouches for the subject: the same subject of another issuer is another person. */
  issuer: string;
  role: CallerRole;
  /** Of an officer or certifier; null for every other role, and then no unit's door opens by it. */
  unit_id: string | null;
  /** Whose groups the role is held for. */
  owner: string;
  /** Ids of the verifying bodies whose indicators an appraiser decides on (`shared/frameworks/bodies.json`); null: all. */
  bodies: string[] | null;
}

export type Claims = Record<string, unknown>;

/**
 * Reads `sub`, `iss`, `dti_role`, `dti_unit`, `dti_owner` and `dti_bodies`; null where the token carries no role of
 * ours. The signature was checked by the authorizer before any of our code ran.
 */
export function callerOf(claims: Claims = {}): Caller | null {
  const [subject, issuer, role] = [text(claims.sub), text(claims.iss), text(claims.dti_role)];
  if (!subject || !issuer || !isCallerRole(role)) return null;
  return {
    subject,
    issuer,
    role,
    unit_id: isUnitRole(role) ? text(claims.dti_unit) : null,
    owner: ownerOf(claims.dti_owner),
    bodies: bodiesOf(claims.dti_bodies),
  };
}

export const isCallerRole = (role: string | null): role is CallerRole => callerRoles.some((known) => known === role);

export const isUnitRole = (role: CallerRole): boolean => unitRoles.includes(role);

/** A claim that is there and says nothing is nobody's, so that a slip at the sign-in opens no door. */
const ownerOf = (claim: unknown): string => (claim === undefined ? ministry : (text(claim) ?? ''));

/** Ids parted by spaces or `;`. Likewise: an empty list is no body, only a claim that is absent is all of them. */
function bodiesOf(claim: unknown): string[] | null {
  if (claim === undefined) return null;
  return (text(claim) ?? '').split(/[;\s]+/).filter((body) => body !== '');
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

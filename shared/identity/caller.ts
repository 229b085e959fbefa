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
  /** What the sign-in calls the person; null: it says nothing. Kept where it can be erased, and nowhere else (`people.ts`). */
  name: string | null;
  role: CallerRole;
  /** Of an officer or certifier; null for every other role, and then no unit's door opens by it. */
  unit_id: string | null;
  /** Of an officer who fills the rows of one department of the unit and sends nothing; null: of the whole unit. */
  department: string | null;
  /** Whose groups the role is held for. */
  owner: string;
  /** Ids of the verifying bodies whose indicators an appraiser decides on (`shared/frameworks/bodies.json`); null: all. */
  bodies: string[] | null;
}

export type Claims = Record<string, unknown>;

/** Claims of ours in an access token, beside who its bearer is. */
export const claimNames = ['dti_role', 'dti_unit', 'dti_owner', 'dti_department', 'dti_bodies', 'dti_grants'] as const;

/** A role that a person holds, and the unit that it is held for. */
export interface HeldRole {
  role: CallerRole;
  unit_id: string | null;
}

/** As a person names it in `DTI-Acting-As`, and a sign-in in `dti_grants`: `officer:P04-2025`, `publisher`. */
export const nameHeld = ({ role, unit_id }: HeldRole): string => (unit_id === null ? role : `${role}:${unit_id}`);

/** What a token lets its bearer act as: `dti_grants`, or `dti_role` with `dti_unit`. A grant that says nothing is none. */
export function heldRoles(claims: Claims = {}): HeldRole[] {
  if (claims.dti_grants === undefined) return heldRole(text(claims.dti_role), text(claims.dti_unit));
  const grants = (text(claims.dti_grants) ?? '').split(/\s+/);
  return grants.flatMap((grant) => {
    const [role = '', unit, ...more] = grant.split(':');
    const [held] = more.length > 0 ? [] : heldRole(role, unit || null);
    // `publisher:P04-2025` means a publisher of less than there is: taken for one of all it would open every door.
    return held && (unit === undefined || isUnitRole(held.role)) ? [held] : [];
  });
}

const heldRole = (role: string | null, unit: string | null): HeldRole[] =>
  isCallerRole(role) ? [{ role, unit_id: isUnitRole(role) ? unit : null }] : [];

/**
 * Reads `sub`, `iss`, `name`, `dti_owner`, `dti_department`, `dti_bodies` and what the bearer acts as: the one of several
 * that `actingAs` names, or the only one. Null where that is no role of ours, or not held. The signature was checked by
 * the authorizer before any of our code ran.
 */
export function callerOf(claims: Claims = {}, actingAs: string | null = null): Caller | null {
  const [subject, issuer, held] = [text(claims.sub), text(claims.iss), heldRoles(claims)];
  const acting = actingAs === null ? onlyOne(held) : held.find((one) => nameHeld(one) === actingAs);
  if (!subject || !issuer || !acting) return null;
  return {
    ...{ subject, issuer, ...acting },
    name: text(claims.name),
    department: acting.role === 'officer' ? departmentOf(claims.dti_department) : null,
    owner: ownerOf(claims.dti_owner),
    bodies: bodiesOf(claims.dti_bodies),
  };
}

const onlyOne = (held: HeldRole[]): HeldRole | null => (held.length === 1 ? held[0]! : null);

export const isCallerRole = (role: string | null): role is CallerRole => callerRoles.some((known) => known === role);

export const isUnitRole = (role: CallerRole): boolean => unitRoles.includes(role);

/** A claim that is there and says nothing is nobody's, so that a slip at the sign-in opens no door. */
const ownerOf = (claim: unknown): string => (claim === undefined ? ministry : (text(claim) ?? ''));

/** Likewise: a department without a name has no rows, and is not the whole unit. */
const departmentOf = (claim: unknown): string | null => (claim === undefined ? null : (text(claim) ?? ''));

/** Ids parted by spaces or `;`. Likewise: an empty list is no body, only a claim that is absent is all of them. */
function bodiesOf(claim: unknown): string[] | null {
  if (claim === undefined) return null;
  return (text(claim) ?? '').split(/[;\s]+/).filter((body) => body !== '');
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

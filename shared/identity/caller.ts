/** Who calls, from the claims of a verified token. `officer` acts for one unit; `publisher` for the ministry. */
export interface Caller {
  subject: string;
  role: 'officer' | 'publisher';
  unit_id: string | null;
}

export type Claims = Record<string, unknown>;

/**
 * Reads `sub`, `dti_role` and `dti_unit`; null where the token carries no role of ours. The signature was checked by the
 * authorizer before any of our code ran.
 */
export function callerOf(claims: Claims | undefined): Caller | null {
  const subject = text(claims?.sub);
  const role = text(claims?.dti_role);
  if (!subject || (role !== 'officer' && role !== 'publisher')) return null;
  return { subject, role, unit_id: text(claims?.dti_unit) };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

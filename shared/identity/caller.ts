import { Problem } from '../http/problem.ts';

/** Who calls, from the claims of a verified token. `officer` acts for one unit; `publisher` for the ministry. */
export interface Caller {
  subject: string;
  role: 'officer' | 'publisher';
  unit_id: string | null;
}

export type Claims = Record<string, unknown>;

/** Reads `sub`, `dti_role` and `dti_unit`. The signature was checked by the authorizer before any of our code ran. */
export function callerOf(claims: Claims | undefined): Caller {
  const subject = text(claims?.sub);
  const role = text(claims?.dti_role);
  if (!subject || (role !== 'officer' && role !== 'publisher')) {
    throw new Problem(
      403,
      'role-missing',
      'Tài khoản chưa được cấp vai trò.',
      'The token carries no role of this system.',
    );
  }
  return { subject, role, unit_id: text(claims?.dti_unit) };
}

export function requireRole(caller: Caller, ...roles: Caller['role'][]): void {
  if (roles.includes(caller.role)) return;
  throw new Problem(
    403,
    'role-refused',
    'Vai trò của tài khoản không được phép thực hiện việc này.',
    `Needs one of: ${roles.join(', ')}.`,
  );
}

/** An officer acts for the own unit only; the ministry for any. */
export function requireUnit(caller: Caller, unitId: string): void {
  if (caller.role === 'publisher' || caller.unit_id === unitId) return;
  throw new Problem(
    403,
    'foreign-unit',
    `Tài khoản không được nộp hoặc xem số liệu của đơn vị ${unitId}.`,
    `The token is for another unit than ${unitId}.`,
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

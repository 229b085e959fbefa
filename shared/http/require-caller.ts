import { type Caller, type Claims, callerOf } from '../identity/caller.ts';
import { Problem } from './problem.ts';

/** Refuses a token without a role of this system. */
export function requireCaller(claims: Claims | undefined): Caller {
  const caller = callerOf(claims);
  if (caller) return caller;
  throw new Problem(
    403,
    'role-missing',
    'Tài khoản chưa được cấp vai trò.',
    'The token carries no role of this system.',
  );
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

import { type Caller, type Claims, callerOf, heldRoles, isUnitRole, nameHeld } from '../identity/caller.ts';
import { roleNamesVi } from '../identity/role-words.ts';
import { findGroup } from '../units/groups.ts';
import { groupNameVi, unitNameVi } from '../units/names.ts';
import { ministry } from '../units/owners.ts';
import { Problem } from './problem.ts';

/** Refuses a token without a role of this system, and one of several roles that does not say which it acts as. */
export function requireCaller(claims: Claims | undefined, actingAs: string | null = null): Caller {
  const caller = callerOf(claims, actingAs);
  if (caller) return caller;
  const held = heldRoles(claims).map(nameHeld);
  if (held.length > 0) throw actingAsRefused(held);
  throw new Problem(
    403,
    'role-missing',
    'Tài khoản chưa được cấp vai trò; đề nghị liên hệ cơ quan chủ trì.',
    'The token carries no role of this system.',
  );
}

const actingAsRefused = (held: string[]) =>
  new Problem(
    403,
    'acting-as-refused',
    `Tài khoản cần ghi rõ đang thực hiện với vai trò nào ở DTI-Acting-As; các vai trò được cấp: ${held.join(', ')}.`,
    `Name what you act as in DTI-Acting-As, one of: ${held.join(', ')}.`,
  );

export function requireRole(caller: Caller, ...roles: Caller['role'][]): void {
  if (roles.includes(caller.role)) return;
  throw new Problem(
    403,
    'role-refused',
    `Vai trò của tài khoản không được phép thực hiện việc này; việc này dành cho ${roles.map((role) => `${roleNamesVi[role]} (${role})`).join(', ')}.`,
    `Needs one of: ${roles.join(', ')}.`,
  );
}

/** A role is held for one owner's groups; a group that does not exist is nobody's. */
export function requireOwner(caller: Caller, group: string): void {
  if (findGroup(group)?.owner === caller.owner) return;
  throw new Problem(
    403,
    'foreign-group',
    `Tài khoản không được giao nhóm đơn vị ${groupNameVi(group)}; đề nghị người phụ trách nhóm này thực hiện.`,
    `The role of the token is held for other groups than ${group}.`,
  );
}

/** What is nobody's group, such as who people are, is for those who run the installation. */
export function requireMinistry(caller: Caller): void {
  if (caller.owner === ministry) return;
  throw new Problem(
    403,
    'foreign-group',
    'Việc này chỉ dành cho cơ quan chủ trì hệ thống.',
    'Only for roles held for the ministry.',
  );
}

/**
 * An officer and a certifier act for the own unit only; all others for any of their owner's groups. An officer of a
 * department is let in by the doors alone that look at each row: those ask {@link requireUnitPart}.
 */
export function requireUnit(caller: Caller, unitId: string): void {
  requireUnitPart(caller, unitId);
  if (caller.department === null) return;
  throw new Problem(
    403,
    'department-refused',
    'Tài khoản của phòng, ban, sở chỉ xem và kê khai các chỉ tiêu được phân công; việc này do cán bộ đầu mối của đơn vị thực hiện.',
    'A department reads and fills the rows assigned to it; this is for the officer of the whole unit.',
  );
}

/** The same where a department may do its part. Whoever asks this looks at `caller.department` for each row. */
export function requireUnitPart(caller: Caller, unitId: string): void {
  if (!isUnitRole(caller.role) || caller.unit_id === unitId) return;
  throw new Problem(
    403,
    'foreign-unit',
    `Tài khoản không được nộp hoặc xem số liệu của đơn vị ${unitNameVi(unitId)}; đề nghị dùng tài khoản của đơn vị đó.`,
    `The token is for another unit than ${unitId}.`,
  );
}

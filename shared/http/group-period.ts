import { isPeriod, periodNamedVi } from '../periods/period.ts';
import { findGroup } from '../units/groups.ts';
import { groupNameVi, unitNameVi } from '../units/names.ts';
import { isMember } from '../units/registry.ts';
import { Problem } from './problem.ts';

/** Refuses an unknown group or a malformed period with 404, as both stand in addresses. */
export function requireGroupPeriod(group: string, period: string): void {
  if (!findGroup(group)) {
    throw new Problem(404, 'group-unknown', `Không có nhóm đơn vị "${group}".`, `There is no group "${group}".`);
  }
  if (!isPeriod(period)) {
    throw new Problem(
      404,
      'period-unknown',
      `Kỳ "${period}" không đúng dạng; đề nghị ghi 2024 hoặc 2026-Q3.`,
      `"${period}" is not a period; write 2024 or 2026-Q3.`,
    );
  }
}

export function requireMember(unitId: string, group: string, period: string): void {
  requireGroupPeriod(group, period);
  if (isMember(unitId, group, period)) return;
  throw new Problem(
    404,
    'unit-unknown',
    `Đơn vị ${unitNameVi(unitId)} không thuộc nhóm ${groupNameVi(group)} trong kỳ ${periodNamedVi(period)}; đề nghị kiểm tra lại nhóm, kỳ và mã đơn vị.`,
    `Unit ${unitId} is not in ${group} for ${period}.`,
  );
}

import { unidentified } from '../submission/upload-limits.ts';
import { requireGroupPeriod, requireMember } from './group-period.ts';

/** Refuses a unit that the group does not have; `unidentified` stands for files that the ministry handed in. */
export function requireFiledUnit({ group, period, unit_id }: { group: string; period: string; unit_id: string }): void {
  if (unit_id === unidentified) requireGroupPeriod(group, period);
  else requireMember(unit_id, group, period);
}

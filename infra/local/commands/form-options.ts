import type { Framework } from '../../../shared/frameworks/framework.ts';
import { lastDayOf, parsePeriod, periodNamedVi } from '../../../shared/periods/period.ts';
import { groupNameVi } from '../../../shared/units/names.ts';
import { findUnit, membersOf, nameOn } from '../../../shared/units/registry.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { knownFramework, knownGroup, knownPeriod } from './known-options.ts';
import { UsageError } from './run-command.ts';

const text = { type: 'string' } as const;

/** Options of every command about one form. */
export const formOptions = { framework: text, group: text, unit: text, period: text } as const;

export interface FormOptions {
  framework: Framework;
  group: string;
  period: string;
  /** Units of the group in the period. */
  members: Unit[];
}

/** Throws {@link UsageError} on a group, a period or a framework that do not go together. */
export async function readFormOptions(values: Partial<Record<keyof typeof formOptions, string>>): Promise<FormOptions> {
  const framework = await knownFramework(values.framework);
  const period = knownPeriod(values.period);
  const group = knownGroup(values.group ?? onlyGroup(framework));
  return { framework, group, period, members: membersOf(group, period) };
}

function onlyGroup({ framework_id, groups }: Framework): string {
  const [group, ...others] = groups;
  if (group === undefined || others.length > 0 || group.endsWith('*')) {
    const known = groups.join(', ');
    throw new UsageError(
      `thiếu --group; ${framework_id} dùng cho ${known}`,
      `--group is missing; ${framework_id} is for ${known}`,
    );
  }
  return group;
}

/** The unit as it was called at the end of the period. */
export function memberNamed(unitId: string, { group, period, members }: FormOptions): Unit {
  const unit = members.find((member) => member.unit_id === unitId);
  if (unit) return { ...unit, ...nameOn(unit, lastDayOf(parsePeriod(period))) };
  const known = findUnit(unitId);
  if (!known) throw new UsageError(`--unit ${unitId}: không có đơn vị này`, 'no such unit');
  const { full_name_vi } = known;
  throw new UsageError(
    `--unit ${unitId}: ${full_name_vi} không thuộc nhóm ${groupNameVi(group)} trong kỳ ${periodNamedVi(period)}`,
    `${full_name_vi} is not in ${group} in ${period}`,
  );
}

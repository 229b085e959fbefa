import type { Framework } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { isPeriod, lastDayOf, parsePeriod } from '../../../shared/periods/period.ts';
import { findUnit, membersOf, nameOn } from '../../../shared/units/registry.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { required, UsageError } from './run-command.ts';

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
  const framework = await loadFramework(required(values.framework, '--framework'));
  const period = required(values.period, '--period');
  if (!isPeriod(period)) throw new UsageError(`--period ${period}: write a year (2024) or a quarter (2026-Q3)`);
  const group = values.group ?? onlyGroup(framework);
  return { framework, group, period, members: membersOf(group, period) };
}

function onlyGroup({ framework_id, groups }: Framework): string {
  const [group, ...others] = groups;
  if (group === undefined || others.length > 0 || group.endsWith('*')) {
    throw new UsageError(`--group is missing; ${framework_id} is for ${groups.join(', ')}`);
  }
  return group;
}

/** The unit as it was called at the end of the period. */
export function memberNamed(unitId: string, { group, period, members }: FormOptions): Unit {
  const unit = members.find((member) => member.unit_id === unitId);
  if (unit) return { ...unit, ...nameOn(unit, lastDayOf(parsePeriod(period))) };
  const known = findUnit(unitId);
  const what = known ? `${known.full_name_vi} is not in ${group} in ${period}` : 'no such unit';
  throw new UsageError(`--unit ${unitId}: ${what}`);
}

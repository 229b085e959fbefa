import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';

/** A period is changed by those who publish it, for groups of the own owner. */
export function requirePublisher(caller: Caller, { group, period }: { group: string; period: string }): void {
  requireRole(caller, 'publisher');
  requireGroupPeriod(group, period);
  requireOwner(caller, group);
}

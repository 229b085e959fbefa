import type { Caller } from '../identity/caller.ts';
import type { PeriodOf, UnitOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { requireFiledUnit } from './filed-unit.ts';
import { requireGroupPeriod, requireMember } from './group-period.ts';
import { requireOwner, requireRole, requireUnit, requireUnitPart } from './require-caller.ts';
import { requirePeriod } from './require-period.ts';

/*
 * The doors of a round. What has to be asked of whoever comes is asked here, all of it and in one order, so that no use
 * case can forget a part: the role, whose unit it is, whether there is such a place, and whose group. Behind `enter…`
 * stands the period as well.
 *
 * @throws Problem 403 role-refused, foreign-unit, department-refused, foreign-group; 404 group-unknown, period-unknown,
 * unit-unknown; behind `enter…` 409 period-unopened
 */
type Roles = readonly Caller['role'][];

export function requireRound(caller: Caller, { group, period }: PeriodOf, ...roles: Roles): void {
  requireRole(caller, ...roles);
  requireGroupPeriod(group, period);
  requireOwner(caller, group);
}

export function requireOfUnit(caller: Caller, of: UnitOf, ...roles: Roles): void {
  requireRole(caller, ...roles);
  requireUnit(caller, of.unit_id);
  requireMember(of.unit_id, of.group, of.period);
  requireOwner(caller, of.group);
}

/** The same where a department may do its part: whoever asks this looks at `caller.department` for each row. */
export function requirePartOfUnit(caller: Caller, of: UnitOf, ...roles: Roles): void {
  requireRole(caller, ...roles);
  requireUnitPart(caller, of.unit_id);
  requireMember(of.unit_id, of.group, of.period);
  requireOwner(caller, of.group);
}

/** The same where files also stand that the ministry handed in and nobody could lay to a unit. */
export function requireFiled(caller: Caller, of: UnitOf, ...roles: Roles): void {
  requireRole(caller, ...roles);
  requireUnit(caller, of.unit_id);
  requireFiledUnit(of);
  requireOwner(caller, of.group);
}

type Door<Of extends PeriodOf> = (caller: Caller, of: Of, ledger: Ledger, ...roles: Roles) => Promise<PeriodState>;

/** `requireRound`, and the period behind it. */
export const enterRound: Door<PeriodOf> = async (caller, of, ledger, ...roles) => {
  requireRound(caller, of, ...roles);
  return requirePeriod(ledger, of.group, of.period);
};

export const enterUnit: Door<UnitOf> = async (caller, of, ledger, ...roles) => {
  requireOfUnit(caller, of, ...roles);
  return requirePeriod(ledger, of.group, of.period);
};

export const enterPartOfUnit: Door<UnitOf> = async (caller, of, ledger, ...roles) => {
  requirePartOfUnit(caller, of, ...roles);
  return requirePeriod(ledger, of.group, of.period);
};

export const enterFiled: Door<UnitOf> = async (caller, of, ledger, ...roles) => {
  requireFiled(caller, of, ...roles);
  return requirePeriod(ledger, of.group, of.period);
};

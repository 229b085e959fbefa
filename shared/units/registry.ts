import { Fault } from '../observability/fault.ts';
import { parsePeriod } from '../periods/period.ts';
import { groupOf, membershipDay } from './groups.ts';
import { loadRegistry } from './load-registry.ts';
import type { Unit, UnitState } from './unit.ts';

/** Hash of the delivered registry, for manifests. */
export const registryDigest = (): string => loadRegistry().sha256;

/** Null for an id that the registry does not hold. */
export const findUnit = (unitId: string): Unit | null => loadRegistry().byId.get(unitId) ?? null;

/** Throws the fault `UNIT_UNKNOWN`. */
export function unitOf(unitId: string): Unit {
  const unit = findUnit(unitId);
  if (!unit) throw new Fault('UNIT_UNKNOWN', `no unit "${unitId}" in the registry`);
  return unit;
}

/**
 * Units that belong to the group in the period, by unit_id bytewise. They may all report for it, whatever their own
 * validity: 2024/province34 is the round restated for the 34.
 */
export function membersOf(group: string, period: string): Unit[] {
  const known = groupOf(group);
  const day = membershipDay(known, parsePeriod(period));
  return loadRegistry()
    .units.filter((unit) => known.holds(unit) && isValidOn(unit, day))
    .sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1));
}

export const isMember = (unitId: string, group: string, period: string): boolean =>
  membersOf(group, period).some((unit) => unit.unit_id === unitId);

/** By name, full name or alias, compared after NFC: names do not identify a unit outside a group and a period. */
export function findUnitByName(name: string, group: string, period: string): Unit | null {
  const wanted = name.normalize('NFC').trim();
  const bearers = membersOf(group, period).filter((unit) => namesOf(unit).has(wanted));
  if (bearers.length > 1) {
    const ids = bearers.map((unit) => unit.unit_id).join(', ');
    throw new Fault('UNIT_NAME_AMBIGUOUS', `"${wanted}" names ${ids} in ${group} ${period}`);
  }
  return bearers[0] ?? null;
}

export const predecessorsOf = (unit: Unit): Unit[] => unit.formed_from.map(unitOf);

/** How the unit was called on a day (`YYYY-MM-DD`); outside its validity, its first or its last name. */
export function nameOn(unit: Unit, day: string): Pick<UnitState, 'name_vi' | 'full_name_vi'> {
  const history = unit.history ?? [];
  const state = day < unit.valid_from ? history[0] : history.find(({ from, to }) => from <= day && (!to || day <= to));
  return { name_vi: state?.name_vi ?? unit.name_vi, full_name_vi: state?.full_name_vi ?? unit.full_name_vi };
}

const isValidOn = (unit: Unit, day: string): boolean =>
  unit.valid_from <= day && (unit.valid_to === null || day <= unit.valid_to);

const namesOf = (unit: Unit): Set<string> => {
  const former = (unit.history ?? []).flatMap((state) => [state.name_vi, state.full_name_vi]);
  return new Set([unit.name_vi, unit.full_name_vi, ...unit.aliases, ...former].map((name) => name.normalize('NFC')));
};

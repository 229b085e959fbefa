import { Fault } from '../observability/fault.ts';
import { lastDayOf, type Period } from '../periods/period.ts';
import { communeNameNotice } from './communes.ts';
import { loadRegistry } from './load-registry.ts';
import { ministry } from './owners.ts';
import type { Group, Unit } from './unit.ts';

export interface DefinedGroup extends Group {
  /** Who has it appraised, run and published; one of `owners`. Not among the fields that inputs freeze: it may change. */
  owner: string;
  /** Who belongs, on a day on which the unit is valid. */
  holds: (unit: Unit) => boolean;
}

const provinces = { holds: (unit: Unit) => unit.kind === 'province', ranked: true };

const ministries = (hasPublicServices: boolean | null) => ({
  from: null,
  to: null,
  holds: (unit: Unit) => unit.kind === 'ministry' && unit.has_public_services === hasPublicServices,
});

export const groups: readonly DefinedGroup[] = [
  {
    group: 'province63',
    name_vi: '63 tỉnh, thành phố (đến 30/6/2025)',
    name_en: '63 provinces (to 30 June 2025)',
    from: null,
    to: '2025-06-30',
    owner: ministry,
    ...provinces,
  },
  {
    group: 'province34',
    name_vi: '34 tỉnh, thành phố (từ 01/7/2025)',
    name_en: '34 provinces (from 1 July 2025)',
    from: '2025-07-01',
    to: null,
    owner: ministry,
    ...provinces,
  },
  {
    group: 'ministry-services',
    name_vi: 'Bộ, cơ quan có dịch vụ công',
    name_en: 'Ministries with public services',
    owner: ministry,
    ranked: true,
    ...ministries(true),
  },
  {
    group: 'ministry-no-services',
    name_vi: 'Bộ, cơ quan không có dịch vụ công',
    name_en: 'Ministries without public services',
    owner: ministry,
    ranked: true,
    ...ministries(false),
  },
  {
    group: 'ministry-unclassified',
    name_vi: 'Bộ, cơ quan chưa phân loại về dịch vụ công',
    name_en: 'Ministries not yet classified by public services',
    owner: ministry,
    ranked: false,
    ...ministries(null),
  },
  {
    group: 'country',
    name_vi: 'Cả nước',
    name_en: 'The country',
    from: null,
    to: null,
    owner: ministry,
    ranked: false, // alone in its group
    holds: (unit: Unit) => unit.kind === 'country',
  },
];

/** Before the province's id, in the id of the group of its communes. */
const communesPrefix = 'communes-';

/** One group of communes for each present province, `communes-P04-2025`; null for an id that is no group's. */
export const findGroup = (group: string): DefinedGroup | null =>
  groups.find((known) => known.group === group) ?? findCommunesGroup(group);

/** The communes of every present province. */
export const communeGroups = (): DefinedGroup[] =>
  loadRegistry().units.flatMap(({ unit_id }) => findCommunesGroup(`${communesPrefix}${unit_id}`) ?? []);

function findCommunesGroup(group: string): DefinedGroup | null {
  if (!group.startsWith(communesPrefix)) return null;
  const unitId = group.slice(communesPrefix.length);
  const province = loadRegistry().byId.get(unitId);
  if (province?.kind !== 'province' || province.valid_to !== null) return null;
  return {
    group,
    name_vi: `Xã, phường, đặc khu thuộc ${province.name_vi} (${communeNameNotice})`,
    name_en: `Communes of ${province.name_vi} (illustrative names)`,
    from: null,
    to: null,
    owner: ministry,
    ranked: true,
    holds: (unit) => unit.kind === 'commune' && unit.unit_id.startsWith(`${unitId}-`),
  };
}

/** Every group that the unit belongs to, or did, while it was valid. */
export function groupsHolding(unit: Unit): DefinedGroup[] {
  const communes = unit.kind === 'commune' ? findCommunesGroup(`${communesPrefix}${provinceOf(unit)}`) : null;
  return [...groups, ...(communes ? [communes] : [])].filter(({ holds }) => holds(unit));
}

/** `P04-2025-C001` is of `P04-2025`. */
const provinceOf = ({ unit_id }: Unit): string => unit_id.slice(0, unit_id.lastIndexOf('-'));

/** Throws the fault `GROUP_UNKNOWN`. */
export function groupOf(group: string): DefinedGroup {
  const known = findGroup(group);
  if (!known)
    throw new Fault(
      'GROUP_UNKNOWN',
      `no group "${group}"; known are ${groups.map((g) => g.group).join(', ')} and ${communesPrefix}<province id>`,
    );
  return known;
}

/** Day on which membership of the group is taken: the period's last day, drawn into the group's own validity. */
export function membershipDay(group: Group, period: Period): string {
  const day = lastDayOf(period);
  const notBefore = group.from !== null && day < group.from ? group.from : day;
  return group.to !== null && notBefore > group.to ? group.to : notBefore;
}

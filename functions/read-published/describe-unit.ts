import type { Answer } from '../../shared/public-api/answers.ts';
import { groupsHolding } from '../../shared/units/groups.ts';
import { predecessorsOf, unitOf } from '../../shared/units/registry.ts';
import type { Unit } from '../../shared/units/unit.ts';

const named = ({ unit_id, name_vi, name_en }: Unit) => ({ unit_id, name_vi, name_en });

export const describeUnit = (unit: Unit): Answer<'Unit'> => ({
  ...named(unit),
  ...{ full_name_vi: unit.full_name_vi, kind: unit.kind, region: unit.region },
  ...{ valid_from: unit.valid_from, valid_to: unit.valid_to },
  formed_from: predecessorsOf(unit).map(named),
  succeeded_by: unit.succeeded_by.map(unitOf).map(named),
  official: unit.official ?? null,
  aliases: unit.aliases,
  former_names: (unit.history ?? []).filter(({ to }) => to !== null && to !== unit.valid_to),
  groups: groupsHolding(unit)
    .filter(({ from, to }) => isWithin(unit, from, to))
    .map(({ group }) => group),
});

/** Some day of the unit is a day of the group. */
const isWithin = (unit: Unit, from: string | null, to: string | null): boolean =>
  (to === null || unit.valid_from <= to) && (from === null || unit.valid_to === null || unit.valid_to >= from);

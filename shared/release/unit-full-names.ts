import { parsePeriod } from '../periods/period.ts';
import type { Scoreboard, ScoreboardUnit } from '../scoring/scoreboard.ts';
import { findGroup, membershipDay } from '../units/groups.ts';
import { findUnit, nameOn } from '../units/registry.ts';

/**
 * Names as in law, `Thành phố Huế`, on the day that membership was taken: a unit renamed since keeps the name that it was
 * released with. The frozen name where the registry does not know it, or knows it by another.
 */
export function fullNamesOf({ group, period }: Scoreboard): (unit: ScoreboardUnit) => string {
  const known = findGroup(group);
  if (!known) return ({ unit_name_vi }) => unit_name_vi;
  const day = membershipDay(known, parsePeriod(period));
  return ({ unit_id, unit_name_vi }) => {
    const unit = findUnit(unit_id);
    const names = unit && nameOn(unit, day);
    return names?.name_vi === unit_name_vi ? names.full_name_vi : unit_name_vi;
  };
}

import { isPeriod, lastDayOf, parsePeriod, periodNamedVi } from '../../periods/period.ts';
import { findGroup } from '../../units/groups.ts';
import { findUnit, nameOn } from '../../units/registry.ts';
import { makeFinding, noPlace } from '../finding.ts';
import type { Finding } from '../submission.ts';

/**
 * Findings about whose file it is, in the names that officials know: an id says nothing to them. The value stays the id,
 * for programs; so does whatever the registry does not hold.
 */
export function groupMismatch(found: string, expected: string): Finding {
  const words = { found: groupVi(found), found_en: groupEn(found) };
  return makeFinding(
    'GROUP_MISMATCH',
    noPlace,
    { ...words, expected: groupVi(expected), expected_en: groupEn(expected) },
    found,
  );
}

export function periodMismatch(found: string, expected: string): Finding {
  const params = { found: periodNamedVi(found), expected: periodNamedVi(expected), expected_en: expected };
  return makeFinding('PERIOD_MISMATCH', noPlace, params, found);
}

/** Units as they were called at the end of the period. */
export function unitMismatch(found: string, expected: string, period: string): Finding {
  const words = { found: unitVi(found, period), found_en: unitEn(found) };
  const right = { expected: unitVi(expected, period), expected_en: unitEn(expected) };
  return makeFinding('UNIT_MISMATCH', noPlace, { ...words, ...right }, found);
}

export function unitNotInGroup(found: string, group: string, period: string): Finding {
  const words = {
    found: unitVi(found, period),
    found_en: unitEn(found),
    group: groupVi(group),
    group_en: groupEn(group),
  };
  return makeFinding(
    'UNIT_NOT_IN_GROUP',
    noPlace,
    { ...words, period: periodNamedVi(period), period_en: period },
    found,
  );
}

const groupVi = (group: string): string => findGroup(group)?.name_vi ?? group;
const groupEn = (group: string): string => findGroup(group)?.name_en ?? group;
const unitEn = (unitId: string): string => findUnit(unitId)?.name_en ?? unitId;

function unitVi(unitId: string, period: string): string {
  const unit = findUnit(unitId);
  if (!unit) return unitId;
  return isPeriod(period) ? nameOn(unit, lastDayOf(parsePeriod(period))).full_name_vi : unit.full_name_vi;
}

import { findGroup } from './groups.ts';
import { findUnit } from './registry.ts';

/** What people call a group or a unit, for sentences they read; a code that nobody knows stays as it was given. */
export const groupNameVi = (group: string): string => findGroup(group)?.name_vi ?? group;

export const groupNameEn = (group: string): string => findGroup(group)?.name_en ?? group;

export const unitNameVi = (unitId: string): string => findUnit(unitId)?.name_vi ?? unitId;

/** As in law: *Thành phố Hồ Chí Minh*. */
export const unitFullNameVi = (unitId: string): string => findUnit(unitId)?.full_name_vi ?? unitId;
/** A unit as lists name it: by its id, and as people call it. */
export interface NamedUnit {
  unit_id: string;
  unit_name_vi: string;
}

export const named = (unit_id: string): NamedUnit => ({ unit_id, unit_name_vi: unitNameVi(unit_id) });

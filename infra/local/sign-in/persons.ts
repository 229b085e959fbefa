import { isCallerRole, isUnitRole } from '../../../shared/identity/caller.ts';
import { findUnit } from '../../../shared/units/registry.ts';
import type { Identity } from './identity.ts';

/** Persons of the ministry to sign in as, by subject. */
const ministryPersons: Record<string, Omit<Identity, 'sub'>> = {
  publisher: { name: 'Người công bố', role: 'publisher' },
  'publisher-2': { name: 'Người công bố thứ hai', role: 'publisher' },
  appraiser: { name: 'Người thẩm định', role: 'appraiser' },
  'appraiser-moha': { name: 'Người thẩm định, Bộ Nội vụ', role: 'appraiser', bodies: 'moha' },
  operator: { name: 'Người vận hành', role: 'operator' },
  // One person in two units, who says with each request for which.
  'two-units': { name: 'Cán bộ hai đơn vị', grants: 'officer:P04-2025 certifier:P08-2025' },
  'no-role': { name: 'Người chưa có vai trò' },
};

export const ministrySubjects = Object.keys(ministryPersons);

const unitNames = { officer: 'Cán bộ báo cáo', certifier: 'Lãnh đạo đơn vị' } as const;

/**
 * Who a subject of the sign-in page is; null: nobody. Of units `officer.P04-2025`, `certifier.P04-2025`, and
 * `officer.P04-2025.so-y-te` for one of its departments.
 */
export function findPerson(sub: string): Identity | null {
  const known = Object.hasOwn(ministryPersons, sub) ? ministryPersons[sub] : undefined;
  if (known) return { sub, ...known };
  const [role = '', unitId = '', department, ...more] = sub.split('.');
  const unit = findUnit(unitId);
  if (!unit || more.length > 0 || !isCallerRole(role) || !isUnitRole(role)) return null;
  const name = `${unitNames[role as keyof typeof unitNames]}, ${unit.full_name_vi}`;
  if (department === undefined) return { sub, name, role, unit: unitId };
  const isDepartment = role === 'officer' && /^[a-z0-9-]{1,60}$/.test(department);
  return isDepartment ? { sub, name: `${name} (${department})`, role, unit: unitId, department } : null;
}

/** As the form of the sign-in page tells it. */
export const subjectOf = (role: string, unitId: string, department: string): string =>
  [role, unitId, ...(department ? [department] : [])].join('.');

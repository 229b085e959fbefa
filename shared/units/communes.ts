import type { Unit } from './unit.ts';

/** How many communes a province has, by type, as the registry counts them. */
export interface CommuneCounts {
  wards: number;
  communes: number;
  special_zones: number;
  total: number;
}

/** Said wherever a commune is named in full: the registry counts communes and does not name them. */
export const communeNameNotice = 'tên minh họa';

/**
 * Communes of a province: `P04-2025-C001`… wards first, then communes, then special zones. Names are their codes, because
 * no list of names was available to us; only the number of each type is real.
 */
export function communesOf(province: Unit, counts: CommuneCounts): Unit[] {
  const types = [
    ...Array<CommuneType>(counts.wards).fill(ward),
    ...Array<CommuneType>(counts.communes).fill(commune),
    ...Array<CommuneType>(counts.special_zones).fill(specialZone),
  ];
  return types.map((type, i) => toUnit(province, type, `C${`${i + 1}`.padStart(3, '0')}`));
}

interface CommuneType {
  vi: string;
  en: string;
}

const ward: CommuneType = { vi: 'Phường', en: 'Ward' };
const commune: CommuneType = { vi: 'Xã', en: 'Commune' };
const specialZone: CommuneType = { vi: 'Đặc khu', en: 'Special zone' };

const toUnit = (province: Unit, type: CommuneType, code: string): Unit => ({
  unit_id: `${province.unit_id}-${code}`,
  kind: 'commune',
  name_vi: `${type.vi} ${code}`,
  full_name_vi: `${type.vi} ${code}, ${province.name_vi} (${communeNameNotice})`,
  name_en: `${type.en} ${code}`,
  valid_from: province.valid_from,
  valid_to: province.valid_to,
  formed_from: [],
  succeeded_by: [],
  has_public_services: null,
  region: province.region,
  aliases: [],
});

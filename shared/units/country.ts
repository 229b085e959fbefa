import type { Unit } from './unit.ts';

/** The country itself, for frameworks that assess the nation. */
export const country: Unit = {
  unit_id: 'VN',
  kind: 'country',
  name_vi: 'Việt Nam',
  full_name_vi: 'Nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  name_en: 'Viet Nam',
  // The first year of the index, as for the central bodies.
  valid_from: '2020-01-01',
  valid_to: null,
  formed_from: [],
  succeeded_by: [],
  has_public_services: null,
  region: null,
  aliases: [],
};

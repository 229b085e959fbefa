import type { FormChanges } from '../forms.ts';

/** A form of somebody or something else, sent at the door of Cao Bằng for 2024. */
export const identityMistakes: { rule: string; changes: FormChanges }[] = [
  { rule: 'TEMPLATE_UNKNOWN', changes: { identity: { framework_id: 'dti-other' } } },
  { rule: 'SIGNATURE_BAD', changes: { key: new Uint8Array(32).fill(1) } },
  { rule: 'GROUP_MISMATCH', changes: { identity: { group: 'province63' } } },
  { rule: 'PERIOD_MISMATCH', changes: { identity: { period: '2023' } } },
  { rule: 'UNIT_MISMATCH', changes: { identity: { unit_id: 'P01-2025' } } },
  { rule: 'UNIT_NOT_IN_GROUP', changes: { identity: { unit_id: 'P92-2025' } } },
];

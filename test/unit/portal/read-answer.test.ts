import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../functions/serve-portal/client/read-answer.ts';
import { compareNames } from '../../../functions/serve-portal/client/screens/ministry/compare-names.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { unitLabel } from '../../../shared/units/unit-label.ts';

const units = membersOf('province34', '2025').map(({ unit_id, name_vi, full_name_vi }) => ({
  ...{ unit_id, unit_name_vi: name_vi, full_name_vi },
}));

describe('an answer of the API in the portal', () => {
  it('names units as tables and charts everywhere do, and nothing else otherwise', () => {
    const quoted = { text_vi: 'gửi "unit_name_vi":"Hồ Chí Minh" lại', name_vi: 'Hồ Chí Minh' };
    const read = readAnswer(JSON.stringify({ units, quoted }));
    expect(read.units).toEqual(units.map((unit) => ({ ...unit, unit_name_vi: unitLabel(unit) })));
    expect(read.units.map((unit: { unit_name_vi: string }) => unit.unit_name_vi)).toContain('TP. Hồ Chí Minh');
    expect(read.quoted).toEqual(quoted);
  });

  it('keeps the order of names: a title is no part of it', () => {
    const names = units.map(({ unit_name_vi }) => unit_name_vi).sort(new Intl.Collator('vi').compare);
    expect(units.map(unitLabel).sort(compareNames)).toEqual(names.map((unit_name_vi) => unitLabel({ unit_name_vi })));
  });
});

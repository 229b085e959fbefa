import { describe, expect, it } from 'vitest';
import { readMe } from '../../../functions/read-me/read-me.ts';

const person = { sub: 'an', iss: 'https://sign-in.invalid', name: 'Nguyễn Thị An' };
const officer = {
  acting_as: 'officer:P04-2025',
  ...{ role: 'officer', unit_id: 'P04-2025', unit_name_vi: 'Cao Bằng', unit_full_name_vi: 'Tỉnh Cao Bằng' },
};

describe('readMe', () => {
  it('tells who one is, with the names of the unit', () => {
    const claims = { ...person, dti_role: 'officer', dti_unit: 'P04-2025', dti_department: 'so-y-te' };
    expect(readMe(claims, null)).toEqual({
      name: 'Nguyễn Thị An',
      acting: { ...officer, department: 'so-y-te', owner: 'ministry', bodies: null },
      held: [officer],
    });
  });

  it('lists the roles of who holds several before one is named, and acts as the one that is', () => {
    const claims = { ...person, dti_grants: 'officer:P04-2025 publisher' };
    expect(readMe(claims, null)).toMatchObject({ name: 'Nguyễn Thị An', acting: null, held: [officer, {}] });
    expect(readMe(claims, 'publisher').acting).toMatchObject({ acting_as: 'publisher', unit_id: null });
    expect(() => readMe(claims, 'officer:P08-2025')).toThrow(
      expect.objectContaining({ status: 403, code: 'acting-as-refused' }),
    );
  });

  it('tells whom no role was given what to do', () => {
    for (const claims of [person, undefined, { ...person, dti_grants: '' }])
      expect(() => readMe(claims, null)).toThrow(expect.objectContaining({ status: 403, code: 'role-missing' }));
  });
});

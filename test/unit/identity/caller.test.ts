import { describe, expect, it } from 'vitest';
import { callerOf, heldRoles } from '../../../shared/identity/caller.ts';

const claims = { sub: 'an', iss: 'https://sign-in.invalid', dti_role: 'appraiser' };

describe('callerOf', () => {
  it('reads who calls, for whose groups and for which bodies', () => {
    expect(callerOf({ ...claims, dti_owner: 'other', dti_bodies: 'moha; a05 c06;' })).toEqual({
      subject: 'an',
      issuer: 'https://sign-in.invalid',
      name: null,
      role: 'appraiser',
      unit_id: null,
      department: null,
      owner: 'other',
      bodies: ['moha', 'a05', 'c06'],
    });
  });

  it('takes a sign-in that knows no owners for the ministry’s, and one that knows no bodies for all of them', () => {
    expect(callerOf(claims)).toMatchObject({ owner: 'ministry', bodies: null });
  });

  it('gives nothing for a claim that is there and empty, because a slip must not open a door', () => {
    expect(callerOf({ ...claims, dti_owner: '', dti_bodies: '' })).toMatchObject({ owner: '', bodies: [] });
    expect(callerOf({ ...claims, dti_owner: 7, dti_bodies: ['A'] })).toMatchObject({ owner: '', bodies: [] });
  });

  it.each(['officer', 'certifier'])('binds the %s to a unit, and nobody else', (dti_role) => {
    expect(callerOf({ ...claims, dti_role, dti_unit: 'P01-2025' })).toMatchObject({ unit_id: 'P01-2025' });
    expect(callerOf({ ...claims, dti_unit: 'P01-2025' })).toMatchObject({ unit_id: null });
  });

  it('binds an officer to a department where one is named, and to none of no name', () => {
    const officer = { ...claims, dti_role: 'officer', dti_unit: 'P04-2025' };
    expect(callerOf({ ...officer, dti_department: 'so-y-te' })).toMatchObject({ department: 'so-y-te' });
    expect(callerOf({ ...officer, dti_department: '' })).toMatchObject({ department: '' });
    expect(callerOf({ ...claims, dti_department: 'so-y-te' })).toMatchObject({ department: null });
  });

  const dti_grants = 'officer:P04-2025 certifier:P08-2025 publisher';

  it('acts as the one of several that is named, and as nobody where none is or another one', () => {
    const person = { sub: 'an', iss: 'https://sign-in.invalid', dti_grants };
    expect(callerOf(person, 'certifier:P08-2025')).toMatchObject({ role: 'certifier', unit_id: 'P08-2025' });
    expect(callerOf(person, 'publisher')).toMatchObject({ role: 'publisher', unit_id: null });
    for (const other of [null, '', 'officer', 'officer:P08-2025', 'king', 'publisher:P04-2025'])
      expect(callerOf(person, other)).toBeNull();
  });

  it('lets the list stand for the single claims, and without a list takes no name but that of the single ones', () => {
    expect(callerOf({ ...claims, dti_grants }, 'appraiser')).toBeNull();
    expect(callerOf(claims, 'appraiser')).toMatchObject({ role: 'appraiser' });
    expect(callerOf(claims, 'publisher')).toBeNull();
  });

  it('reads no grant that says nothing of ours', () => {
    expect(heldRoles({ dti_grants: 'king:P04-2025 officer:P04-2025:x  officer:P04-2025' })).toEqual([
      { role: 'officer', unit_id: 'P04-2025' },
    ]);
    // Of one unit there is no publisher: that is nobody, and not one of all units.
    expect(heldRoles({ dti_grants: 'publisher:P04-2025 appraiser: operator' })).toEqual([
      { role: 'operator', unit_id: null },
    ]);
    expect([heldRoles({ dti_grants: '' }), heldRoles({ dti_grants: 7 }), heldRoles()]).toEqual([[], [], []]);
  });

  it('is nobody without a subject, an issuer or a role of ours', () => {
    for (const missing of [{ sub: '' }, { iss: undefined }, { dti_role: 'king' }, { dti_role: 'public' }])
      expect(callerOf({ ...claims, ...missing })).toBeNull();
    expect(callerOf(undefined)).toBeNull();
  });
});

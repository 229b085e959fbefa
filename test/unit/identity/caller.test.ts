import { describe, expect, it } from 'vitest';
import { callerOf } from '../../../shared/identity/caller.ts';

const claims = { sub: 'an', iss: 'https://sign-in.invalid', dti_role: 'appraiser' };

describe('callerOf', () => {
  it('reads who calls, for whose groups and for which bodies', () => {
    expect(callerOf({ ...claims, dti_owner: 'other', dti_bodies: 'moha; a05 c06;' })).toEqual({
      subject: 'an',
      issuer: 'https://sign-in.invalid',
      role: 'appraiser',
      unit_id: null,
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

  it('is nobody without a subject, an issuer or a role of ours', () => {
    for (const missing of [{ sub: '' }, { iss: undefined }, { dti_role: 'king' }, { dti_role: 'public' }])
      expect(callerOf({ ...claims, ...missing })).toBeNull();
    expect(callerOf(undefined)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { publicAppraisal } from '../../../shared/scoring/public-appraisal.ts';

const appraisal = { unit_id: 'P01', indicator: 'plan', points: '10.25', reason: 'Kế hoạch ban hành muộn' };

describe('publicAppraisal', () => {
  it('leaves the reason out, because what is frozen is published and a reason is said to the unit', () => {
    expect(publicAppraisal({}, appraisal)).toEqual({ ...appraisal, reason: null });
  });

  it('keeps the reason where the framework publishes reasons', () => {
    expect(publicAppraisal({ appraisal_reasons: 'published' }, appraisal)).toEqual(appraisal);
  });

  it('makes nothing of an empty reason: who agrees with the unit gives none', () => {
    expect(publicAppraisal({ appraisal_reasons: 'published' }, { ...appraisal, reason: '' }).reason).toBeNull();
  });
});

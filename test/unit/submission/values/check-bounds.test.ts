import { describe, expect, it } from 'vitest';
import { freezeTables } from '../../../../shared/scoring/freeze-tables.ts';
import { noPlace } from '../../../../shared/submission/finding.ts';
import { checkBounds } from '../../../../shared/submission/values/check-bounds.ts';
import { ratioOf } from '../../../support/figures.ts';
import { frameworkOf } from '../../../support/forms.ts';

/** Of a whole number and one with three decimals. */
const [numerator, denominator] = ratioOf('r').inputs;
const indicator = ratioOf('r', {
  inputs: [
    { ...numerator!, decimals: 0 },
    { ...denominator!, decimals: 3 },
  ],
});
const check = (value: string) =>
  checkBounds(value, { indicator, input: indicator.inputs[0]!, place: noPlace, notation: 'form' });

const freeze = (value: string) => {
  const of = { unit_id: 'P01-2025', indicator: 'r', submission_sha256: '', sheet: null, cell: null };
  const observations = ['numerator', 'denominator'].map((input) => ({ ...of, input, value }));
  return freezeTables({ framework: frameworkOf([indicator]), units: [], observations });
};

describe('checkBounds', () => {
  it('lets nothing through that would stop the run of everybody', () => {
    expect(check('99999999999')).toEqual([]);
    expect(() => freeze('99999999999')).not.toThrow();
    const [finding] = check('999999999999');
    expect(finding).toMatchObject({ rule: 'TOO_MANY_DIGITS', severity: 'error', value: '999.999.999.999' });
    expect(finding?.message_en).toContain('has more than 11 digits');
    expect(() => freeze('999999999999')).toThrow('SCALE_OVERFLOW');
  });
});

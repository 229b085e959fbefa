import { describe, expect, it } from 'vitest';
import { jumpAgainstRelease } from '../../../../shared/submission/rules/jump-against-release.ts';
import { contextOf, figureOf } from '../../../support/figures.ts';
import { indicatorOf } from '../../../support/forms.ts';

const release = 'dti/province34/2023/r1';
const check = (value: string | null, before: string) => {
  const previous = [{ indicator: 'a', input: 'value', value: before, release }];
  return jumpAgainstRelease.check([figureOf(indicatorOf('a'), { value })], contextOf({ previous }));
};

describe('jumpAgainstRelease', () => {
  it.each([
    ['0.8', '0.4'],
    ['0.4', '0.8'],
    ['0', '0.1'],
    ['0.1', '0'],
  ])('warns of %s after %s with both figures and the release', (value, before) => {
    const [finding] = check(value, before);
    expect(finding).toMatchObject({
      rule: 'JUMP_AGAINST_RELEASE',
      severity: 'warning',
      value: value.replace('.', ','),
    });
    expect(finding?.message_en).toContain(`${value}; in release ${release} it was ${before}`);
  });

  it.each([
    ['0.79', '0.4'],
    ['0.41', '0.8'],
    ['0', '0'],
  ])('says nothing of %s after %s', (value, before) => expect(check(value, before)).toEqual([]));

  it('says nothing of what has no past, or could not be read', () => {
    expect(jumpAgainstRelease.check([figureOf(indicatorOf('a'), { value: '1' })], contextOf())).toEqual([]);
    expect(check(null, '0.5')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { numeratorAboveDenominator } from '../../../../shared/submission/rules/numerator-above-denominator.ts';
import { contextOf, figureOf, ratioOf } from '../../../support/figures.ts';

const ratio = ratioOf('r');
const check = (a: string | null, b: string | null, indicator = ratio) =>
  numeratorAboveDenominator.check(
    [figureOf(indicator, { name: 'numerator', value: a }), figureOf(indicator, { name: 'denominator', value: b })],
    contextOf(),
  );

describe('numeratorAboveDenominator', () => {
  it('names both figures when a part is greater than its whole', () => {
    const [finding] = check('12.5', '10');
    expect(finding).toMatchObject({ rule: 'NUMERATOR_ABOVE_DENOMINATOR', cell: 'numerator:value', value: '12,5' });
    expect(finding?.message_vi).toContain('12,5');
    expect(finding?.message_vi).toContain('10');
  });

  it('lets 120 computers of 100 officials pass: they are no part of them', () => {
    const perPerson = ratioOf('r', { unit_of_measure_vi: 'máy tính; người' });
    const figures = Object.entries({ numerator: '120', denominator: '100' }).map(([name, value]) =>
      figureOf(perPerson, { name, value }),
    );
    expect(numeratorAboveDenominator.check(figures, contextOf())).toEqual([]);
  });

  it('compares as numbers, not as text', () => expect(check('9', '10')).toEqual([]));

  it('lets equal figures pass, and says nothing when one is missing', () => {
    expect(check('10', '10')).toEqual([]);
    expect(check('10', null)).toEqual([]);
    expect(check(null, '0')).toEqual([]);
  });

  it('lets firms per thousand people, which are no part of them, exceed one', () => {
    const perThousand = ratioOf('r', { unit_of_measure_vi: 'doanh nghiệp; nghìn người' });
    expect(check('12.5', '10', perThousand)).toEqual([]);
  });

  it('asks it of every delivered ratio but those of two quantities', async () => {
    const ids = ['dti-province-405-indicators', 'dti-ministry-405', 'dti-national-405', 'dti-commune-2025'];
    const frameworks = await Promise.all(ids.map(loadFramework));
    const ratios = frameworks
      .flatMap(({ indicators }) => indicators)
      .filter(({ rule }) => rule === 'ratio' || rule === 'ratio_threshold');
    const passed = ratios.filter(
      (one) =>
        numeratorAboveDenominator.check(
          [figureOf(one, { name: 'numerator', value: '2' }), figureOf(one, { name: 'denominator', value: '1' })],
          contextOf(),
        ).length === 0,
    );
    expect(passed.map(({ indicator }) => indicator)).toEqual(['econ_firms', 'c1_5', 'c5_2']);
  });
});

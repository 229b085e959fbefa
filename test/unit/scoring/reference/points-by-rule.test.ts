import { describe, expect, it } from 'vitest';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import { type IndicatorSketch, sketchFramework, sketchRound } from '../../../support/scoring-round.ts';

const tier = (key: string, points: string) => ({ key, points, label_vi: key });

/** Points of one indicator from these figures; null where it left the maximum. */
function pointsOf(indicator: IndicatorSketch, figures: Record<string, string>): string | null {
  const round = sketchRound(sketchFramework({ one: indicator }), { U1: { one: { figures } } });
  return scoreReference(round).indicator_points[0]!.points;
}

describe('direct', () => {
  it.each([
    ['0', '0.0000'],
    ['0.12345', '1.2345'],
    ['0.000005', '0.0001'], // 0.00005 exactly
    ['0.000004', '0.0000'],
    ['1', '10.0000'],
    ['1.1', '10.0000'],
    ['-0.1', '0.0000'],
  ])('takes %s of ten points as %s', (value, points) => {
    expect(pointsOf({ rule: 'direct' }, { value })).toBe(points);
  });
});

describe('external', () => {
  it('is a share of its target, and of one where none is declared', () => {
    expect(pointsOf({ rule: 'external' }, { value: '0.85' })).toBe('8.5000');
    expect(pointsOf({ rule: 'external', target: '80' }, { value: '60' })).toBe('7.5000');
  });

  it('earns no more than the maximum beyond the target, and nothing below zero', () => {
    expect(pointsOf({ rule: 'external', target: '80' }, { value: '81' })).toBe('10.0000');
    expect(pointsOf({ rule: 'external', target: '80' }, { value: '-1' })).toBe('0.0000');
  });
});

describe('yes_no', () => {
  it('is all or nothing', () => {
    expect(pointsOf({ rule: 'yes_no', max_points: '12.5' }, { answer: '1' })).toBe('12.5000');
    expect(pointsOf({ rule: 'yes_no', max_points: '12.5' }, { answer: '0' })).toBe('0.0000');
  });
});

describe('ratio', () => {
  it.each([
    ['1', '3', '3.3333'],
    ['2', '3', '6.6667'],
    ['1', '200000', '0.0001'], // 0.00005 exactly
    ['9', '8', '10.0000'],
    ['0', '8', '0.0000'],
    ['0.5', '1.25', '4.0000'],
    ['999999999999', '1000000000000', '10.0000'],
  ])('takes %s of %s as %s points of ten', (numerator, denominator, points) => {
    expect(pointsOf({ rule: 'ratio' }, { numerator, denominator })).toBe(points);
  });

  it('takes no heed of a target: that is the other ratio', () => {
    expect(pointsOf({ rule: 'ratio', target: '0.5' }, { numerator: '1', denominator: '4' })).toBe('2.5000');
  });
});

describe('ratio_threshold', () => {
  const rule: IndicatorSketch = { rule: 'ratio_threshold', target: '0.8' };

  it.each([
    ['799', '9.9875'],
    ['800', '10.0000'],
    ['801', '10.0000'],
    ['1', '0.0125'],
  ])('takes %s of 1000 against four fifths as %s points', (numerator, points) => {
    expect(pointsOf(rule, { numerator, denominator: '1000' })).toBe(points);
  });

  it('divides once: a ratio rounded before the threshold would lose the last digit', () => {
    // 10 × 1/7 over 0.3333 is 4.28614…; with 0.1429 for 1/7 it would be 4.2874.
    expect(pointsOf({ ...rule, target: '0.3333' }, { numerator: '1', denominator: '7' })).toBe('4.2861');
  });
});

describe('growth', () => {
  const rule: IndicatorSketch = { rule: 'growth', target: '0.2' };

  it.each([
    ['110', '5.0000'],
    ['120', '10.0000'],
    ['150', '10.0000'],
    ['100', '0.0000'],
    ['90', '0.0000'],
    ['100.001', '0.0005'],
  ])('takes a rise from 100 to %s, a fifth being wanted, as %s points', (value, points) => {
    expect(pointsOf(rule, { value, previous: '100' })).toBe(points);
  });
});

describe('a denominator of zero', () => {
  const rules: [IndicatorSketch, (figure: string) => Record<string, string>][] = [
    [{ rule: 'ratio' }, (denominator) => ({ numerator: '5', denominator })],
    [{ rule: 'ratio_threshold', target: '0.8' }, (denominator) => ({ numerator: '5', denominator })],
    [{ rule: 'growth', target: '0.2' }, (previous) => ({ value: '5', previous })],
  ];

  it.each(rules)(
    '%o leaves the maximum, below zero too, unless the framework says that nothing was done',
    (rule, of) => {
      for (const figure of ['0', '0.0', '-1']) {
        expect(pointsOf(rule, of(figure))).toBeNull();
        expect(pointsOf({ ...rule, zero_denominator: 'not_applicable' }, of(figure))).toBeNull();
        expect(pointsOf({ ...rule, zero_denominator: 'zero_points' }, of(figure))).toBe('0.0000');
      }
    },
  );
});

describe('count_tiers', () => {
  // Not in order: the highest step that was reached counts, wherever it stands in the file.
  const rule: IndicatorSketch = { rule: 'count_tiers', tiers: [tier('2', '5'), tier('4', '10'), tier('3', '7.5')] };

  it.each([
    ['0', '0.0000'],
    ['1', '0.0000'],
    ['2', '5.0000'],
    ['3', '7.5000'],
    ['4', '10.0000'],
    ['1000000000000', '10.0000'],
  ])('takes %s as %s points', (count, points) => {
    expect(pointsOf(rule, { count })).toBe(points);
  });
});

describe('role_tiers', () => {
  const rule: IndicatorSketch = { rule: 'role_tiers', tiers: [tier('1', '10'), tier('2', '5'), tier('0', '0')] };

  it.each([
    ['1', '10.0000'],
    ['2', '5.0000'],
    ['0', '0.0000'],
  ])('takes choice %s as %s points, whatever the order of the keys', (choice, points) => {
    expect(pointsOf(rule, { choice })).toBe(points);
  });

  it('refuses a choice that is no option, rather than give it nothing', () => {
    expect(() => pointsOf(rule, { choice: '3' })).toThrow(/SCORING_INPUTS_BROKEN: U1 chose 3 of one/);
  });
});

describe('additive_parts', () => {
  const rule: IndicatorSketch = { rule: 'additive_parts', tiers: [tier('1', '5'), tier('2', '3.5'), tier('3', '1.5')] };

  it.each([
    [['0', '0', '0'], '0.0000'],
    [['1', '0', '0'], '5.0000'],
    [['0', '1', '1'], '5.0000'],
    [['1', '1', '1'], '10.0000'],
  ])('adds the parts answered %j to %s points', ([a, b, c], points) => {
    expect(pointsOf(rule, { part_1: a!, part_2: b!, part_3: c! })).toBe(points);
  });

  it('keeps parts that come to more than the maximum at the maximum', () => {
    const generous = { ...rule, tiers: [tier('1', '8'), tier('2', '8')] };
    expect(pointsOf(generous, { part_1: '1', part_2: '1' })).toBe('10.0000');
  });

  it('refuses a part that nobody answered', () => {
    expect(() => pointsOf(rule, { part_1: '1', part_3: '1' })).toThrow(/U1 has no part_2 of one/);
  });
});

describe('a rule without what it needs', () => {
  it.each([
    [{ rule: 'ratio_threshold' }, { numerator: '1', denominator: '2' }, /against a target, and has none/],
    [{ rule: 'growth' }, { value: '1', previous: '2' }, /against a target, and has none/],
    [{ rule: 'count_tiers' }, { count: '1' }, /by tiers, and has none/],
    [{ rule: 'ratio' }, { denominator: '0' }, /U1 has no numerator of one/],
    [{ rule: 'growth', target: '1' }, { previous: '0' }, /U1 has no value of one/],
    [{ rule: 'direct' }, { value: '1e3' }, /"1e3" is not a decimal/],
  ] as const)('%o from %o is a fault, never a guess', (indicator, figures, message) => {
    expect(() => pointsOf(indicator, { ...figures })).toThrow(message);
  });
});

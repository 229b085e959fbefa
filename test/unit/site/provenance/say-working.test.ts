import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Indicator, ScoringRule } from '../../../../shared/frameworks/framework.ts';
import { workPoints } from '../../../../shared/release/provenance/points-working.ts';
import { workValue } from '../../../../shared/release/provenance/value-working.ts';
import { sayPointsWorking, sayValueWorking } from '../../../../shared/site/pages/provenance/say-working.ts';
import { readTables } from '../../../support/markdown-tables.ts';
import { tracedFramework } from '../../../support/traced-sketch.ts';

const steps = [
  { key: '1', points: '5', label_vi: 'Từ 1' },
  { key: '10', points: '10', label_vi: 'Từ 10' },
  { key: '4', points: '7.5', label_vi: 'Từ 4' },
];
const options = [
  { key: '2', points: '10', label_vi: 'Chủ tịch' },
  { key: '1', points: '5', label_vi: 'Phó chủ tịch' },
];
const zeroPoints = { zero_denominator: 'zero_points' } as const;

type Case = [ScoringRule, Partial<Indicator>, Record<string, string>, vi: string, en: string];

const cases: Case[] = [
  ['direct', { max_points: '140' }, { value: '0.9286' }, '0,9286 × 140 = 130,004', '0.9286 × 140 = 130.004'],
  ['yes_no', {}, { answer: '1' }, '1 × 10 = 10', '1 × 10 = 10'],
  ['external', {}, { value: '0.5' }, '0,5 × 10 = 5', '0.5 × 10 = 5'],
  [
    ...(['external', { target: '90' }, { value: '92.5' }] as const),
    '92,5 / 90 × 10 ≈ 10,2778; quá điểm tối đa nên tính 10',
    '92.5 / 90 × 10 ≈ 10.2778; above the maximum, so 10',
  ],
  [
    ...(['ratio', { max_points: '20' }, { numerator: '2501', denominator: '3200' }] as const),
    // An exact half of the last decimal goes up.
    '2.501 / 3.200 × 20 ≈ 15,6313',
    '2501 / 3200 × 20 ≈ 15.6313',
  ],
  [
    ...(['ratio', {}, { numerator: '0', denominator: '0' }] as const),
    '0 / 0 × 10: không chia được nên không áp dụng',
    '0 / 0 × 10: nothing to divide by, so not applicable',
  ],
  [
    ...(['ratio', zeroPoints, { numerator: '0', denominator: '0' }] as const),
    '0 / 0 × 10: không chia được nên tính 0 điểm',
    '0 / 0 × 10: nothing to divide by, so 0 points',
  ],
  [
    ...(['ratio_threshold', { target: '0.8', max_points: '30' }, { numerator: '731', denominator: '1040' }] as const),
    '731 / (1.040 × 0,8) × 30 ≈ 26,3582',
    '731 / (1040 × 0.8) × 30 ≈ 26.3582',
  ],
  [
    ...(['growth', { target: '0.15', max_points: '30' }, { value: '1180', previous: '1100' }] as const),
    '(1.180 − 1.100) / (1.100 × 0,15) × 30 ≈ 14,5455',
    '(1180 − 1100) / (1100 × 0.15) × 30 ≈ 14.5455',
  ],
  [
    ...(['growth', { target: '0.5' }, { value: '-5', previous: '10' }] as const),
    '((−5) − 10) / (10 × 0,5) × 10 = −30; dưới 0 nên tính 0',
    '((−5) − 10) / (10 × 0.5) × 10 = −30; below 0, so 0',
  ],
  [
    ...(['count_tiers', { tiers: steps }, { count: '9' }] as const),
    '9 đạt bậc từ 4: 7,5 điểm',
    '9 reaches the step from 4: 7.5 points',
  ],
  [
    ...(['count_tiers', { tiers: steps }, { count: '0' }] as const),
    '0 chưa đạt bậc nào: 0 điểm',
    '0 reaches no step: 0 points',
  ],
  [...(['role_tiers', { tiers: options }, { choice: '1' }] as const), 'Lựa chọn 1: 5 điểm', 'Choice 1: 5 points'],
  [...(['additive_parts', { tiers: options }, { part_2: '1', part_1: '0' }] as const), '10 + 0 = 10', '10 + 0 = 10'],
];

describe('a rule with the numbers put in', () => {
  it.each(cases)('%s %j of %j: %s', (rule, parameters, figures, vi, en) => {
    const framework = tracedFramework({ one: { rule, ...parameters } });
    const [indicator] = framework.indicators as [Indicator];
    const working = workPoints(framework, indicator, new Map(Object.entries(figures)));
    expect(sayPointsWorking(working, indicator.max_points, 'vi')).toBe(vi);
    expect(sayPointsWorking(working, indicator.max_points, 'en')).toBe(en);
  });

  it('is not made of a figure that is missing', () => {
    const framework = tracedFramework({ one: { rule: 'ratio' } });
    expect(() => workPoints(framework, framework.indicators[0]!, new Map([['numerator', '1']]))).toThrow(
      expect.objectContaining({ code: 'SCORING_INPUTS_BROKEN' }),
    );
  });
});

/** The two units that docs/worked-examples.md works by hand; what it rounds by `…` is not compared. */
describe('the examples worked by hand', () => {
  const tables = readTables(readFileSync(new URL('../../../../docs/worked-examples.md', import.meta.url), 'utf8'));
  const rules = new Map(tables.get('Chỉ số thành phần')!.map((row) => [row['Chỉ số']!, row]));
  const rows = [...tables]
    .filter(([heading]) => heading.endsWith('kê khai và điểm'))
    .flatMap(([, all]) => all)
    .filter((row) => row['Kê khai'] && / [×/] /.test(row['Phép tính']!));

  it.each(rows.map((row) => [row['Chỉ số']!, row['Kê khai']!, row['Phép tính']!] as const))(
    '%s, %s',
    (code, declared, worked) => {
      const { 'Quy tắc': rule, 'Tối đa': max_points, 'Mục tiêu': target } = rules.get(code)!;
      const framework = tracedFramework({
        [code]: { rule: rule as ScoringRule, max_points: max_points!, ...(target ? { target } : {}) },
      });
      const figures = declared.split('; ').map((pair) => pair.split(' ') as [string, string]);
      const said = sayPointsWorking(
        workPoints(framework, framework.indicators[0]!, new Map(figures)),
        max_points!,
        'en',
      );
      expect(said.split(/ [=≈] /)[0]).toBe(worked.split(' = ')[0]);
    },
  );

  it('are more than a few', () => expect(rows.length).toBeGreaterThan(8));
});

describe('a value', () => {
  const terms = [
    { points: '26.3582', max_points: '30.0000' },
    { points: '15.6313', max_points: '20.0000' },
    { points: '1000.0000', max_points: '2000.0000' },
  ];

  it('is S over M, each the sum of what counts', () => {
    expect(sayValueWorking(workValue(terms, 4)!, 'vi')).toEqual([
      'S = 26,3582 + 15,6313 + 1.000 = 1.041,9895',
      'M = 30 + 20 + 2.000 = 2.050',
      'S / M = 1.041,9895 / 2.050 ≈ 0,5083',
    ]);
    expect(sayValueWorking(workValue([terms[0]!], 4)!, 'en')).toEqual([
      'S = 26.3582',
      'M = 30',
      'S / M = 26.3582 / 30 ≈ 0.8786',
    ]);
  });

  it('is rounded half up, once: 632.5730 / 940 is 0.67295 exactly', () => {
    expect(workValue([{ points: '632.5730', max_points: '940' }], 4)).toMatchObject({ value: '0.6730', exact: false });
  });

  it('is none where nothing counts', () => expect(workValue([], 4)).toBeNull());
});

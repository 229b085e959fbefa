import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework, Indicator } from '../../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { measuresOf } from '../../../../shared/frameworks/measures.ts';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import type { ScoringInputs } from '../../../../shared/scoring/scores.ts';

const framework = await loadFramework('dti-province-405');
const codes = framework.indicators.map(({ indicator }) => indicator);

/** Inputs where unit `U<i>` declared `figures[i]`, in framework order. */
function inputsOf(figures: string[][], of: Framework = framework): ScoringInputs {
  const ids = figures.map((_row, i) => `U${String(i).padStart(2, '0')}`);
  return {
    framework: of,
    units: ids.map((unit_id) => ({ unit_id, name_vi: unit_id, submitted: true, ranked: true })),
    observations: figures.flatMap((row, i) =>
      row.map((value, j) => ({
        unit_id: ids[i]!,
        indicator: of.indicators[j]!.indicator,
        input: 'value',
        value,
        submission_sha256: '0'.repeat(64),
        sheet: null,
        cell: null,
      })),
    ),
  };
}

const allOf = (value: string) => codes.map(() => value);

const rowsOf = (inputs: ScoringInputs, measure: string) =>
  scoreReference(inputs).measure_scores.filter((score) => score.measure === measure);

/** One main index of one indicator worth so many points. */
const small = (maxPoints: string, change: Partial<Indicator> = {}): Framework => ({
  ...framework,
  main_indices: framework.main_indices.slice(0, 1),
  pillars: [],
  indicators: [{ ...framework.indicators[0]!, max_points: maxPoints, ...change }],
});

describe('scoreReference', () => {
  it('gives equal values the same rank and skips the next (15, 15, 17), so that nobody gains from a tie', () => {
    const rows = rowsOf(inputsOf([allOf('0.5'), allOf('0.9'), allOf('0.5'), allOf('0.1')]), 'dti');
    expect(rows.map(({ rank }) => rank)).toEqual([2, 1, 2, 4]);
  });

  it('ranks what is published: values that differ only beyond four decimals are tied', () => {
    const nearly = allOf('0.5').with(0, '0.5001'); // 0.0050 of 940 points
    const rows = rowsOf(inputsOf([allOf('0.5'), nearly]), 'dti');
    expect(rows.map(({ points, value, rank }) => [points, value, rank])).toEqual([
      ['470.0000', '0.5000', 1],
      ['470.0050', '0.5000', 1],
    ]);
  });

  it('rounds an exact half up, once, and not where a binary float would (1.005 is below its half as a double)', () => {
    const hundredth = { ...small('100'), decimals: 2 };
    const [row] = rowsOf(inputsOf([['0.285']], hundredth), 'awareness');
    expect(row).toMatchObject({ points: '28.5000', value: '0.29' });
    const [below] = rowsOf(inputsOf([['0.284999']], hundredth), 'awareness');
    expect(below?.value).toBe('0.28');
  });

  it('rounds points half up before they are summed', () => {
    const { indicator_points } = scoreReference(inputsOf([['0.00005']], small('1')));
    expect(indicator_points).toEqual([
      {
        unit_id: 'U00',
        indicator: 'awareness',
        state: 'answered',
        self_points: '0.0001',
        appraised_points: null,
        points: '0.0001',
        max_points: '1.0000',
      },
    ]);
  });

  it.each([
    ['1.2', '100.0000'],
    ['-0.2', '0.0000'],
  ])('keeps points of %s within zero and the maximum', (value, points) => {
    expect(scoreReference(inputsOf([[value]], small('100'))).indicator_points[0]?.points).toBe(points);
  });

  it('leaves an indicator that is not assessed out of numerator and denominator', () => {
    const indicators = framework.indicators.map((i) => ({ ...i, assessed: i.main_index !== 'security' }));
    const scores = scoreReference(inputsOf([allOf('1')], { ...framework, indicators }));
    const [total] = scores.measure_scores;
    expect(total).toMatchObject({ points: '840.0000', max_points: '840.0000', value: '1.0000' });
    expect(scores.measure_scores.find(({ measure }) => measure === 'security')).toMatchObject({
      value: null,
      rank: null,
    });
    expect(scores.indicator_points).toHaveLength(7);
  });

  it('counts units that did not submit nowhere: no row, no rank, no part in an average', () => {
    const inputs = inputsOf([allOf('0.5'), allOf('0.9')]);
    const units = [...inputs.units, { unit_id: 'U99', name_vi: 'U99', submitted: false, ranked: true }];
    const { measure_scores, averages } = scoreReference({ ...inputs, units });
    expect(measure_scores.map(({ unit_id }) => unit_id)).not.toContain('U99');
    expect(averages[0]).toEqual({ measure: 'dti', value: '0.7000', unit_count: 2 });
  });

  it('scores a unit of a group that is not ranked, without a rank and without taking a place', () => {
    const inputs = inputsOf([allOf('0.9'), allOf('0.5')]);
    const units = inputs.units.map((unit, i) => ({ ...unit, ranked: i === 1 }));
    const rows = rowsOf({ ...inputs, units }, 'dti');
    expect(rows.map(({ value, rank }) => [value, rank])).toEqual([
      ['0.9000', null],
      ['0.5000', 1],
    ]);
  });

  it('publishes in the order total, main indices, pillars, units by unit_id', () => {
    const { measure_scores } = scoreReference(inputsOf([allOf('0.5'), allOf('0.9')]));
    const measures = measuresOf(framework).map(({ measure }) => measure);
    expect(measure_scores.map(({ measure }) => measure)).toEqual([...measures, ...measures]);
    expect(measure_scores[0]?.unit_id).toBe('U00');
  });

  it('averages nothing to null when nobody submitted', () => {
    const { averages, measure_scores } = scoreReference(inputsOf([]));
    expect(measure_scores).toEqual([]);
    expect(averages[0]).toEqual({ measure: 'dti', value: null, unit_count: 0 });
  });

  it.each([
    ['missing', (o: ScoringInputs['observations']) => o.slice(1), /U00 has no value of awareness/],
    ['repeated', (o: ScoringInputs['observations']) => [...o, o[0]!], /U00 has value of awareness twice/],
    ["nobody's", (o: ScoringInputs['observations']) => [...o, { ...o[0]!, unit_id: 'U98' }], /U98 has figures, but/],
    [
      'of no indicator',
      (o: ScoringInputs['observations']) => [...o, { ...o[0]!, indicator: 'luck' }],
      /U00 has luck, which the framework does not know/,
    ],
  ])('stops on a figure that is %s rather than guess a zero', (_what, change, message) => {
    const inputs = inputsOf([allOf('0.5')]);
    expect(() => scoreReference({ ...inputs, observations: change(inputs.observations) })).toThrow(message);
  });
});

const figure = fc.integer({ min: 0, max: 10_000 }).map((n) => (n === 10_000 ? '1' : `0.${String(n).padStart(4, '0')}`));
const unitFigures = fc.array(figure, { minLength: codes.length, maxLength: codes.length });
const round = fc.array(unitFigures, { minLength: 1, maxLength: 8 });

describe('scoreReference on any figures', () => {
  const check = (property: fc.IProperty<[string[][]]>) => fc.assert(property, { numRuns: 60 });

  it('keeps every value within 0 and 1', () => {
    check(
      fc.property(round, (figures) => {
        const { measure_scores } = scoreReference(inputsOf(figures));
        expect(measure_scores.every(({ value }) => /^(0\.\d{4}|1\.0000)$/.test(value!))).toBe(true);
      }),
    );
  });

  it('gives each unit the rank one more than the units above it', () => {
    check(
      fc.property(round, (figures) => {
        const rows = rowsOf(inputsOf(figures), 'dti');
        const above = rows.map(({ value }) => 1 + rows.filter((other) => other.value! > value!).length);
        expect(rows.map(({ rank }) => rank)).toEqual(above);
      }),
    );
  });

  it('does not depend on the order in which units and figures come', () => {
    check(
      fc.property(round, (figures) => {
        const { units, observations, ...rest } = inputsOf(figures);
        const reversed = { ...rest, units: units.toReversed(), observations: observations.toReversed() };
        expect(scoreReference(reversed)).toEqual(scoreReference({ ...rest, units, observations }));
      }),
    );
  });

  it('never lowers a value or worsens a rank of a unit whose figure rises', () => {
    const rise = fc.record({ figures: round, indicator: fc.nat({ max: codes.length - 1 }), risen: figure });
    fc.assert(
      fc.property(rise, ({ figures, indicator, risen }) => {
        const [first, ...others] = figures;
        fc.pre(risen >= first![indicator]!);
        const before = rowsOf(inputsOf(figures), 'dti')[0]!;
        const after = rowsOf(inputsOf([first!.with(indicator, risen), ...others]), 'dti')[0]!;
        expect(after.value! >= before.value!).toBe(true);
        expect(after.rank).toBeLessThanOrEqual(before.rank!);
      }),
      { numRuns: 60 },
    );
  });
});

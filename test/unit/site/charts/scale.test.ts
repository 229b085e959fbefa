import { describe, expect, it } from 'vitest';
import { linear, placesOn, tenthsAround, ticksOn, wholeDomain } from '../../../../shared/site/charts/scale.ts';
import { wrapText } from '../../../../shared/site/charts/wrap-text.ts';

describe('linear', () => {
  it.each([
    [0, 10],
    [1, 110],
    [0.5, 60],
    [0.33333, 43.3],
  ])('puts %f of a line from 10 to 110 at %f', (value, place) => {
    expect(linear(0, 1, 10, 110)(value)).toBe(place);
  });

  it('runs backwards too, and never gives the negative zero that would be written "-0"', () => {
    expect(linear(0, 1, 100, 0)(0.25)).toBe(75);
    expect(Object.is(linear(0, 1, -1, 1)(0.49), 0)).toBe(true);
  });
});

describe('tenthsAround', () => {
  it.each([
    [['0.5128', '0.8241'], '0.5', '0.9'],
    [['0.6000', '0.7000'], '0.6', '0.7'],
    [['0.7000'], '0.7', '0.8'],
    [['1.0000'], '0.9', '1'],
    [['0.0000', '1.0000'], '0', '1'],
    [[], '0', '1'],
  ])('holds %j between %s and %s', (values, from, to) => {
    expect(tenthsAround(values)).toEqual({ from, to });
  });
});

describe('ticksOn', () => {
  it('names each tenth of a short line, every other of a long one, and both ends', () => {
    expect(ticksOn({ from: '0.7', to: '1' })).toEqual(['0.7', '0.8', '0.9', '1']);
    expect(ticksOn(wholeDomain)).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1']);
    expect(ticksOn({ from: '0.3', to: '1' })).toEqual(['0.3', '0.5', '0.7', '0.9', '1']);
  });
});

describe('placesOn', () => {
  it('gives shares of the width to a tenth', () => {
    expect(placesOn({ from: '0.5', to: '0.9' })('0.8241')).toBe('81%');
    expect(placesOn(wholeDomain)('0.8241')).toBe('82.4%');
  });
});

describe('wrapText', () => {
  it('breaks between words, and leaves a word alone that is longer than a line', () => {
    expect(wrapText('Hoạt động chính quyền số', 14)).toEqual(['Hoạt động', 'chính quyền số']);
    expect(wrapText('Thừa Thiên Huế', 4)).toEqual(['Thừa', 'Thiên', 'Huế']);
  });
});

import { describe, expect, it } from 'vitest';
import { addressOf, readWeight, weightsIn } from '../../../shared/site/client/what-if/weights.ts';

describe('weights in the address', () => {
  it('are read back as they were written', () => {
    const weights = ['50', '12.5', '0'];
    expect(addressOf(weights)).toBe('#w=50,12.5,0');
    expect(weightsIn(addressOf(weights), 3)).toEqual(weights);
  });

  it.each(['', '#w=', '#w=1,2', '#w=1,2,3,4', '#w=1,x,3', '#w=1,,3', '#w=1,2,1e3', '#w=-1,2,3', '#P01-2025'])(
    'are none in "%s"',
    (hash) => expect(weightsIn(hash, 3)).toBeNull(),
  );
});

describe('readWeight', () => {
  it.each([
    ['120', '120'],
    [' 12,5 ', '12.5'],
    ['12.5', '12.5'],
    ['', null],
    ['1.000,5', null],
    ['-3', null],
    ['1e3', null],
  ])('reads "%s" as %s', (text, weight) => expect(readWeight(text)).toBe(weight));
});

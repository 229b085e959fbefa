import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderScaled, scaleDecimal } from '../../../shared/scoring/scaled-decimal.ts';

describe('scaleDecimal', () => {
  it.each([
    ['0.9286', 4, 9286n],
    ['12', 4, 120_000n],
    ['-0.5', 1, -5n],
    ['90071992547409.9301', 4, 900_719_925_474_099_301n],
  ])('reads %s at %i decimals without a float', (text, decimals, scaled) => {
    expect(scaleDecimal(text, decimals)).toBe(scaled);
  });

  it.each(['0.12345', '1e3', '', '1,5', ' 1', '.5', '1.', 'NaN'])('refuses %j rather than round or guess', (text) => {
    expect(() => scaleDecimal(text, 4)).toThrow(/DECIMAL_MISFIT/);
  });
});

describe('renderScaled', () => {
  it('shows all decimals, as published', () => {
    expect([renderScaled(0n, 4), renderScaled(-5n, 4), renderScaled(10_000n, 4), renderScaled(7n, 0)]).toEqual([
      '0.0000',
      '-0.0005',
      '1.0000',
      '7',
    ]);
  });

  it('is reversed by scaleDecimal', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n), fc.integer({ min: 0, max: 12 }), (scaled, decimals) => {
        expect(scaleDecimal(renderScaled(scaled, decimals), decimals)).toBe(scaled);
      }),
    );
  });
});

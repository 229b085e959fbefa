import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../shared/submission/values/clean-text.ts';
import { isCanonicalDecimal } from '../../../../shared/submission/values/decimal-text.ts';
import { type NumberKind, parseNumber, parsePlainDecimal } from '../../../../shared/submission/values/parse-number.ts';

const read = (text: string, kind: NumberKind = 'decimal') => {
  const parsed = parseNumber(cleanText(text).text, kind);
  return 'rule' in parsed ? parsed.rule : `${parsed.value}${parsed.understood ? ' understood' : ''}`;
};

describe('parseNumber', () => {
  it.each([
    ['1.234.567', '1234567 understood'],
    ['1.234,5', '1234.5 understood'],
    ['1 234,5', '1234.5 understood'],
    ['1\u00A0234\u202F567,25', '1234567.25 understood'],
    ['1234,5', '1234.5'],
    ['0,929', '0.929'],
    ['45.6', '45.6 understood'],
    ['1,234.5', '1234.5 understood'],
    ['1,234,567', '1234567 understood'],
    ['12', '12'],
    ['007', '7 understood'],
    ['-3,5', '-3.5'],
    ['\u22123,5', '-3.5'],
    ['-0', '0'],
    ['0,50', '0.5'],
    ['0.929', '0.929 understood'],
    ['\u200B 12\uFEFF ', '12'],
  ])('reads %j as %s in a decimal column', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['1.234', '1,234', '12.345', '-999,999'])('refuses %j in a decimal column, which has two readings', (text) =>
    expect(read(text)).toBe('NUMBER_AMBIGUOUS'),
  );

  it.each(['1.234', '1,234'])(
    'reads %j in a whole-number column, where only thousands make sense, and says so',
    (text) => expect(read(text, 'whole')).toBe('1234 understood'),
  );

  it.each([
    ...['1e5', '0x1F', 'NaN', 'Infinity', '½', '1/2', '(5)', '~100', '100-120', '1.234.56', '1,2,3', '100 hồ sơ'],
    ...['١٢', '１２', '-', 'không có', '', '+5', '5.', ',5', '1..2', '--1', '1 2', '12 34', '1.234 567', '12,34,567'],
    ...['0.123.456', '1_000', '1’000', '1.234,5,6', '5 %', '45,6%'],
  ])('refuses %j, which is not a number in any habit we know', (text) => expect(read(text)).toBe('NOT_NUMBER'));

  it.each([
    ['45,6%', '0.456'],
    ['45.6 %', '0.456 understood'],
    ['0,5%', '0.005'],
    ['100%', '1'],
    ['-5%', '-0.05'],
    ['0,456', '0.456'],
  ])('reads %j in a percent column as the fraction %s', (text, expected) =>
    expect(read(text, 'percent')).toBe(expected),
  );

  it.each(['%', '12%%', '1.234%', '% 5'])('refuses %j in a percent column', (text) =>
    expect(['NOT_NUMBER', 'NUMBER_AMBIGUOUS']).toContain(read(text, 'percent')),
  );

  const kinds = fc.constantFrom<NumberKind>('whole', 'decimal', 'percent');
  const digits = (text: string) => [...text].filter((character) => /[0-9]/.test(character)).join('');
  const bare = (text: string) => digits(text).replace(/^0+|0+$/g, '');

  it('never makes up, drops or moves a digit, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789., -%') }),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(texts, kinds, (raw, kind) => {
        const { text } = cleanText(raw);
        const parsed = parseNumber(text, kind);
        if ('rule' in parsed) return;
        expect(isCanonicalDecimal(parsed.value)).toBe(true);
        expect(bare(parsed.value)).toBe(bare(text));
        expect(parsed.value.startsWith('-')).toBe(/^[-\u2212]/.test(text) && bare(text) !== '');
      }),
      { numRuns: 3000 },
    );
  });

  it('reads what was meant in each notation, or refuses it; it never reads another number', () => {
    const notations: ((whole: string, fraction: string) => string)[] = [
      (whole, fraction) => join(whole, ',', fraction),
      (whole, fraction) => join(whole, '.', fraction),
      (whole, fraction) => join(group(whole, '.'), ',', fraction),
      (whole, fraction) => join(group(whole, ','), '.', fraction),
      (whole, fraction) => join(group(whole, ' '), ',', fraction),
    ];
    const whole = fc.bigInt({ min: 0n, max: 99_999_999_999n }).map(String);
    const fraction = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 5 });
    fc.assert(
      fc.property(whole, fraction, fc.constantFrom(...notations), (left, right, write) => {
        const meant = parsePlainDecimal(right === '' ? left : `${left}.${right}`);
        const parsed = parseNumber(write(left, right), 'decimal');
        if (!('rule' in parsed)) expect(parsed.value).toBe('value' in meant && meant.value);
      }),
      { numRuns: 2000 },
    );
  });
});

const join = (whole: string, separator: string, fraction: string) =>
  fraction === '' ? whole : whole + separator + fraction;
const group = (whole: string, separator: string) => whole.replace(/\B(?=([0-9]{3})+$)/g, separator);

describe('parsePlainDecimal', () => {
  it('takes a point as the decimal point always, as the contract of JSON and CSV says', () =>
    expect(parsePlainDecimal('1.234')).toEqual({ value: '1.234', understood: false, percent: false }));

  it.each(['1,5', '1 000', '1e5', '', '.5', '+1', '12%'])('refuses %j', (text) =>
    expect(parsePlainDecimal(text)).toEqual({ rule: 'NOT_NUMBER' }),
  );
});

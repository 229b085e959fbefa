import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInVietnam, formatDate } from '../../../shared/format/format-date.ts';
import { formatDecimal, formatPoints } from '../../../shared/format/format-decimal.ts';
import { formatList } from '../../../shared/format/format-list.ts';
import { formatRank } from '../../../shared/format/format-rank.ts';

describe('formatDecimal', () => {
  it('swaps the point for a comma and keeps every decimal, zeros included', () => {
    expect(formatDecimal('0.8241')).toBe('0,8241');
    expect(formatDecimal('1.0000')).toBe('1,0000');
    expect(formatDecimal('34')).toBe('34');
  });

  it('writes a true minus sign, which lines up with the digits', () => {
    expect(formatDecimal('-0.0123')).toBe('\u22120,0123');
  });

  it('keeps more digits than a float has', () => {
    expect(formatDecimal('12345678901234567890.12345')).toBe('12.345.678.901.234.567.890,12345');
  });

  it('agrees with Intl for Vietnamese, which writes a hyphen for the minus', () => {
    const intl = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 4 });
    const decimals = fc.integer({ min: -99_999_999, max: 99_999_999 });
    fc.assert(
      fc.property(decimals, (scaled) => {
        const text = (scaled / 10_000).toFixed(4);
        expect(formatDecimal(text)).toBe(intl.format(scaled / 10_000).replace('-', '\u2212'));
      }),
    );
  });

  it.each(['', '.5', '1,5', '1e5', 'NaN', ' 1'])(
    'refuses %j, because a figure that cannot be read is not published',
    (text) => {
      expect(() => formatDecimal(text)).toThrow(RangeError);
    },
  );
});

describe('formatPoints', () => {
  it('drops the zeros of the scale and no others', () => {
    expect(['140.0000', '36.5000', '0.0040', '1000', '100'].map(formatPoints)).toEqual([
      '140',
      '36,5',
      '0,004',
      '1.000',
      '100',
    ]);
  });
});

describe('formatRank', () => {
  it('names a tie and its size, so that a repeated rank does not look like a mistake', () => {
    expect(formatRank(15, 2)).toBe('đồng hạng 15 (2 đơn vị)');
    expect(formatRank(17, 1)).toBe('17');
  });
});

describe('formatDate', () => {
  it('agrees with Intl for Vietnamese with a four-digit year', () => {
    const intl = new Intl.DateTimeFormat('vi-VN', {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'UTC',
    });
    for (const day of ['2024-12-31', '2024-02-29', '2026-09-05']) {
      expect(formatDate(day)).toBe(intl.format(new Date(`${day}T00:00:00Z`)));
    }
  });

  it('refuses what is not a day', () => {
    expect(() => formatDate('2024-Q4')).toThrow(RangeError);
  });
});

describe('dayInVietnam', () => {
  it('is the day on the officer’s calendar, also in the seven hours in which UTC is a day behind', () => {
    expect(dayInVietnam('2026-10-05T16:59:59.000Z')).toBe('2026-10-05');
    expect(dayInVietnam('2026-10-05T17:00:00.000Z')).toBe('2026-10-06');
    expect(dayInVietnam('2026-12-31T23:30:00.000Z')).toBe('2027-01-01');
  });
});

describe('formatList', () => {
  it('agrees with Intl for Vietnamese', () => {
    const intl = new Intl.ListFormat('vi-VN');
    for (const items of [[], ['A'], ['A', 'B'], ['A', 'B', 'C']]) expect(formatList(items)).toBe(intl.format(items));
  });
});

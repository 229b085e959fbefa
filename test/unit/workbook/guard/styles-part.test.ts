import { describe, expect, it } from 'vitest';
import { showsDate } from '../../../../shared/workbook/guard/styles-part.ts';

describe('showsDate', () => {
  it.each(['dd/mm/yyyy', 'DD/MM/YYYY', 'YYYY', '[$-42A]d mmmm yyyy', '"ngày" d', 'h:mm', '[$-409]h:mm AM/PM'])(
    'sees a date in %s, because LibreOffice writes capitals and Excel a locale',
    (code) => {
      expect(showsDate(code)).toBe(true);
    },
  );

  it.each([
    'General',
    '0',
    '#,##0.00',
    '0.0%',
    '#,##0 "hồ sơ đúng hạn"',
    '0\\d',
    '_d0_y',
    '[Red]-0',
    '#,##0 [$đ-42A]',
    '0.00E+00',
  ])('sees a number in %s, because a letter in quotes, brackets or behind an escape is text', (code) => {
    expect(showsDate(code)).toBe(false);
  });

  it('answers at once for a code of a megabyte, because unclosed brackets cost their square', () => {
    expect(showsDate('['.repeat(1_000_000))).toBe(false);
  });
});

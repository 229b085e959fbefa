import { describe, expect, it } from 'vitest';
import { breakBefore } from '../../../../shared/workbook/template/page-breaks.ts';
import { countLines, wrappedHeight } from '../../../../shared/workbook/template/text-height.ts';

describe('countLines', () => {
  it('measures letters, for capitals take twice the room of small ones', () => {
    const text = 'tỷ lệ người dân trưởng thành có chữ ký số';
    expect(countLines({ text, width: 43 })).toBe(1);
    expect(countLines({ text: text.toLocaleUpperCase('vi'), width: 43 })).toBe(2);
  });

  it('breaks between words, cuts a word that no line holds, and counts paragraphs', () => {
    expect(countLines({ text: 'x'.repeat(100), width: 20 })).toBeGreaterThan(5);
    expect(countLines({ text: 'a\n\nb', width: 20 })).toBe(3);
    expect(countLines({ text: '', width: 20 })).toBe(1);
  });

  it('takes a letter and its marks for one, composed or not', () => {
    const text = 'Quyết định về chuyển đổi số '.repeat(5).trim();
    expect(countLines({ text: text.normalize('NFD'), width: 30 })).toBe(countLines({ text, width: 30 }));
  });
});

describe('wrappedHeight', () => {
  it('gives each line what Excel gives it, and no row more than programs allow', () => {
    expect(wrappedHeight([{ text: 'a\nb', width: 20 }])).toBeGreaterThanOrEqual(2 * 15.75);
    expect(wrappedHeight([{ text: 'a '.repeat(5000), width: 20 }])).toBe(409);
  });
});

describe('breakBefore', () => {
  const block = (first: number, height: number) => ({ first, height });

  it('ends a page before a block that it does not hold whole', () =>
    expect(breakBefore([block(1, 60), block(4, 50), block(7, 50), block(9, 10)], { first: 100, next: 105 })).toEqual([
      4, 9,
    ]));

  it('lets a block that no page holds begin on a page of its own and go on', () =>
    expect(breakBefore([block(1, 10), block(2, 250), block(9, 60)], { first: 100, next: 100 })).toEqual([2, 9]));
});

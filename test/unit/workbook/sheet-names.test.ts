import { describe, expect, it } from 'vitest';
import { sheetNames } from '../../../shared/workbook/sheet-names.ts';

describe('sheetNames', () => {
  it('keeps names that a workbook takes', () => {
    expect(sheetNames(['Nhận thức số', 'Thể chế số'])).toEqual(['Nhận thức số', 'Thể chế số']);
  });

  it('takes out what the format forbids, and the apostrophe that formulas quote names with', () => {
    expect(sheetNames(["Hạ tầng/nền tảng: số ['A']"])).toEqual(['Hạ tầng nền tảng số A']);
    expect(sheetNames(['///'])).toEqual(['Trang']);
  });

  it('cuts at a word, to 31 characters', () => {
    const [name] = sheetNames(['Hoạt động chính quyền số, kinh tế số và xã hội số']);
    expect(name).toBe('Hoạt động chính quyền số, kinh');
    expect(sheetNames(['x'.repeat(40)])[0]).toHaveLength(31);
  });

  it('gives no name twice, whatever its case, nor one that is taken', () => {
    expect(sheetNames(['Điểm', 'điểm', 'Khác'], ['ĐIỂM'])).toEqual(['Điểm (2)', 'điểm (3)', 'Khác']);
  });
});

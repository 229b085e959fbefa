import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../../shared/submission/evidence/evidence-of-cell.ts';

const address = 'https://example.gov.vn/qd-12.pdf';
const one = 'Số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh về chuyển đổi số';
const two = `${one}; số 13/KH-UBND ngày 06/01/2026 của UBND tỉnh về dữ liệu mở`;

describe('the link of a cell of evidence', () => {
  it('is that of its one document', () => {
    const [record, ...more] = evidenceOf({ text: one, link: null });
    expect(more).toEqual([]);
    expect(evidenceOf({ text: one, link: address })).toEqual([{ ...record, address }]);
  });

  it('stands by itself beside several, of which nobody knows which is meant, and beside none', () => {
    const records = evidenceOf({ text: two, link: null });
    expect(records.length).toBeGreaterThan(1);
    expect(evidenceOf({ text: two, link: address })).toEqual([...records, { address }]);
    expect(evidenceOf({ text: null, link: address })).toEqual([{ address }]);
    expect(evidenceOf({ text: 'không có', link: address })).toEqual([{ address }]);
  });

  it('stands by itself beside a document that has another address, and is not said twice', () => {
    const other = 'https://example.gov.vn/khac.pdf';
    const records = evidenceOf({ text: other, link: null });
    expect(records).toEqual([{ address: other }]);
    expect(evidenceOf({ text: other, link: address })).toEqual([...records, { address }]);
    expect(evidenceOf({ text: address, link: 'HTTPS://EXAMPLE.gov.vn/qd-12.pdf' })).toEqual([{ address }]);
  });
});

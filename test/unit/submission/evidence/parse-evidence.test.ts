import { describe, expect, it } from 'vitest';
import type { EvidenceRecord } from '../../../../shared/submission/evidence/evidence-record.ts';
import { parseEvidence } from '../../../../shared/submission/evidence/parse-evidence.ts';

const one = { number: '12/QĐ-UBND', date: '2026-03-05', issuer: 'UBND tỉnh Cao Bằng' };

describe('parseEvidence', () => {
  it.each<[string, EvidenceRecord[]]>([
    [
      'Quyết định số 12/QĐ-UBND ngày 05/3/2026 của UBND tỉnh Cao Bằng về việc phê duyệt Đề án',
      [{ ...one, title: 'Quyết định về việc phê duyệt Đề án' }],
    ],
    ['QĐ 12/QĐ-UBND, 05/3/2026, UBND tỉnh Cao Bằng, Phê duyệt Đề án', [{ ...one, title: 'QĐ, Phê duyệt Đề án' }]],
    ['12/QĐ-UBND, 5/3/2026, UBND tỉnh Cao Bằng', [one]],
    ['Quyết định số 12/QĐ–UBND ngày 05 tháng 3 năm 2026\ncủa UBND tỉnh Cao Bằng', [{ ...one, title: 'Quyết định' }]],
    ['Số: 12 / QĐ-UBND (ban hành ngày 05-03-2026)', [{ number: '12/QĐ-UBND', date: '2026-03-05' }]],
    [
      'Báo cáo số 122/BC-SKHCN ngày 05/10/2026; Kế hoạch 36/2026/KH-UBND\n- Nghị quyết 52-NQ/TW',
      [
        { number: '122/BC-SKHCN', date: '2026-10-05', title: 'Báo cáo' },
        { number: '36/2026/KH-UBND', title: 'Kế hoạch' },
        { number: '52-NQ/TW', title: 'Nghị quyết' },
      ],
    ],
    ['https://caobang.gov.vn/van-ban/12', [{ address: 'https://caobang.gov.vn/van-ban/12' }]],
    [
      'Công văn số 15 ngày 2026-03-05, xem tại https://a.vn/x?b=1;c=2.',
      [{ number: '15', date: '2026-03-05', address: 'https://a.vn/x?b=1;c=2', title: 'Công văn, xem tại, .' }],
    ],
    [
      'Quyet dinh so 12/QD-UBND ngay 05/3/2026 cua UBND tinh',
      [{ number: '12/QD-UBND', date: '2026-03-05', issuer: 'UBND tinh', title: 'Quyet dinh' }],
    ],
    ['do Sở Thông tin và Truyền thông ban hành', [{ issuer: 'Sở Thông tin và Truyền thông' }]],
    ['Bộ dữ liệu mở của tỉnh, 92,86% xã', [{ title: 'Bộ dữ liệu mở của tỉnh, 92,86% xã' }]],
    ['ngày 31/02/2026', [{ title: 'ngày 31/02/2026' }]],
    [
      'file:///C:/x.docx javascript:alert(1) http://an:mk@a.vn',
      [{ title: 'file:///C:/x.docx javascript:alert(1) http://an:mk@a.vn' }],
    ],
    [' ; \n;', []],
  ])('reads %j', (text, records) => {
    expect(parseEvidence(text)).toEqual(records);
    expect(parseEvidence(text.normalize('NFD'))).toEqual(records);
  });

  it('keeps what is listed beyond fifty documents as one text, so that a pasted table is no table of records', () => {
    const records = parseEvidence(Array.from({ length: 60 }, (_, at) => `${at + 1}/QĐ-UBND`).join('; '));
    expect(records).toHaveLength(50);
    expect(records.at(-1)).toMatchObject({ number: '50/QĐ-UBND' });
    expect(records.at(-1)!.title).toContain('60/QĐ-UBND');
  });
});

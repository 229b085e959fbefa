import type { Word } from '../../words.ts';

/** Texts of drafts that more than one part says. */
export const words = {
  fill: { vi: 'Kê khai', en: 'Fill in' },
  divide: { vi: 'Phân công', en: 'Assign' },
  send: { vi: 'Kiểm tra và gửi', en: 'Check and send' },
  evidence: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  note: { vi: 'Ghi chú', en: 'Note' },
  blank: { vi: '(để trống)', en: '(blank)' },
  illustrative: {
    vi: 'Bộ chỉ số minh họa, không phải phụ lục chính thức.',
    en: 'An illustrative framework, not the official annex.',
  },
  closed: {
    vi: 'Kỳ đã đóng đối với đơn vị: xem được, không sửa và không gửi được. Cơ quan chủ trì có thể mở lại.',
    en: 'The period is closed for the unit: it can be seen, not changed or sent. The ministry may reopen it.',
  },
} satisfies Record<string, Word>;

/** `38/45 dòng đã có số liệu` */
export const filledOf = (filled: number, asked: number): Word => ({
  vi: `${filled}/${asked} dòng đã có số liệu`,
  en: `${filled} of ${asked} rows filled`,
});

export const errorsOf = (errors: number): Word => ({ vi: `${errors} lỗi`, en: `${errors} errors` });
export const warningsOf = (warnings: number): Word => ({
  vi: `${warnings} nội dung cần rà soát`,
  en: `${warnings} points to review`,
});

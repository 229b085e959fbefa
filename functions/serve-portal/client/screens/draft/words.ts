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

interface Found {
  rule: string;
  severity: string;
}

/** That a row is not answered is said by how many are filled, and by what it costs. */
export const isAboutRow = ({ rule }: Pick<Found, 'rule'>): boolean => rule !== 'UNANSWERED';

/** What is shown beside a row. One that nobody has touched yet is not wrong, it is to come: checking the whole says the rest. */
export const findingsBeside = <Finding extends Found>({
  version,
  findings,
}: {
  version: number;
  findings: Finding[];
}) => (version > 0 ? findings.filter(isAboutRow) : []);

/** Of a draft, or of a part of it, in figures. */
export function countsOf(filled: number, asked: number, findings: readonly Found[]): Word[] {
  const countOf = (severity: string) => findings.filter((one) => one.severity === severity && isAboutRow(one)).length;
  const [errors, warnings] = [countOf('error'), countOf('warning')];
  return [
    filledOf(filled, asked),
    { vi: `${errors} lỗi`, en: `${errors} errors` },
    { vi: `${warnings} nội dung cần rà soát`, en: `${warnings} points to review` },
  ];
}

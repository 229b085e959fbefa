import { ministry } from '../../units/owners.ts';

/** How the office that reports is written on paper: Decree 30/2020/NĐ-CP, Annex I and II. */
export interface ReportingOffice {
  governing: string;
  /** On one line or two. */
  issuing: readonly [string, string?];
  /** Behind the number, which the records office writes. */
  symbol: string;
  place: string;
  /** Of whoever signs; the name stays blank. */
  signs: string;
  copies: string[];
}

const offices: Record<string, ReportingOffice> = {
  [ministry]: {
    governing: 'BỘ KHOA HỌC VÀ CÔNG NGHỆ',
    issuing: ['CỤC CHUYỂN ĐỔI SỐ', 'QUỐC GIA'],
    symbol: 'BC-CĐSQG',
    place: 'Hà Nội',
    signs: 'CỤC TRƯỞNG',
    copies: ['- Như trên;', '- Lãnh đạo Bộ (để báo cáo);', '- Lưu: VT, CĐS.'],
  },
};

/** Of an owner that nothing is known of, what is to be written stays open. */
const unknownOffice = (name: string): ReportingOffice => ({
  governing: '…',
  issuing: [name.toLocaleUpperCase('vi')],
  symbol: 'BC-…',
  place: '…',
  signs: '…',
  copies: ['- Như trên;', '- …;', '- Lưu: VT.'],
});

export const reportingOffice = (owner: string, name: string): ReportingOffice => offices[owner] ?? unknownOffice(name);

export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const motto = 'Độc lập - Tự do - Hạnh phúc';
export const reportVi = 'BÁO CÁO';
export const copiesVi = 'Nơi nhận:';
/** Centred rule below the subject, a third to a half of its length. */
export const rule = '______________';

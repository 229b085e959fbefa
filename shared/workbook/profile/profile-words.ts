import type { AnswerState } from '../../scoring/scores.ts';
import { missingCodes } from '../report/score-columns.ts';
import type { ProfileCell } from './profile-table.ts';

/** Names of the sheets of a profile, and what else it calls things. */
export const sheetsVi = {
  cover: 'Bìa',
  profile: 'Hồ sơ',
  indicators: 'Chỉ số thành phần',
  changes: 'Thay đổi',
  history: 'Lịch sử',
  origin: 'Nguồn gốc',
};

/** Where a table would have no line. */
export const notSubmittedVi = 'Đơn vị chưa nộp số liệu trong đợt này.';

export const subjectVi = 'HỒ SƠ CHUYỂN ĐỔI SỐ';

export const lostNotesVi = ['Điểm chưa đạt là điểm tối đa trừ điểm đạt.'];

export const profileNotesVi = [
  'Trung vị và giá trị cao nhất là của các đơn vị trong nhóm có giá trị.',
  ...lostNotesVi,
  'Điểm để lên hạng là số điểm ít nhất cần thêm ở chỉ số đó để giá trị công bố vượt đơn vị xếp ngay trên, giá trị các đơn vị khác giữ nguyên; [z]: đạt điểm tối đa vẫn chưa vượt; –: không có đơn vị xếp trên hoặc không xếp hạng.',
];

/** Of the codes that columns do not explain themselves, those that do occur. */
export function codesVi(cells: readonly ProfileCell[]): string[] {
  const used = new Set(cells.flatMap((cell) => (cell.kind === 'code' ? [cell.code] : [])));
  const meanings = [
    [missingCodes.not_submitted, 'đơn vị chưa nộp số liệu'],
    [missingCodes.not_comparable, 'không so sánh được'],
  ] as const;
  const told = meanings.flatMap(([code, meaning]) => (used.has(code) ? [`${code}: ${meaning}`] : []));
  return told.length === 0 ? [] : [`${told.join('; ')}.`];
}

export const groupPointsVi = 'Trung vị và cao nhất là của điểm cuối cùng trong nhóm.';

export const indicatorNotesVi = [
  'Điểm chưa đạt là điểm tối đa trừ điểm cuối cùng.',
  '[z]: không áp dụng, [n]: chưa đến kỳ, không tính vào điểm tối đa; [k]: kế thừa kỳ trước; [0]: đến hạn nhưng không trả lời.',
];

/** Why something of an indicator has to be explained, as official statistics write it. */
export const stateCodes: Record<AnswerState, string> = {
  ...{ answered: '', carried: '[k]', not_applicable: '[z]', not_due: '[n]', not_answered: '[0]' },
};

const listedVi =
  'Chỉ số thành phần có điểm, số liệu, trạng thái, điểm thẩm định hoặc điểm tối đa khác đợt trước; xếp theo mức thay đổi điểm.';
const changedCodesVi = '[z]: không áp dụng, [n]: chưa đến kỳ, không có điểm; –: đợt đó không có.';
export const changesNotesVi = {
  own: [listedVi, 'Tổng thay đổi điểm bằng thay đổi tổng điểm của đơn vị.', changedCodesVi],
  each: [listedVi, 'Đơn vị không nộp số liệu ở một trong hai đợt không có dòng nào.', changedCodesVi],
};
export const notBothVi = 'Một trong hai đợt đơn vị không nộp số liệu, nên không so sánh từng chỉ số thành phần.';
export const nothingChangedVi = 'Không có chỉ số thành phần nào thay đổi.';

/** Names of what is drawn. */
export const figureNamesVi = { median: 'Trung vị nhóm', best: 'Cao nhất nhóm', average: 'Trung bình nhóm' };

export const historyNotesVi = [
  'Các đợt công bố so sánh được, tối đa 8 kỳ liền trước, như khi chốt số liệu của đợt này. Thứ hạng đọc cùng số đơn vị được xếp hạng.',
];
/** Of the dashes of that sheet, where there are any. */
export const noPointVi = '–: đợt đó không có giá trị hoặc không xếp hạng.';
export const noHistoryVi = 'Chưa có đợt công bố so sánh được trước đợt này.';

/** On every page of a profile whose result is not released. */
export const previewVi = 'Kết quả dự kiến, chưa công bố.';

/** What follows the cover, by the names of its sheets. */
export const contentsVi = (names: readonly string[]): string => `Các trang kèm theo: ${names.join(', ')}.`;

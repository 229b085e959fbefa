import type { Computed } from './half-up.ts';

/** Codes instead of a figure, as official statistics write them. */
export const codes = { notApplicable: '[z]', notDue: '[n]', missing: '[x]', unranked: '–' };

export const codesVi =
  'Ký hiệu: [z] không áp dụng, hoặc không có gì để chia; [n] không thu thập trong kỳ; [x] chưa trả lời, hoặc đơn vị chưa nộp số liệu; – không xếp hạng.';

export const sheetsVi = {
  check: 'Kiểm tra',
  indicators: 'Chỉ số',
  declared: 'Khai báo',
  self: 'Tự chấm',
  appraised: 'Thẩm định',
  final: 'Điểm',
  publishedSelf: 'Tự chấm đã tính',
  publishedFinal: 'Điểm đã tính',
};

export const computedVi: Record<Computed, string> = {
  formula: 'công thức',
  corrected: 'công thức có hiệu chỉnh',
  value: 'giá trị: số quá lớn để bảng tính chia đúng',
};

export const differencesVi = 'Số ô lệch so với đợt công bố';
export const deviationVi = 'Lệch';

export const howVi = [
  'Tệp này tính lại kết quả của đợt công bố bằng công thức sống, từ số liệu kê khai đến thứ hạng. Mọi phép chia là chia số nguyên, làm tròn từ 5 trở lên, nên không phụ thuộc cách làm tròn của bảng tính.',
  'Sửa một ô ở trang “Khai báo” thì điểm, giá trị và thứ hạng được tính lại; cột “Lệch” đếm các ô khác với đợt công bố.',
  'Excel tính lại khi mở tệp. LibreOffice giữ giá trị đã lưu; để tính lại, nhấn Ctrl+Shift+F9.',
  'Giá trị lưu sẵn trong các ô công thức là giá trị của đợt công bố. Bản công bố là các tệp trong bản kê của đợt; tệp này không thay thế bản công bố.',
];

import type { Word } from '../../words.ts';

/** Why points differ from the unit's own. What is kept is Vietnamese, whatever language the screen speaks. */
export const pointReasons: readonly Word[] = [
  { vi: 'Tài liệu kiểm chứng không chứng minh đủ số liệu kê khai', en: 'The evidence does not prove the whole figure' },
  { vi: 'Không có tài liệu kiểm chứng', en: 'There is no evidence' },
  { vi: 'Tài liệu kiểm chứng ngoài thời gian của kỳ đánh giá', en: 'The evidence is of another time' },
  { vi: 'Số liệu kê khai khác với số liệu của cơ quan kiểm chứng', en: 'The verifying body has other figures' },
  { vi: 'Cách tính chưa đúng hướng dẫn của bộ chỉ số', en: 'Not computed as the framework says' },
];

/** What a unit is asked for. */
export const questions: readonly Word[] = [
  { vi: 'Đề nghị bổ sung tài liệu kiểm chứng cho số liệu đã kê khai', en: 'Please send evidence of the figure' },
  {
    vi: 'Đề nghị giải trình số liệu tăng, giảm nhiều so với kỳ trước',
    en: 'Please explain the change since last time',
  },
  { vi: 'Đề nghị kiểm tra lại tử số, mẫu số và đơn vị tính', en: 'Please check numerator, denominator and unit' },
  {
    vi: 'Tài liệu không mở được hoặc không đúng chỉ số; đề nghị gửi lại',
    en: 'The file does not open, or proves another',
  },
];

export const templatesLegend: Word = {
  vi: 'Chọn nội dung có sẵn (phím 1–9 lưu ngay), hoặc ghi nội dung khác bên dưới',
  en: 'Choose one of these (keys 1–9 save at once), or write another below',
};

/** A week from today, in Vietnam: `2026-10-15`. */
export function nextWeek(now = new Date()): string {
  const then = new Date(now.getTime() + 7 * 24 * 60 * 60 * 1000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(then);
}

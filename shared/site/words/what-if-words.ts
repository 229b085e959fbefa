import type { InBoth } from '../language.ts';

/** Of the section that ranks by other weights. What it shows is nobody's result, and every part of it says so. */
export const whatIfWords = {
  title: { vi: 'Nếu trọng số khác đi', en: 'What if the weights were different' },
  notOfficial: { vi: 'Không phải kết quả chính thức', en: 'Not an official result' },
  intro: {
    vi: 'Trọng số ban đầu là điểm tối đa mà bộ chỉ số dành cho từng chỉ số chính. Khi đổi trọng số, điểm đạt được và điểm tối đa của chỉ số chính đó ở mọi đơn vị cùng nhân với trọng số mới chia cho điểm tối đa ban đầu; giá trị bằng tổng điểm đạt được chia cho tổng điểm tối đa, làm tròn một lần, nửa làm tròn lên; thứ hạng theo giá trị đã làm tròn.',
    en: 'The initial weights are the maximum points that the framework gives each main index. A new weight multiplies the points and the maximum points of that index, for every unit, by the new weight over the initial maximum; the value is the sum of points over the sum of maxima, rounded once, half up; ranks follow the rounded value.',
  },
  noScript: {
    vi: 'Phần tính thử cần JavaScript. Bảng dưới đây là thứ hạng chính thức.',
    en: 'Trying other weights needs JavaScript. The table below holds the official ranks.',
  },
  weights: { vi: 'Trọng số của các chỉ số chính', en: 'Weights of the main indices' },
  byNumber: { vi: 'trọng số, nhập số', en: 'weight as a number' },
  reset: { vi: 'Trả về trọng số ban đầu', en: 'Back to the initial weights' },
  link: { vi: 'Liên kết đến trọng số này', en: 'Link to these weights' },
  caption: {
    vi: 'Thứ hạng chính thức và thứ hạng tính thử. Cột tính thử không phải kết quả chính thức.',
    en: 'Official ranks and tried ranks. The tried column is not an official result.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  official: { vi: 'Chính thức', en: 'Official' },
  tried: { vi: 'Tính thử', en: 'Tried' },
} satisfies Record<string, InBoth>;

/** What is said while somebody tries. */
export const tryingWords = {
  initial: {
    vi: 'Đang dùng trọng số ban đầu: mọi thứ hạng trùng với kết quả chính thức.',
    en: 'The initial weights: every rank is the official one.',
  },
  noWeight: {
    vi: 'Mọi trọng số bằng 0: không tính được giá trị.',
    en: 'Every weight is 0: there is no value.',
  },
  loading: { vi: 'Đang tải số liệu…', en: 'Fetching the figures…' },
  unreachable: {
    vi: 'Không tải được số liệu. Vui lòng thử lại khi có mạng.',
    en: 'The figures could not be fetched. Please try again.',
  },
  invalid: {
    vi: 'Trọng số là số từ 0, ví dụ 120 hoặc 12,5.',
    en: 'A weight is a number from 0, such as 120 or 12.5.',
  },
} satisfies Record<string, InBoth>;

/** How much the weights move, in one sentence. */
export const movedWords = {
  vi: (moved: number, units: number, first: string) =>
    `Không phải kết quả chính thức: với trọng số này ${moved} trên ${units} đơn vị đổi hạng; hạng\u00A01: ${first}.`,
  en: (moved: number, units: number, first: string) =>
    `Not an official result: with these weights ${moved} of ${units} units change rank; rank\u00A01: ${first}.`,
} as const;

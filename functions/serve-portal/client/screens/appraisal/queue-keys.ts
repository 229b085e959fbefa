import type { ToldKey } from '../../parts/key-help.tsx';

/** What single keys do while rows are looked at. */
export const queueKeys: readonly ToldKey[] = [
  ['1', { vi: 'Giữ điểm tự đánh giá', en: 'Keep the unit’s own points' }],
  ['2', { vi: 'Sửa điểm', en: 'Set other points' }],
  ['3', { vi: 'Cần bổ sung', en: 'Ask for more' }],
  ['n', { vi: 'Không chấp nhận, 0 điểm', en: 'Do not accept: 0 points' }],
  [
    'u',
    { vi: 'Trở lại quyết định trước; không có thì rút quyết định', en: 'Back to the decision before, or take it back' },
  ],
  ['j', { vi: 'Dòng tiếp', en: 'Next row' }],
  ['k', { vi: 'Dòng trước', en: 'Row before' }],
  ['/', { vi: 'Tìm', en: 'Search' }],
  ['Esc', { vi: 'Đóng ô nhập', en: 'Close the form' }],
  ['?', { vi: 'Xem, ẩn các phím tắt', en: 'Show or hide the keys' }],
];

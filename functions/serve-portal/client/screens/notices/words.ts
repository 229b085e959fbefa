import type { NoticeState } from '../../../../../shared/notices/notice-list.ts';
import type { Word } from '../../words.ts';

/** What became of a notice, as a sentence's end. */
export const stateWords: Record<NoticeState, Word> = {
  waiting: { vi: 'đang chờ gửi', en: 'waiting to be sent' },
  sent: { vi: 'đã gửi', en: 'sent' },
  spread: { vi: 'gửi tới từng đơn vị', en: 'sent to each unit' },
  'no-address': { vi: 'chưa gửi: đơn vị chưa có địa chỉ', en: 'not sent: the unit has no address' },
  outdated: { vi: 'không gửi: đã quá hạn hoặc đã rút', en: 'not sent: past or taken back' },
};

export const words = {
  title: { vi: 'Thông báo', en: 'Notices' },
  what: {
    vi: 'Thư chỉ báo có việc cần xem và dẫn về cổng này; không kèm số liệu, điểm hay tệp.',
    en: 'A mail says that there is something to look at and leads here; it holds no figures, points or files.',
  },
  addresses: { vi: 'Địa chỉ nhận thư', en: 'Addresses' },
  onePerLine: {
    vi: 'Mỗi dòng một địa chỉ, tối đa 20. Để trống: không gửi thư.',
    en: 'One address a line, 20 at most. Empty: no mail is sent.',
  },
  save: { vi: 'Lưu địa chỉ', en: 'Save addresses' },
  saved: { vi: 'Đã lưu', en: 'Saved' },
  never: { vi: 'Chưa có ai nhận thư của đơn vị này.', en: 'Nobody gets mail for this unit yet.' },
  changed: { vi: 'Đổi lần cuối lúc', en: 'Last changed' },
  department: {
    vi: 'Thư của đơn vị do cán bộ phụ trách cả đơn vị xem và sửa địa chỉ.',
    en: 'The officer of the whole unit looks after the unit’s mail.',
  },
  periods: { vi: 'Thông báo theo kỳ', en: 'Notices by period' },
  noPeriods: { vi: 'Chưa có kỳ nào được mở.', en: 'No period has been opened.' },
  none: { vi: 'Chưa có thông báo nào.', en: 'There are no notices yet.' },
  more: { vi: 'Xem tiếp', en: 'Show more' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  said: { vi: 'Nội dung', en: 'What' },
  when: { vi: 'Lúc', en: 'When' },
  became: { vi: 'Tình trạng', en: 'State' },
  to: { vi: 'Gửi tới', en: 'Sent to' },
  filter: { vi: 'Lọc theo đơn vị (gõ tên hoặc mã)', en: 'Filter by unit (name or id)' },
  notSent: { vi: 'Chỉ xem thông báo chưa gửi được', en: 'Only notices that were not sent' },
  changeAddresses: { vi: 'Sửa địa chỉ', en: 'Change addresses' },
  remind: { vi: 'Nhắc đơn vị còn thiếu', en: 'Remind units that are missing' },
} satisfies Record<string, Word>;

/** `12 đơn vị`, `1 unit`. */
export const unitCount = (count: number): Word => ({
  vi: `${count} đơn vị`,
  en: count === 1 ? '1 unit' : `${count} units`,
});

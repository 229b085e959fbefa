import type { Language } from '../../language.ts';

const vi = {
  find: 'Tìm đơn vị (không dấu cũng được)',
  shown: (shown: number, all: number) => `Hiển thị ${shown} trên ${all} đơn vị`,
  none: (text: string) => `Không có đơn vị khớp với “${text}”. Vui lòng thử tên cũ hoặc tên không dấu.`,
  /** As the page says of a figure that has no place in an order. */
  unranked: 'không xếp hạng',
  sorted: (column: string, isDescending: boolean) =>
    `Đang sắp xếp theo ${column}, ${isDescending ? 'giảm dần' : 'tăng dần'}`,
};

const en: typeof vi = {
  find: 'Find a unit (with or without diacritics)',
  shown: (shown, all) => `Showing ${shown} of ${all}`,
  none: (text) => `No unit matches “${text}”. Try a former name, or a name without diacritics.`,
  unranked: 'not ranked',
  sorted: (column, isDescending) => `Sorted by ${column}, ${isDescending ? 'descending' : 'ascending'}`,
};

export const tableWords: Record<Language, typeof vi> = { vi, en };

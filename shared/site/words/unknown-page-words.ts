import type { InBoth } from '../language.ts';

/** What an address without a page says. */
export const unknownPageWords = {
  title: { vi: 'Không tìm thấy trang', en: 'Page not found' },
  told: { vi: 'Địa chỉ này không có trang nào.', en: 'There is no page at this address.' },
  wayOn: { vi: 'Có thể xem:', en: 'To see instead:' },
  ranking: { vi: 'bảng xếp hạng', en: 'the ranking' },
  rounds: { vi: 'các đợt công bố', en: 'releases' },
} satisfies Record<string, InBoth>;

import type { InBoth } from '../language.ts';

/** Around the two sections of the page that verifies. */
export const verifyPageWords = {
  name: { vi: 'Kiểm tra lại', en: 'Verify' },
  lead: {
    vi: 'Mọi số liệu của đợt công bố tính lại được từ các tệp đã công bố, ngay trong trình duyệt, không cần cài đặt.',
    en: 'Every figure of the release can be recomputed from the published files, in the browser, with nothing installed.',
  },
  files: { vi: 'Các tệp và mã băm', en: 'Files and digests' },
  method: { vi: 'Cách tính', en: 'How figures are computed' },
} satisfies Record<string, InBoth>;

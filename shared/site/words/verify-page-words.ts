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

/** Of the way that needs no script of ours. */
export const opensslWords = {
  title: { vi: 'Kiểm tra chữ ký bằng OpenSSL', en: 'Check the signatures with OpenSSL' },
  how: {
    vi: 'Không cần JavaScript và không cần mã nguồn: trong một thư mục trống, chạy các dòng sau.',
    en: 'Without JavaScript and without the source code: in an empty folder, run these lines.',
  },
  reading: {
    vi: 'Hai dòng kiểm tra phải trả lời “Verified OK”. Mã băm của khóa phải trùng với mã ghi trong quyết định công bố; mã băm của scoreboard.csv, cũng như của mọi tệp khác, phải trùng với mã ghi trong manifest.json.',
    en: 'Both checks must answer “Verified OK”. The hash of the key must be the one in the decision on publication; that of scoreboard.csv, as of every other file, the one in manifest.json.',
  },
} satisfies Record<string, InBoth>;

import type { InBoth } from '../language.ts';

/** How a release is verified with tools that every system has. */
export const byHandWords = {
  title: {
    vi: 'Kiểm tra bằng OpenSSL và sha256sum, không cần trang này',
    en: 'Verify with OpenSSL and sha256sum, without this page',
  },
  lead: {
    vi: 'Gõ lần lượt các lệnh sau trong một thư mục trống.',
    en: 'Type one after another in an empty folder:',
  },
  fetch: {
    vi: 'Tải mọi tệp của đợt công bố, trừ các trang.',
    en: 'Fetch all files of the release, but for its pages.',
  },
  signed: {
    vi: 'Chữ ký của hai tệp. Mỗi lệnh phải trả lời “Verified OK”.',
    en: 'The signatures of two files; each answers “Verified OK”.',
  },
  key: {
    vi: 'Mã băm SHA-256 của khóa: so với mã in trong quyết định công bố đã ký. Một khóa chỉ nằm cạnh dữ liệu không chứng minh được gì.',
    en: 'The SHA-256 of the key: compare it with the one printed in the signed decision. A key that only lies beside the data proves nothing.',
  },
  files: {
    vi: 'Mã băm của mọi tệp. Lệnh thứ nhất so với manifest.json và không trả lời gì khi mọi tệp khớp; lệnh thứ hai trả lời dòng provenance_sha256 của release.json khi provenance.json khớp.',
    en: 'The hash of each file. The first compares with manifest.json and says nothing where all are equal; the second answers the line provenance_sha256 of release.json where provenance.json is equal.',
  },
  stamp: {
    vi: 'Dấu thời gian (RFC 3161), nếu có manifest.json.tsr; ca.pem là chứng thư gốc của tổ chức cấp dấu thời gian.',
    en: 'The time stamp (RFC 3161), where there is a manifest.json.tsr; ca.pem is the root certificate of its authority.',
  },
} satisfies Record<string, InBoth>;

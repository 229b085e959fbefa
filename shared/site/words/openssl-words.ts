import type { InBoth } from '../language.ts';

/** How a release is verified with OpenSSL alone. */
export const opensslWords = {
  title: {
    vi: 'Kiểm tra chữ ký bằng OpenSSL, không cần trang này',
    en: 'Verify the signatures with OpenSSL, without this page',
  },
  lead: {
    vi: 'Tải các tệp của đợt công bố về một thư mục rồi gõ các lệnh sau trong thư mục đó.',
    en: 'Fetch the files of the release into a folder and type in it:',
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
    vi: 'Mã băm của từng tệp: so với manifest.json; mã của provenance.json so với mục provenance_sha256 trong release.json.',
    en: 'The hash of each file: compare it with manifest.json, that of provenance.json with provenance_sha256 in release.json.',
  },
  stamp: {
    vi: 'Dấu thời gian (RFC 3161), nếu có manifest.json.tsr; ca.pem là chứng thư gốc của tổ chức cấp dấu thời gian.',
    en: 'The time stamp (RFC 3161), where there is a manifest.json.tsr; ca.pem is the root certificate of its authority.',
  },
} satisfies Record<string, InBoth>;

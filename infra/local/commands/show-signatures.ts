import type { SignatureFault, SignatureReport } from '../../../shared/release/check-signatures.ts';

/** What the command says of who vouches for a release. */
export const showSignatures = (report: SignatureReport): string[] => [
  ...(report.hasReleaseFile
    ? []
    : [
        'Không có release.json: không rõ ai công bố, lúc nào. / No release.json: who released it, and when, is not told.',
      ]),
  ...report.faults.map(showFault),
  ...(report.isStamped && report.faults.every(({ fault }) => fault !== 'other-stamp') ? stamped : []),
  ...showState(report),
];

function showState({ state, key, isTrusted, faults }: SignatureReport): string[] {
  if (state === 'unsigned') return ['Đợt công bố không kèm chữ ký. / The release is unsigned.'];
  if (faults.length > 0 || !key) return [];
  const kind = key.kind_vi === null ? '' : `, ${key.kind_vi} / a test key`;
  const said = `Chữ ký đúng, khóa SHA-256 ${key.sha256}${kind}. / The signatures are right, key SHA-256 ${key.sha256}.`;
  return [said, isTrusted ? keyIsTrusted : keyIsUnchecked];
}

const stamped = [
  'Có dấu thời gian (RFC 3161) của manifest.json; tổ chức cấp chưa được kiểm tra: openssl ts -verify -in manifest.json.tsr -data manifest.json -CAfile ca.pem',
  'There is a time stamp (RFC 3161) of manifest.json; its authority is unchecked, the command above checks it.',
];

export const keyIsTrusted = 'Khóa là khóa đã cho. / The key is the one given.';
export const keyIsUnchecked =
  'Khóa chưa được kiểm tra: đề nghị so với nguồn khác, hoặc dùng --key. / The key is unchecked: compare it with another source, or use --key.';

function showFault(one: SignatureFault): string {
  switch (one.fault) {
    case 'other-manifest':
      return 'release.json không nêu đúng mã băm của manifest.json. / release.json does not name the hash of manifest.json.';
    case 'missing':
      return `Thiếu ${one.path}. / ${one.path} is missing.`;
    case 'wrong-signature':
      return `Chữ ký của ${one.path} sai. / The signature of ${one.path} is wrong.`;
    case 'other-bytes':
      return `${one.path} không phải tệp mà release.json nêu mã băm. / ${one.path} is not the file whose hash release.json names.`;
    case 'other-stamp':
      return 'manifest.json.tsr không phải dấu thời gian của manifest.json này. / manifest.json.tsr is no time stamp of this manifest.';
    case 'wrong-key':
      return 'signing-key.pem không phải khóa mà release.json nêu. / signing-key.pem is not the key that release.json names.';
    case 'another-key':
      return `Ký bằng khóa khác, SHA-256 ${one.sha256}. / Signed with another key.`;
  }
}

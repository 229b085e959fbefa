import type { CommitmentFault, CommitmentSignatures } from '../ledger/commitment-signatures.ts';
import type { KeptCommitment } from '../ledger/kept-commitments.ts';
import { keyIsTrusted, keyIsUnchecked } from './show-signatures.ts';

/** What the command says of the commitments that it compares with, and of who vouches for them. */
export const showCommitments = (kept: readonly KeptCommitment[], signatures: CommitmentSignatures): string[] => [
  comparedWith(kept),
  ...signatures.faults.map(showFault),
  ...showState(signatures),
];

function comparedWith(kept: readonly KeptCommitment[]): string {
  const [first, last] = [kept.at(-1)!.commitment.number, kept[0]!.commitment.number];
  if (first === last) return `So với bản cam kết ${last}. / Compared with commitment ${last}.`;
  return `So với các bản cam kết ${first} đến ${last}. / Compared with commitments ${first} to ${last}.`;
}

function showState({ faults, keys, isTrusted, count, isWithoutKey }: CommitmentSignatures): string[] {
  if (faults.length > 0) return [];
  if (count === 0) return ['Bản cam kết không kèm chữ ký. / The commitment comes without a signature.'];
  if (isWithoutKey) return [withoutKey];
  return [
    ...keys.map((key) => `Chữ ký đúng, khóa SHA-256 ${key}. / The signatures are right, key SHA-256 ${key}.`),
    isTrusted ? keyIsTrusted : keyIsUnchecked,
  ];
}

const withoutKey =
  'Có chữ ký nhưng không có khóa bên cạnh nên chưa kiểm tra được: đề nghị tải /.well-known/dti-signing-key.pem, hoặc dùng --key. / ' +
  'There is a signature and no key beside it, so that it is unchecked: fetch /.well-known/dti-signing-key.pem, or use --key.';

function showFault(one: CommitmentFault): string {
  switch (one.fault) {
    case 'missing':
      return `Thiếu chữ ký của bản cam kết ${one.number} (${one.number}.json.sig). / The signature of commitment ${one.number} is missing.`;
    case 'wrong-signature':
      return `Chữ ký của bản cam kết ${one.number} sai. / The signature of commitment ${one.number} is wrong.`;
    case 'another-key':
      return `Bản cam kết ${one.number} được ký bằng khóa khác, SHA-256 ${one.sha256}. / Commitment ${one.number} is signed with another key.`;
    case 'wrong-key':
      return `${one.path} không phải khóa công khai P-256. / ${one.path} is no public key on P-256.`;
  }
}

import type { Receipt, UnitState } from '../ledger/fold-unit.ts';
import { newest } from '../ledger/standing.ts';
import { Problem } from './problem.ts';

/** Which receipt an address means: the n-th of the unit, or the newest of some bytes. */
export type ReceiptAddress = { receipt: string } | { sha256: string };

/** 404 where the unit has no such receipt. */
export function requireReceipt({ receipts }: UnitState, address: ReceiptAddress): Receipt {
  const found =
    'receipt' in address
      ? receipts.find(({ receipt }) => String(receipt) === address.receipt)
      : newest(receipts.filter(({ sha256 }) => sha256 === address.sha256));
  if (found) return found;
  if ('receipt' in address) {
    throw new Problem(
      404,
      'file-unknown',
      `Đơn vị không có lần gửi "${address.receipt}". Đề nghị xem danh sách các lần gửi của đơn vị.`,
      `The unit has no receipt "${address.receipt}"; its list names those there are.`,
    );
  }
  throw new Problem(
    404,
    'file-unknown',
    'Chưa nhận được tệp này. Đề nghị gửi tệp theo địa chỉ đã cấp rồi kiểm tra lại.',
    'No such file has come in; upload it first, then ask again.',
  );
}

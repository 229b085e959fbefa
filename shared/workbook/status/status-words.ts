import type { ReceiptStatus, UnitStatus } from '../../submission/status/submission-status.ts';

export const statesVi: Record<UnitStatus['state'], string> = {
  missing: 'Chưa mở biểu mẫu',
  opened: 'Đã mở biểu mẫu, chưa gửi',
  rejected: 'Đã gửi, chưa được tiếp nhận',
  accepted: 'Đã tiếp nhận',
  certified: 'Đã xác nhận',
};

export const receiptStatesVi: Record<ReceiptStatus['status'], string> = {
  received: 'Đang kiểm tra',
  accepted: 'Được tiếp nhận',
  rejected: 'Chưa được tiếp nhận',
};

export const severitiesVi: Record<string, string> = { error: 'Lỗi', warning: 'Cảnh báo', shadow: 'Theo dõi' };

export const formatsVi: Record<ReceiptStatus['format'], string> = {
  xlsx: 'biểu mẫu',
  json: 'API, JSON',
  csv: 'API, CSV',
};
export const yesVi = (is: boolean, word: string): string => (is ? word : '');

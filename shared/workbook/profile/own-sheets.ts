import type { Workbook } from 'exceljs';
import { timeInVietnam } from '../../format/format-date.ts';
import { roleVi } from '../../identity/role-words.ts';
import type { ToldReceipt } from '../../submission/tell-answer.ts';
import { addPlainSheet } from '../status/plain-sheet.ts';
import { formatsVi, receiptStatesVi, severitiesVi, yesVi } from '../status/status-words.ts';

/** What of a unit is for the unit and the ministry alone. Newest receipt first. */
export interface OwnRecord {
  unit_name_vi: string;
  receipts: ToldReceipt[];
}

/** How the unit's figures came, and what was found in them: of no interest to the public, and no part of a release. */
export function addOwnSheets(workbook: Workbook, { unit_name_vi, receipts }: OwnRecord): void {
  const lines = ['Trang này dành cho đơn vị và cơ quan chủ trì, không công bố.'];
  addPlainSheet(workbook, {
    ...{ name: 'Các lần gửi', title: `Các lần gửi của ${unit_name_vi}`, lines },
    ...{ columns: receiptColumns, rows: receipts.map(receiptRow) },
  });
  const left = receipts.flatMap(({ receipt, more_findings }) =>
    more_findings ? [`Lần gửi ${receipt}: còn ${more_findings.count} nội dung khác, xem ở phiếu tiếp nhận.`] : [],
  );
  addPlainSheet(workbook, {
    ...{
      name: 'Nội dung cần sửa',
      title: `Kết quả kiểm tra các lần gửi của ${unit_name_vi}`,
      lines: [...lines, ...left],
    },
    ...{ columns: findingColumns, rows: receipts.flatMap(findingRows) },
  });
}

const receiptColumns = [
  { header: 'Lần gửi', width: 8 },
  { header: 'Thời điểm nhận', width: 16 },
  { header: 'Người gửi', width: 24 },
  { header: 'Hình thức', width: 12 },
  { header: 'Kết quả', width: 16 },
  { header: 'Ghi chú', width: 22 },
  { header: 'Xác nhận lúc', width: 16 },
  { header: 'Mã băm SHA-256', width: 34, font: 'digest' as const },
];

const receiptRow = (one: ToldReceipt): string[] => [
  ...[`${one.receipt}`, timeInVietnam(one.received_at), roleVi(one.sent_as), formatsVi[one.format]],
  receiptStatesVi[one.status],
  [yesVi(one.current, 'được tính'), yesVi(one.late, 'trễ hạn'), yesVi(one.returned !== null, 'bị trả lại')]
    .filter((text) => text !== '')
    .join('; '),
  one.certified_at === null ? '–' : timeInVietnam(one.certified_at),
  one.sha256,
];

const findingColumns = [
  { header: 'Lần gửi', width: 8 },
  { header: 'Mức', width: 11 },
  { header: 'Trang tính, ô', width: 20 },
  { header: 'Giá trị', width: 22 },
  { header: 'Nội dung', width: 73 },
];

const findingRows = ({ receipt, findings }: ToldReceipt): string[][] =>
  findings.map(({ severity, sheet, cell, row, field, value, message_vi }) => [
    ...[`${receipt}`, severitiesVi[severity] ?? severity],
    [sheet, cell, row === null ? null : `dòng ${row}`, field].filter((text) => text !== null).join(', ') || '–',
    ...[value ?? '–', message_vi],
  ]);

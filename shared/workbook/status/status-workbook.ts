import exceljs from 'exceljs';
import { timeInVietnam } from '../../format/format-date.ts';
import { roleVi } from '../../identity/role-words.ts';
import { parsePeriod, periodVi } from '../../periods/period.ts';
import type { SubmissionStatus } from '../../submission/status/submission-status.ts';
import { groupNameVi } from '../../units/names.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { addPlainSheet, type PlainSheet } from './plain-sheet.ts';
import { formatsVi, receiptStatesVi, severitiesVi, statesVi, yesVi } from './status-words.ts';

/** Who sent what when, findings by rule, who certified: people by role and opaque id, as the ledger knows them. */
export async function writeStatusWorkbook(status: SubmissionStatus): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const at = new Date(status.at);
  const title = `Tình hình nộp số liệu ${periodVi(parsePeriod(status.period))}`;
  Object.assign(workbook, { title, creator: 'DTI', lastModifiedBy: 'DTI', created: at, modified: at });
  const lines = linesOf(status);
  addPlainSheet(workbook, { name: 'Đơn vị', title, lines, columns: unitColumns, rows: unitRows(status) });
  addPlainSheet(workbook, {
    ...{ name: 'Các lần gửi', title: `${title}: các lần gửi`, lines },
    ...{ columns: receiptColumns, rows: receiptRows(status) },
  });
  addPlainSheet(workbook, {
    ...{ name: 'Theo quy tắc', title: `${title}: nội dung cần sửa theo quy tắc` },
    lines: [...lines, 'Tính trên lần gửi mới nhất của mỗi đơn vị.'],
    ...{ columns: ruleColumns, rows: ruleRows(status) },
  });
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function linesOf({ group, at, deadline_at, units }: SubmissionStatus): string[] {
  const counted = units.filter(({ current }) => current !== null).length;
  return [
    `${groupNameVi(group)}: ${counted} trong ${units.length} đơn vị có số liệu được tính. Tình hình lúc ${timeInVietnam(at)}.`,
    deadline_at === null ? 'Kỳ này không đặt hạn nộp.' : `Hạn nộp: ${timeInVietnam(deadline_at)}.`,
  ];
}

const unitColumns: PlainSheet['columns'] = [
  { header: 'Mã đơn vị', width: 13 },
  { header: 'Đơn vị', width: 33 },
  { header: 'Trạng thái', width: 26 },
  { header: 'Số lần gửi', width: 9, counts: true },
  { header: 'Lần được tính', width: 9, counts: true },
  { header: 'Trễ hạn', width: 9 },
  { header: 'Chỉ số đã thẩm định', width: 12, counts: true },
  { header: 'Câu hỏi chờ trả lời', width: 11, counts: true },
  { header: 'Ý kiến chờ trả lời', width: 11, counts: true },
];

const unitRows = ({ units }: SubmissionStatus): string[][] =>
  units.map((unit) => [
    ...[unit.unit_id, unitLabel(unit), statesVi[unit.state], `${unit.receipts}`, `${unit.current ?? '–'}`],
    ...[yesVi(unit.late, 'trễ hạn'), `${unit.appraised}`, `${unit.questions_open}`, `${unit.objections_open}`],
  ]);

const receiptColumns: PlainSheet['columns'] = [
  { header: 'Đơn vị', width: 20 },
  { header: 'Lần gửi', width: 7, counts: true },
  { header: 'Thời điểm nhận', width: 15 },
  { header: 'Người gửi', width: 19 },
  { header: 'Hình thức', width: 10 },
  { header: 'Kết quả', width: 14 },
  { header: 'Lỗi', width: 6, counts: true },
  { header: 'Cảnh báo', width: 8, counts: true },
  { header: 'Ghi chú', width: 12 },
  { header: 'Xác nhận', width: 22 },
  { header: 'Mã băm SHA-256', width: 24, font: 'digest' },
];

const receiptRows = ({ receipts }: SubmissionStatus): string[][] =>
  receipts.map((one) => [
    ...[unitLabel(one), `${one.receipt}`, timeInVietnam(one.received_at), `${roleVi(one.sent_as)} ${one.sent_by}`],
    ...[formatsVi[one.format], receiptStatesVi[one.status], `${one.errors}`, `${one.warnings}`],
    [yesVi(one.late, 'trễ hạn'), yesVi(!one.in_time, 'sau khi đóng kỳ'), yesVi(one.returned_at !== null, 'bị trả lại')]
      .filter((text) => text !== '')
      .join('; '),
    one.certified ? `${roleVi(one.certified.role)}, ${timeInVietnam(one.certified.at)}` : '–',
    one.sha256,
  ]);

const ruleColumns: PlainSheet['columns'] = [
  { header: 'Quy tắc', width: 24 },
  { header: 'Mức', width: 12 },
  { header: 'Nội dung', width: 70 },
  { header: 'Số nội dung', width: 13, counts: true },
  { header: 'Số đơn vị', width: 13, counts: true },
];

const ruleRows = ({ rules }: SubmissionStatus): string[][] =>
  rules.map(({ rule, severity, text_vi, findings, units }) => [
    ...[rule, severitiesVi[severity] ?? severity, text_vi, `${findings}`, `${units}`],
  ]);

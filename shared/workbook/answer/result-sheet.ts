import type { Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { sheetNames } from '../../submission/form/form-layout.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { styles, wrappedHeight } from '../template/form-styles.ts';
import { printSetup } from '../template/print-setup.ts';
import { writableText } from '../writable-text.ts';
import { type MarkedFinding, severityLabels } from './mark-findings.ts';

const columns = [
  { title: 'STT', width: 6 },
  { title: 'Mức độ', width: 10 },
  { title: 'Ô cần xem', width: 20 },
  { title: 'Giá trị nhận được', width: 26 },
  { title: 'Nội dung và cách sửa', width: 86 },
  { title: 'Mã quy tắc', width: 22 },
];
const tableHeader = 5;

/** For whoever looks a rule up; everyone else reads past it. */
const codeStyle = { ...styles.code, alignment: { ...styles.text.alignment, shrinkToFit: true, wrapText: false } };

/** Whoever has more to mend begins with these; the answer must stay a workbook that we take back. */
const mostListed = 500;
/** Characters of them together, so that the guard lets the answer in beside all that was filled in. */
const mostText = 200_000;

/** The first sheet of an answer: what became of the form, and every finding with a link to its cell. */
export async function addResultSheet(book: Workbook, form: FormSpec, marked: MarkedFinding[]): Promise<void> {
  const sheet = book.addWorksheet(sheetNames.result, {
    views: [{ state: 'frozen', ySplit: tableHeader, activeCell: 'A1', showGridLines: false }],
    pageSetup: printSetup('landscape', `${tableHeader}:${tableHeader}`),
    headerFooter: { oddHeader: '&C&"Times New Roman,Regular"&13&P' },
  });
  bringToFront(sheet);
  columns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  addHeading(sheet, form, marked);
  const listed = listable(marked);
  listed.forEach((item, index) => {
    addFinding(sheet, tableHeader + 1 + index, index + 1, item);
  });
  const others = marked.length - listed.length;
  if (others > 0) addRest(sheet, tableHeader + 1 + listed.length, others);
  await sheet.protect('', { formatColumns: true, formatRows: true });
}

/** What the marks say, for whoever sees them first. */
const aboutMarks =
  'Ô ghi “[CẦN NHẬP LẠI n]”: giá trị đã gửi chưa rõ (nội dung số n dưới đây). Nhập nội dung đúng thay cho cả dấu, hoặc xóa ô nếu để trống.';

const hasErrors = (marked: MarkedFinding[]) => marked.some((item) => !isWarning(item));

const isWarning = ({ finding }: MarkedFinding) => finding.severity === 'warning';

/** exceljs orders sheets by a number that its types leave out. */
function bringToFront(sheet: Worksheet): void {
  (sheet as Worksheet & { orderNo: number }).orderNo = -1;
}

function addHeading(sheet: Worksheet, form: FormSpec, marked: MarkedFinding[]): void {
  const lines = [
    ['KẾT QUẢ KIỂM TRA BIỂU MẪU', styles.title],
    [`${form.unit.full_name_vi} · Kỳ đánh giá: ${form.periodLabel}`, styles.notice],
    [summary(form, marked), styles.notice],
    [hasErrors(marked) ? aboutMarks : '', styles.line],
  ] as const;
  lines.forEach(([text, style], index) => {
    Object.assign(sheet.getCell(index + 1, 1), { value: text, style });
    sheet.getRow(index + 1).height = index === 0 ? 22 : 18;
  });
  if (marked.length === 0) return;
  columns.forEach(({ title }, index) => {
    Object.assign(sheet.getCell(tableHeader, index + 1), { value: title, style: styles.header });
  });
  sheet.getRow(tableHeader).height = 24;
}

function summary({ deadline }: FormSpec, marked: MarkedFinding[]): string {
  const errors = marked.filter((item) => !isWarning(item));
  if (errors.length > 0) {
    const cells = new Set(errors.flatMap((item) => item.cells)).size;
    const at = cells > 0 ? ` ở ${cells} ô` : '';
    const before = deadline === undefined ? '' : ` trước hết ngày ${formatDate(deadline)}`;
    return `Biểu mẫu chưa được tiếp nhận: ${errors.length} lỗi${at}. Đề nghị sửa theo danh sách và gửi lại${before}.`;
  }
  if (marked.length === 0) return 'Biểu mẫu hợp lệ.';
  return `Biểu mẫu hợp lệ; có ${marked.length} nội dung cần rà soát.`;
}

function addFinding(sheet: Worksheet, row: number, position: number, { finding, address }: MarkedFinding): void {
  const texts = ['', severityLabels[finding.severity], '', finding.value ?? '', finding.message_vi, finding.rule].map(
    writableText,
  );
  texts.forEach((text, index) => {
    const cell = sheet.getCell(row, index + 1);
    if (text !== '') cell.value = text;
    cell.style = index === texts.length - 1 ? codeStyle : styles.text;
  });
  sheet.getCell(row, 1).value = position;
  setPlace(sheet, row, finding, address);
  const wrapped = texts.slice(0, -1).map((text, index) => ({ text, width: columns[index]!.width }));
  sheet.getRow(row).height = Math.max(wrappedHeight(wrapped), 24);
}

function listable(marked: MarkedFinding[]): MarkedFinding[] {
  let length = 0;
  const end = marked.findIndex(({ finding: { value, message_vi } }, at) => {
    length += (value ?? '').length + message_vi.length;
    return at >= mostListed || length > mostText;
  });
  return end === -1 ? marked : marked.slice(0, end);
}

function addRest(sheet: Worksheet, row: number, count: number): void {
  Object.assign(sheet.getCell(row, 5), { value: `… và ${count} nội dung nữa.`, style: styles.text });
}

function setPlace(sheet: Worksheet, row: number, finding: MarkedFinding['finding'], address: string | null): void {
  const cell = sheet.getCell(row, 3);
  const sent = [finding.sheet, finding.cell].filter(Boolean).join('!');
  if (address === null) {
    if (sent !== '') cell.value = `Tệp đã gửi: ${sent}`;
    return;
  }
  const moved = finding.cell === null || finding.cell === address ? '' : ` (tệp đã gửi: ${sent})`;
  cell.value = { text: `${address}${moved}`, hyperlink: `#'${sheetNames.data}'!${address}` };
  cell.style = { ...styles.text, font: { ...styles.text.font, underline: true, color: { argb: 'FF0B4F9E' } } };
}

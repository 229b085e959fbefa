import type { Workbook } from 'exceljs';
import { bodyNameVi } from '../../frameworks/bodies.ts';
import { illustrativeVi } from '../../frameworks/framework-note.ts';
import { parsePeriod, periodLabelVi } from '../../periods/period.ts';
import { appraisalSheets } from '../../submission/appraisal/appraisal-layout.ts';
import { styles } from '../template/form-styles.ts';
import { addLinesSheet, type GuideLine, heading, numbered, paragraph } from '../template/lines-sheet.ts';
import type { AppraisalSpec } from './appraisal-spec.ts';

export function addAppraisalGuide(book: Workbook, spec: AppraisalSpec): void {
  addLinesSheet(book, appraisalSheets.guide, [
    { text: 'HƯỚNG DẪN THẨM ĐỊNH ĐIỂM', style: styles.title },
    ...about(spec),
    heading('Các bước'),
    ...numbered(steps),
    heading('Ba loại điểm'),
    ...numbered(scores),
  ]);
}

function about({ round, group_name_vi, bodies, rows }: AppraisalSpec): GuideLine[] {
  const { framework, period } = round;
  const units = new Set(rows.map(({ answer }) => answer.unit_id)).size;
  return [
    paragraph(`Nhóm: ${group_name_vi} (${units} đơn vị đã nộp có trong bảng)`),
    ...(bodies === null
      ? []
      : [paragraph(`Chỉ gồm chỉ số do cơ quan được giao kiểm chứng: ${bodies.map(bodyNameVi).join('; ')}`)]),
    paragraph(`Kỳ đánh giá: ${periodLabelVi(parsePeriod(period))}`),
    paragraph(`Bộ chỉ số: ${framework.title_vi}, phiên bản ${framework.version}`),
    paragraph(`Căn cứ: ${framework.legal_reference.number} – ${framework.legal_reference.title_vi}`),
    ...(framework.illustrative ? [{ text: `${illustrativeVi}.`, style: styles.notice }] : []),
  ];
}

const steps = [
  `Mở trang tính “${appraisalSheets.data}”: mỗi dòng là một chỉ số của một đơn vị. Chỉ nhập ở cột “Điểm thẩm định” và “Lý do”; các ô khác được khóa. Có thể lọc theo đơn vị hoặc chỉ số ở dòng mã.`,
  'Điểm thẩm định từ 0 đến điểm tối đa, có thể cao hơn hoặc thấp hơn điểm tự đánh giá. Dấu phẩy là dấu thập phân.',
  'Điểm thẩm định khác điểm tự đánh giá thì bắt buộc ghi lý do.',
  'Để trống cả hai ô là không thẩm định chỉ số đó. Xóa cả hai ô đã điền sẵn là rút lại điểm thẩm định đã ghi nhận.',
  'Cột “Ý kiến của đơn vị” là trả lời của đơn vị về điểm thẩm định đã ghi nhận, mỗi chỉ số một lần. Nếu thẩm định lại thì sửa điểm và lý do ở dòng đó rồi gửi bảng lên; nếu giữ nguyên thì không cần làm gì.',
  'Không thêm, gộp ô hoặc đổi dòng mã dưới tiêu đề. Dòng bị xóa khỏi bảng thì không thay đổi gì.',
  'Lưu ở định dạng Excel Workbook (.xlsx), không đặt mật khẩu, và gửi lên hệ thống. Nếu có lỗi, hệ thống nêu từng ô và không ghi nhận dòng nào.',
];

const scores = [
  'Điểm tự đánh giá: tính từ số liệu đơn vị kê khai, theo quy tắc của bộ chỉ số.',
  'Điểm thẩm định: theo bảng này, có người thẩm định, thời điểm và lý do; đơn vị xem được điểm và lý do, không thấy tên người thẩm định.',
  'Điểm cuối cùng: điểm thẩm định nếu có, nếu không thì điểm tự đánh giá. Khi đơn vị nộp lại số liệu, điểm thẩm định của đơn vị không còn áp dụng cho đến khi được thẩm định lại.',
];

import type { Workbook } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { askedIndicators } from '../../frameworks/asked-indicators.ts';
import { illustrativeVi, noteBelowMarkVi } from '../../frameworks/framework-note.ts';
import { indicatorNumbers } from '../../frameworks/indicator-numbers.ts';
import { columnLabels, sheetNames } from '../../submission/form/form-layout.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { evidenceMark } from './describe-input.ts';
import { styles } from './form-styles.ts';
import { addLinesSheet, type GuideLine, heading, numbered, paragraph } from './lines-sheet.ts';

export function addGuideSheet(book: Workbook, form: FormSpec): void {
  addLinesSheet(book, sheetNames.guide, guideLines(form));
}

function guideLines(form: FormSpec): GuideLine[] {
  return [
    { text: 'HƯỚNG DẪN KÊ KHAI SỐ LIỆU', style: styles.title },
    ...aboutForm(form),
    heading('Các bước'),
    ...numbered(steps(form)),
    heading('Cách ghi số'),
    ...numbered(notation),
    heading('Giá trị điền sẵn'),
    paragraph(
      'Giá trị đã biết được điền sẵn ở cột “Số liệu kê khai”, bên cạnh “Giá trị gần nhất”; số trong ngoặc vuông ở cột “Nguồn” dẫn tới nguồn ghi dưới bảng: lấy từ đâu và khi nào. ' +
        'Đơn vị được sửa giá trị điền sẵn khi có số liệu đúng hơn.',
    ),
    ...notCollected(form),
  ];
}

function aboutForm({ framework, unit, periodLabel, deadline }: FormSpec): GuideLine[] {
  const { number, title_vi } = framework.legal_reference;
  const note = noteBelowMarkVi(framework);
  return [
    paragraph(`Đơn vị: ${unit.full_name_vi}`),
    paragraph(`Kỳ đánh giá: ${periodLabel}`),
    ...(deadline === undefined ? [] : [paragraph(`Hạn gửi: hết ngày ${formatDate(deadline)} (giờ Việt Nam)`)]),
    paragraph(`Bộ chỉ số: ${framework.title_vi}, phiên bản ${framework.version}`),
    paragraph(`Căn cứ: ${number} – ${title_vi}`),
    ...(framework.illustrative ? [{ text: `${illustrativeVi}.`, style: styles.notice }] : []),
    ...(note === '' ? [] : [paragraph(note)]),
  ];
}

const steps = ({ deadline }: FormSpec): string[] => [
  `Mở trang tính “${sheetNames.data}”. Chỉ các ô có khung đậm là ô nhập; các ô khác được khóa.`,
  'Mỗi chỉ số ghi tên một lần; số liệu của chỉ số ở cùng dòng, hoặc ở các dòng (a), (b) bên dưới. Cột “Cách ghi” cho biết khoảng giá trị và số chữ số thập phân được nhận.',
  `Cột “${columnLabels.evidence}”: ghi số, ngày, cơ quan ban hành, trích yếu của văn bản, hoặc địa chỉ truy cập. Chỉ số có ghi “${evidenceMark}” dưới tên thì bắt buộc; ghi một lần, ở một trong các dòng của chỉ số.`,
  'Không thêm, xóa, gộp ô; không sửa cột “Mã” ở mép phải. Khi dán, chọn dán giá trị (Paste Special > Values).',
  `Lưu ở định dạng Excel Workbook (.xlsx), không đặt mật khẩu, và gửi lên hệ thống${deadline === undefined ? '' : ' trước hạn'}.`,
  `Nếu có nội dung cần sửa, hệ thống trả lại biểu mẫu này kèm trang tính “${sheetNames.result}”. Sửa ngay trên tệp đó rồi gửi lại.`,
  'Cuối bảng có chỗ ghi ngày, người lập biểu và thủ trưởng đơn vị ký. Phần này không ảnh hưởng đến việc đọc số liệu.',
];

const notation = [
  'Dấu phẩy là dấu thập phân: 0,9286; không cần dấu ngăn cách hàng nghìn: 1234567.',
  'Không ghi đơn vị tính, khoảng (100-120), số xấp xỉ (~100) hay phép tính (1/2) trong ô số liệu.',
  'Nên nhập số, không nhập công thức. Công thức thì hệ thống lấy giá trị đã lưu và nhắc đơn vị rà soát.',
  'Không có số liệu thì không ghi 0. Ô trống là thiếu số liệu.',
];

function notCollected({ framework, identity }: FormSpec): GuideLine[] {
  const asked = new Set(askedIndicators(framework, identity));
  const left = framework.indicators.filter((indicator) => !asked.has(indicator));
  if (left.length === 0) return [];
  const numbers = indicatorNumbers(framework);
  return [
    heading('Chỉ số không thuộc diện thu thập đối với đơn vị trong kỳ này'),
    ...left.map(({ indicator, name_vi }) => paragraph(`${numbers.get(indicator)}. ${name_vi}`)),
  ];
}

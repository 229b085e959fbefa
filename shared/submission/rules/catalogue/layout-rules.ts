import type { RuleEntry } from '../../rule-entry.ts';

/** Columns and rows of the form. */
export const layoutRules: readonly RuleEntry[] = [
  {
    rule: 'HEADER_MISSING',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Dòng mã cột phải còn trong 30 dòng đầu của trang tính số liệu.',
    text_en: 'The row of column codes must be within the first 30 rows of the data sheet.',
    message_vi:
      'Không tìm thấy dòng mã cột (dòng ẩn dưới tiêu đề) trong 30 dòng đầu. Đề nghị tải lại biểu mẫu và dán số liệu vào.',
    message_en:
      'The row of column codes (key, value, evidence…) is not in the first 30 rows. Download the form again and paste the figures into it.',
  },
  {
    rule: 'SHEET_DUPLICATE',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Chỉ một trang tính là trang số liệu.',
    text_en: 'Only one sheet is the data sheet.',
    message_vi:
      'Trang tính này và trang “{other_sheet}” cùng có dạng trang số liệu, không rõ trang nào đúng. Đề nghị xóa trang thừa, đặt tên trang còn lại là “Số liệu”.',
    message_en:
      'This sheet and “{other_sheet}” both look like the data sheet. Delete the one too many and name the other “Số liệu”.',
  },
  {
    rule: 'ANSWER_MARKS_LEFT',
    severity: 'warning',
    category: 'sạch',
    since: '1',
    text_vi: 'Lỗi của tệp đã gửi được nhắc lại khi dấu “[CẦN NHẬP LẠI]” ở tệp trả lời còn nguyên.',
    text_en: 'Errors of a file are told again while their marks “[CẦN NHẬP LẠI]” stand in its answer.',
    message_vi:
      'Đây là tệp trả lời, còn {count} ô mang dấu “[CẦN NHẬP LẠI]”; lỗi của lần gửi trước ở các ô đó được nhắc lại. Đề nghị nhập nội dung đúng thay cho dấu, hoặc xóa dấu nếu để trống, rồi gửi lại.',
    message_en:
      'This is an answer in which {count} cells still hold the mark “[CẦN NHẬP LẠI]” (type again); the errors told of them before are told again. Put what is right in place of the marks, or clear them, and send it again.',
  },
  {
    rule: 'SHEET_NOT_READ',
    severity: 'warning',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Bản sao của trang số liệu không được đọc và được báo lại.',
    text_en: 'A copy of the data sheet is not read, and reported.',
    message_vi:
      'Trang tính này cũng có dạng trang số liệu nhưng không được đọc; hệ thống đọc trang “{read_sheet}”. Đề nghị kiểm tra số liệu đã ở đúng trang đó.',
    message_en:
      'This sheet looks like a data sheet too but is not read; sheet “{read_sheet}” is. Check that the figures are there.',
  },
  {
    rule: 'SHEET_OF_OTHER_UNIT',
    severity: 'warning',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Trang số liệu mang tên đơn vị khác được báo lại.',
    text_en: 'A sheet of figures that is titled for another unit is reported.',
    message_vi:
      'Trang số liệu mang tên “{value}”, còn biểu mẫu được cấp cho {unit}; số liệu được nhận là của {unit}. Đề nghị kiểm tra số liệu đúng của đơn vị.',
    message_en:
      'The sheet is titled “{value}” while the form was issued to {unit_en}, whose figures these are taken for. Check that they are.',
  },
  {
    rule: 'TABLE_TOO_LARGE',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Bảng số liệu không có nhiều dòng, cột hơn hẳn biểu mẫu.',
    text_en: 'The table does not have far more rows or columns than the form.',
    message_vi:
      'Bảng số liệu có {found} dòng hoặc cột có nội dung, được nhận nhiều nhất {max}. Đề nghị chỉ giữ các dòng, cột của biểu mẫu.',
    message_en:
      'The table has {found} rows or columns with content, at most {max} are read. Keep those of the form only.',
  },
  {
    rule: 'COLUMN_MISSING',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Các cột cần đọc phải còn đủ.',
    text_en: 'The columns that are read must all be there.',
    message_vi:
      'Thiếu cột “{column}” ({label}). Đề nghị không xóa hoặc đổi mã cột; tải lại biểu mẫu và dán số liệu vào.',
    message_en:
      'Column “{column}” is missing. Do not delete columns or change their codes; download the form again and paste the figures into it.',
  },
  {
    rule: 'COLUMN_DUPLICATE',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Mỗi mã cột chỉ có một lần.',
    text_en: 'Each column code stands once.',
    message_vi: 'Mã cột “{column}” có ở hai cột, không rõ cột nào đúng. Đề nghị xóa cột thừa.',
    message_en: 'Column code “{column}” stands twice and it is not clear which is meant. Delete the extra column.',
  },
  {
    rule: 'COLUMN_UNKNOWN',
    severity: 'warning',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Cột ngoài biểu mẫu không được đọc.',
    text_en: 'Columns that are not of the form are not read.',
    message_vi: 'Mã cột “{value}” không có trong biểu mẫu; cột này không được đọc.',
    message_en: 'Column code “{value}” is not of the form; the column is not read.',
  },
  {
    rule: 'ROW_UNKNOWN',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Mỗi số liệu phải thuộc một mã của bộ chỉ số.',
    text_en: 'Each figure must belong to a code of the framework.',
    message_vi:
      'Mã “{value}” (số liệu “{figure}”) không có trong bộ chỉ số của kỳ. Đề nghị sửa lại mã hoặc bỏ dòng này.',
    message_en:
      'Code “{value}” (figure “{figure}”) is not in framework {framework_id}. Mend the code or remove the row.',
  },
  {
    rule: 'INPUT_UNKNOWN',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Số liệu của chỉ số có nhiều số liệu phải ghi rõ là số liệu nào.',
    text_en: 'Of an indicator with several figures each says which it is.',
    message_vi:
      'Mã “{value}” (số liệu “{figure}”) không cho biết là số liệu nào của “{name_vi}”. Đề nghị ghi một trong: {inputs_vi}; trong biểu mẫu ghi sau mã chỉ số và dấu “/”, trong CSV và JSON ghi ở trường input.',
    message_en:
      '“{value}” (figure “{figure}”) does not say which figure of “{name_en}” ({indicator}) it is. Write one of: {inputs}; in a form behind the code and “/”, in CSV and JSON as the field input.',
  },
  {
    rule: 'ROW_WITHOUT_CODE',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Dòng có số liệu phải có mã chỉ số.',
    text_en: 'A row with a figure must have the code of its indicator.',
    message_vi:
      'Dòng {at_row} ghi “{value}” nhưng không có mã chỉ số nên không biết là số liệu nào. Đề nghị ghi lại mã chỉ số, hoặc xóa dòng này.',
    message_en: 'Row {at_row} says “{value}” but has no indicator code. Restore the code or delete the row.',
  },
  {
    rule: 'ROW_DUPLICATE',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Mỗi số liệu chỉ kê khai một lần.',
    text_en: 'Each figure is declared once.',
    message_vi: 'Mã “{value}” (số liệu “{figure}”) trùng với dòng {other_row}. Đề nghị giữ một dòng.',
    message_en: 'Code “{value}” (figure “{figure}”) was already declared in row {other_row}. Keep one row.',
  },
  {
    rule: 'ROW_DUPLICATE_HIDDEN',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Mỗi số liệu chỉ kê khai một lần, kể cả ở dòng bị ẩn.',
    text_en: 'Each figure is declared once, hidden rows included.',
    message_vi:
      'Mã “{value}” (số liệu “{figure}”) trùng với dòng {other_row}; dòng {hidden_rows} đang bị ẩn. Đề nghị hiện dòng bị ẩn và giữ một dòng.',
    message_en:
      'Code “{value}” (figure “{figure}”) was already declared in row {other_row}; row {hidden_rows_en} is hidden. Unhide it and keep one row.',
  },
  {
    rule: 'ROW_MISSING',
    severity: 'error',
    category: 'đủ',
    since: '1',
    text_vi: 'Mọi số liệu được đánh giá trong kỳ phải có dòng kê khai.',
    text_en: 'Every figure that is assessed in the period must have its row.',
    message_vi:
      'Thiếu dòng của “{name_vi}” ({input_vi}), mã {value}. Đề nghị kê khai dòng này trong biểu mẫu được trả lại, hoặc tải lại biểu mẫu.',
    message_en:
      'The row of “{value}” ({name_en}) is missing. Fill it in in the form that is handed back, or download the form again.',
  },
  {
    rule: 'ROW_HIDDEN',
    severity: 'warning',
    category: 'sạch',
    since: '1',
    text_vi: 'Dòng bị ẩn có số liệu vẫn được đọc.',
    text_en: 'Hidden rows with figures are read.',
    message_vi:
      'Dòng {at_row} đang bị ẩn nhưng có số liệu; số liệu này vẫn được đọc. Đề nghị hiện dòng và kiểm tra lại.',
    message_en: 'Row {at_row} is hidden but holds a figure, which is read. Unhide the row and check it.',
  },
  {
    rule: 'CELL_MERGED',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Không gộp ô trong vùng số liệu.',
    text_en: 'No merged cells among the figures.',
    message_vi: 'Ô nằm trong vùng gộp {range}, không rõ số liệu thuộc dòng nào. Đề nghị bỏ gộp ô và nhập từng dòng.',
    message_en:
      'The cell is part of the merged range {range}, so it is not clear which row it belongs to. Unmerge it and fill in each row.',
  },
  {
    rule: 'NOT_COLLECTED',
    severity: 'warning',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Số liệu của chỉ số không thuộc diện thu thập đối với đơn vị trong kỳ không được dùng.',
    text_en: 'Figures of indicators that are not collected in the period, or do not apply to the unit, are not used.',
    message_vi:
      'Chỉ số “{name_vi}” không thuộc diện thu thập đối với đơn vị trong kỳ này; số liệu “{value}” không được dùng.',
    message_en:
      'Indicator “{indicator}” is not collected from the unit in this period; the figure “{value}” is not used.',
  },
];

import type { RuleEntry } from '../../rule-entry.ts';

/** What stands in one cell or field. */
export const valueRules: readonly RuleEntry[] = [
  {
    rule: 'MARK_LEFT',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Dấu “[CẦN NHẬP LẠI]” của tệp trả lời không được còn trong biểu mẫu gửi lại.',
    text_en: 'No mark “[CẦN NHẬP LẠI]” (type again) of an answer is left in a form that is sent again.',
    message_vi:
      'Ô còn dấu “[CẦN NHẬP LẠI]” của tệp trả lời ({value}). Đề nghị nhập nội dung đúng thay cho cả dấu, hoặc xóa ô nếu để trống.',
    message_en:
      'The cell still holds the mark “[CẦN NHẬP LẠI]” (type again) of an answer ({value}). Put what is right in place of it, or clear the cell if it is to be empty.',
  },
  {
    rule: 'CELL_ERROR_VALUE',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Ô không được chứa giá trị lỗi của Excel.',
    text_en: 'A cell may not hold an Excel error.',
    message_vi: 'Ô có giá trị lỗi {value}. Đề nghị nhập lại giá trị.',
    message_en: 'The cell holds the error {value}. Type the value again.',
  },
  {
    rule: 'FORMULA_USED',
    severity: 'warning',
    category: 'sạch',
    since: '1',
    text_vi: 'Công thức trong ô nhập được đọc theo giá trị đã lưu.',
    text_en: 'A formula in an input is read as the value that was saved with it.',
    message_vi:
      'Ô là công thức; hệ thống lấy giá trị đã lưu là {value}. Đề nghị kiểm tra và dán giá trị thay cho công thức.',
    message_en:
      'The cell is a formula; the saved value {value} was taken. Check it and paste the value in place of the formula.',
  },
  {
    rule: 'FORMULA_NO_VALUE',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Công thức phải có giá trị đã lưu.',
    text_en: 'A formula must have a saved value.',
    message_vi:
      'Ô là công thức chưa có giá trị được lưu. Đề nghị mở tệp bằng Excel, dán giá trị thay cho công thức và lưu lại.',
    message_en:
      'The cell is a formula without a saved value. Open the file in Excel, paste the value in place of the formula and save.',
  },
  {
    rule: 'FORMULA_EXTERNAL',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Công thức không được lấy dữ liệu từ tệp hoặc dịch vụ khác.',
    text_en: 'A formula may not take data from another file or service.',
    message_vi:
      'Công thức lấy dữ liệu từ tệp hoặc dịch vụ khác nên không kiểm tra được. Đề nghị dán giá trị thay cho công thức.',
    message_en:
      'The formula takes data from another file or service and cannot be checked. Paste the value in place of the formula.',
  },
  {
    rule: 'NOT_NUMBER',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Số liệu phải là số.',
    text_en: 'A figure must be a number.',
    message_vi: 'Giá trị “{value}” chưa phải là số. Đề nghị nhập dạng {example}.',
    message_en: '“{value}” is not a number. Write it like {example_en}.',
  },
  {
    rule: 'FIGURE_IN_WORDS',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Nơi không có số liệu thì để trống, không ghi chữ hoặc dấu.',
    text_en: 'Where there is no figure nothing is written, neither a word nor a mark.',
    message_vi:
      'Ô số liệu ghi “{value}”. Nếu không có số liệu, đề nghị để trống và nêu lý do ở ghi chú; nếu giá trị bằng không thì ghi 0.',
    message_en:
      'The figure says “{value}”. If there is none, leave it empty and say why in the note; if it is zero, write 0.',
  },
  {
    rule: 'DATE_NOT_NUMBER',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Ô số liệu không được định dạng ngày tháng.',
    text_en: 'The cell of a figure is not formatted as a date.',
    message_vi:
      'Ô đang là ngày tháng, không phải số (bảng tính tự đổi khi gõ 1/2 hoặc 12-5). Đề nghị đổi định dạng ô sang Số (Number) rồi nhập lại dạng {example}.',
    message_en:
      'The cell is a date, not a number (spreadsheets make one of 1/2 or 12-5). Format the cell as Number and type it again like {example_en}.',
  },
  {
    rule: 'NOT_DATE',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Ngày tháng trong ô văn bản phải từ năm 2000.',
    text_en: 'A date in a cell of text is of the year 2000 or later.',
    message_vi:
      'Ô có định dạng ngày tháng nhưng giá trị không phải ngày từ năm 2000 trở lại đây. Đề nghị đổi định dạng ô sang Văn bản (Text) rồi nhập lại.',
    message_en:
      'The cell is formatted as a date but its value is no day since 2000. Format the cell as Text and type it again.',
  },
  {
    rule: 'NUMBER_AMBIGUOUS',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Số ghi dạng chữ phải hiểu được theo một cách duy nhất.',
    text_en: 'A number typed as text must have one reading only.',
    message_vi:
      'Giá trị “{value}” hiểu được theo hai cách: phần nghìn hoặc phần thập phân. Đề nghị nhập lại dạng {example}, không dùng dấu ngăn cách hàng nghìn.',
    message_en:
      '“{value}” has two readings: thousands or decimals. Write it like {example_en}, without a thousands separator.',
  },
  {
    rule: 'NUMBER_UNDERSTOOD',
    severity: 'warning',
    category: 'sạch',
    since: '1',
    text_vi: 'Số ghi theo cách khác được hiểu và báo lại.',
    text_en: 'A number in another notation is understood and reported.',
    message_vi: 'Giá trị “{value}” được hiểu là {understood}. Đề nghị kiểm tra lại.',
    message_en: '“{value}” was understood as {understood_en}. Please check.',
  },
  {
    rule: 'NOT_PERCENT',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Tỷ lệ phần trăm lớn hơn 1 phải ghi kèm dấu %.',
    text_en: 'A percentage above 1 must be written with the % sign.',
    message_vi: 'Giá trị {number} ở cột phần trăm không rõ là bao nhiêu phần trăm. Đề nghị ghi dạng {example}.',
    message_en: '{number_en} in a percent column is not clear. Write it like {example_en}.',
  },
  {
    rule: 'RICH_TEXT_NUMBER',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Số không được có chữ số trên hoặc định dạng từng phần.',
    text_en: 'A number may not be formatted in parts.',
    message_vi:
      'Giá trị “{value}” có phần định dạng riêng (chữ nhỏ phía trên chẳng hạn) nên không chắc là số nào. Đề nghị xóa ô và nhập lại.',
    message_en:
      '“{value}” is formatted in parts (a superscript, perhaps), so the number is not certain. Clear the cell and type it again.',
  },
  {
    rule: 'NOT_INTEGER',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Số đếm phải là số nguyên; hệ thống không tự làm tròn.',
    text_en: 'A count is a whole number; nothing is rounded silently.',
    message_vi: 'Giá trị {number} không phải số nguyên. Đề nghị kiểm tra lại đơn vị tính và nhập số nguyên.',
    message_en: '{number_en} is not a whole number. Check the unit of measure and type a whole number.',
  },
  {
    rule: 'TOO_MANY_DECIMALS',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Số liệu không có nhiều chữ số thập phân hơn quy định; hệ thống không tự làm tròn.',
    text_en: 'A figure has no more decimals than allowed; nothing is rounded silently.',
    message_vi:
      'Giá trị {number} có {found} chữ số thập phân, được nhận nhiều nhất {allowed}. Đề nghị đơn vị tự làm tròn và nhập lại.',
    message_en: '{number_en} has {found} decimals, more than {allowed}. Round it and type it again.',
  },
  {
    rule: 'TOO_MANY_DIGITS',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Số liệu có nhiều nhất 14 chữ số, kể cả các chữ số thập phân mà chỉ số cho phép.',
    text_en: 'A figure has at most 14 digits, counting every decimal that its indicator allows.',
    message_vi: 'Phần nguyên của {number} có nhiều hơn {allowed} chữ số. Đề nghị kiểm tra lại đơn vị tính.',
    message_en: 'The whole part of {number_en} has more than {allowed} digits. Check the unit of measure.',
  },
  {
    rule: 'OUT_OF_RANGE',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Số liệu phải nằm trong khoảng cho phép.',
    text_en: 'A figure must be within its bounds.',
    message_vi: 'Giá trị {number} nằm ngoài khoảng cho phép ({bounds}). Đề nghị kiểm tra và nhập lại.',
    message_en: '{number_en} is out of bounds ({bounds_en}). Check it and type it again.',
  },
  {
    rule: 'NOT_IN_LIST',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Giá trị của ô có danh sách phải chọn trong danh sách.',
    text_en: 'Where there is a list, the value must be one of it.',
    message_vi: 'Giá trị “{value}” không có trong danh sách: {choices}. Đề nghị chọn lại.',
    message_en: '“{value}” is not in the list: {choices_en}. Choose one of them.',
  },
  {
    rule: 'TEXT_LONG',
    severity: 'warning',
    category: 'sạch',
    since: '1',
    text_vi: 'Tài liệu kiểm chứng, ghi chú ghi gọn.',
    text_en: 'Evidence and notes are brief.',
    message_vi:
      'Nội dung dài {found} ký tự, khi in không hiện hết. Đề nghị ghi gọn dưới {max} ký tự, chi tiết để trong tài liệu kiểm chứng; nội dung này không chặn việc nộp.',
    message_en:
      'The text has {found} characters and is cut in print. Keep it below {max} and leave details to the evidence; this does not block.',
  },
  {
    rule: 'INVISIBLE_REMOVED',
    severity: 'warning',
    category: 'sạch',
    since: '1',
    text_vi: 'Ký tự ẩn trong ô được bỏ và báo lại.',
    text_en: 'Invisible characters are removed and reported.',
    message_vi:
      'Ô có ký tự ẩn (thường do dán từ nơi khác); hệ thống đã bỏ các ký tự này và đọc là “{value}”. Đề nghị kiểm tra lại.',
    message_en:
      'The cell held invisible characters (often from pasting); they were removed and it was read as “{value}”. Please check.',
  },
];

import type { RuleEntry } from '../../rule-entry.ts';
import type { QualityCategory } from '../../submission.ts';

type Words = Pick<RuleEntry, 'text_vi' | 'text_en' | 'message_vi' | 'message_en'>;
type Message = Pick<RuleEntry, 'message_vi' | 'message_en'>;

const resave: Message = {
  message_vi: 'Tệp tải lên không đầy đủ hoặc đã hỏng. Đề nghị mở tệp, lưu lại rồi gửi lại.',
  message_en: 'The file is incomplete or damaged. Open it, save it again and send it again.',
};
const newTemplate: Message = {
  message_vi: 'Cấu trúc bên trong tệp không hợp lệ nên hệ thống từ chối. Đề nghị tải biểu mẫu mới rồi dán số liệu vào.',
  message_en:
    'The inner structure of the file is not valid, so it is refused. Download a new form and paste the figures.',
};
const tooLarge: Message = {
  message_vi:
    'Nội dung tệp quá lớn so với biểu mẫu. Đề nghị dùng biểu mẫu gốc, xóa các dòng, hình ảnh và định dạng thừa.',
  message_en:
    'The content is far larger than the form. Use the original form; delete surplus rows, pictures and formats.',
};
const tooManyRows: Message = {
  message_vi:
    'Trang tính “{sheet}” có quá nhiều dòng hoặc ô ({found}, tối đa {max}). Đề nghị xóa các dòng trống có định dạng ở cuối bảng.',
  message_en: 'Sheet “{sheet}” has too many rows or cells ({found}, at most {max}). Delete formatted blank rows below.',
};
const openAndSave: Message = {
  message_vi: 'Không đọc được các trang tính trong tệp. Đề nghị mở bằng Excel, lưu lại rồi gửi lại.',
  message_en: 'The sheets of the file cannot be read. Open it in Excel, save it and send it again.',
};

function ask(category: QualityCategory, text_vi: string, text_en: string, message: Message) {
  return { severity: 'error' as RuleEntry['severity'], category, since: '1', text_vi, text_en, ...message };
}
const format = (words: Words) => ask('dùng chung', words.text_vi, words.text_en, words);

const entries = {
  FILE_EMPTY: ask('đủ', 'Tệp có nội dung', 'The file has content', {
    message_vi: 'Tệp rỗng. Đề nghị chọn lại tệp đã lưu.',
    message_en: 'The file is empty. Choose the saved file again.',
  }),
  FILE_TOO_BIG: ask('sạch', 'Tệp không quá giới hạn dung lượng', 'The file is within the size limit', {
    message_vi: 'Tệp lớn hơn {max} MB. Đề nghị xóa hình ảnh, trang tính thừa rồi gửi lại.',
    message_en: 'The file is larger than {max} MB. Delete pictures and surplus sheets, then send it again.',
  }),
  FILE_ENCRYPTED: format({
    text_vi: 'Tệp không đặt mật khẩu mở',
    text_en: 'The file has no password to open',
    message_vi:
      'Tệp đang đặt mật khẩu mở. Đề nghị vào Tệp > Thông tin > Bảo vệ sổ làm việc, bỏ mật khẩu, lưu rồi gửi lại.',
    message_en: 'The file has a password to open. In File > Info > Protect Workbook remove it, save and send again.',
  }),
  FILE_XLS_OLD: format({
    text_vi: 'Tệp không phải định dạng Excel 97–2003',
    text_en: 'The file is not of Excel 97–2003',
    message_vi: 'Tệp ở định dạng Excel 97–2003 (.xls). Đề nghị chọn Lưu thành > Excel Workbook (.xlsx) rồi gửi lại.',
    message_en:
      'The file is an Excel 97–2003 workbook (.xls). Choose Save As > Excel Workbook (.xlsx) and send it again.',
  }),
  FILE_NOT_XLSX: format({
    text_vi: 'Tệp là sổ làm việc .xlsx',
    text_en: 'The file is an .xlsx workbook',
    message_vi:
      'Tệp không phải .xlsx (nhận dạng: {kind}). Đổi đuôi tệp không đổi được định dạng; đề nghị lưu lại bằng Excel.',
    message_en: 'The file is not .xlsx (recognised as: {kind}). Renaming does not convert it; save it with Excel.',
  }),
  ZIP_TRUNCATED: ask('đủ', 'Tệp được tải lên trọn vẹn', 'The file arrived whole', resave),
  ZIP_TRAILING_JUNK: ask('sạch', 'Không có dữ liệu lạ sau tệp', 'Nothing follows the archive', resave),
  ZIP_PREFIX_JUNK: ask('sạch', 'Không có dữ liệu lạ trước tệp', 'Nothing precedes the archive', resave),
  ZIP_64: ask('sạch', 'Tệp nén thường, không phải zip64', 'A plain zip, not zip64', resave),
  ZIP_TOO_MANY_ENTRIES: ask('sạch', 'Số thành phần trong giới hạn', 'The parts are within limits', newTemplate),
  ZIP_BAD_METHOD: ask('sạch', 'Chỉ nén theo cách thông dụng', 'Only stored or deflated parts', newTemplate),
  ZIP_ENCRYPTED_ENTRY: ask('sạch', 'Không thành phần nào bị mã hóa', 'No part is encrypted', newTemplate),
  ZIP_NAME_MISMATCH: ask('sạch', 'Tên thành phần thống nhất', 'Names agree in both places', newTemplate),
  ZIP_OVERLAP: ask('sạch', 'Các thành phần không chồng nhau', 'Parts do not overlap', newTemplate),
  ZIP_BAD_NAME: ask('sạch', 'Tên thành phần hợp lệ', 'Names of parts are legal', newTemplate),
  ZIP_DUPLICATE_NAME: ask('sạch', 'Tên thành phần không trùng', 'Names of parts are unique', newTemplate),
  ZIP_PART_TOO_BIG: ask('sạch', 'Mỗi thành phần trong giới hạn', 'Each part is within limits', tooLarge),
  ZIP_TOTAL_TOO_BIG: ask('sạch', 'Tổng dung lượng trong giới hạn', 'The whole is within limits', tooLarge),
  ZIP_RATIO: ask('sạch', 'Tỷ lệ nén bình thường', 'An ordinary ratio of compression', tooLarge),
  FILE_ODS: format({
    text_vi: 'Tệp không phải định dạng OpenDocument',
    text_en: 'The file is not OpenDocument',
    message_vi: 'Tệp là OpenDocument (ODS). Đề nghị lưu thành .xlsx rồi gửi lại.',
    message_en: 'The file is OpenDocument (ODS). Save it as .xlsx and send it again.',
  }),
  FILE_XLSB: format({
    text_vi: 'Tệp không phải định dạng nhị phân .xlsb',
    text_en: 'The file is not a binary .xlsb',
    message_vi: 'Tệp là .xlsb. Đề nghị lưu thành .xlsx rồi gửi lại.',
    message_en: 'The file is .xlsb. Save it as .xlsx and send it again.',
  }),
  FILE_MACRO: ask('sạch', 'Tệp không có macro, đối tượng nhúng', 'No macros, no embedded objects', {
    message_vi:
      'Tệp có macro hoặc đối tượng nhúng (tệp khác chèn vào). Đề nghị xóa đối tượng nhúng, lưu thành Excel Workbook (.xlsx), không macro, rồi gửi lại.',
    message_en:
      'The file holds macros or embedded objects (other files put into it). Delete these and save it as Excel Workbook (.xlsx) without macros.',
  }),
  ZIP_SIZE_LIE: ask('sạch', 'Kích thước khai báo đúng', 'Declared sizes are true', resave),
  ZIP_CORRUPT: ask('đủ', 'Giải nén được', 'The archive can be unpacked', resave),
  ZIP_CRC: ask('đủ', 'Mã kiểm tra khớp', 'Checksums agree', resave),
  XML_NOT_UTF8: ask('sạch', 'Nội dung mã hóa UTF-8', 'Parts are in UTF-8', newTemplate),
  XML_DOCTYPE: ask('sạch', 'Không khai báo DOCTYPE', 'No DOCTYPE', newTemplate),
  XML_BAD: ask('sạch', 'XML đúng cú pháp', 'Well-formed XML', newTemplate),
  FILE_STRICT_OOXML: format({
    text_vi: 'Tệp không ở dạng Strict Open XML',
    text_en: 'The file is not Strict Open XML',
    message_vi: 'Tệp lưu ở dạng “Strict Open XML”. Đề nghị chọn Lưu thành > Excel Workbook (.xlsx) thường rồi gửi lại.',
    message_en: 'The file is “Strict Open XML”. Choose Save As > Excel Workbook (.xlsx), the ordinary one.',
  }),
  FILE_BROKEN: ask('đủ', 'Đọc được các trang tính', 'The sheets can be read', openAndSave),
  TOO_MANY_SHEETS: ask('sạch', 'Số trang tính trong giới hạn', 'The sheets are within limits', {
    message_vi: 'Tệp có {found} trang tính, tối đa {max}. Đề nghị xóa các trang tính thừa rồi gửi lại.',
    message_en: 'The file has {found} sheets, at most {max}. Delete the surplus ones and send it again.',
  }),
  TOO_MANY_ROWS: ask('sạch', 'Số dòng trong giới hạn', 'The rows are within limits', tooManyRows),
  TOO_MANY_CELLS: ask('sạch', 'Số ô trong giới hạn', 'The cells are within limits', tooManyRows),
  TOO_MANY_STRINGS: ask('sạch', 'Lượng văn bản trong giới hạn', 'The texts are within limits', tooLarge),
  TEXT_TOTAL_TOO_LONG: ask('sạch', 'Tổng lượng văn bản trong giới hạn', 'All texts together are within limits', {
    message_vi:
      'Văn bản trong các ô cộng lại quá dài (tối đa {max} ký tự); ô này dài nhất, {found} ký tự. Đề nghị ghi gọn, chi tiết để trong tài liệu kiểm chứng.',
    message_en:
      'The texts of all cells are too long together (at most {max} characters); this cell has the longest, {found}. Write briefly and leave details to the evidence.',
  }),
  CELL_TEXT_TOO_LONG: ask('sạch', 'Văn bản của ô không quá dài', 'The text of a cell is not too long', {
    message_vi: 'Có ô chứa văn bản dài hơn {max} ký tự. Đề nghị rút gọn rồi gửi lại.',
    message_en: 'A cell holds a text of more than {max} characters. Shorten it and send the file again.',
  }),
  TEXT_TOO_MANY_MARKS: ask('sạch', 'Chữ không chồng dấu bất thường', 'Letters carry a sensible number of marks', {
    message_vi: 'Có văn bản chồng hơn {max} dấu lên một chữ. Đề nghị gõ lại văn bản đó rồi gửi lại.',
    message_en: 'A text stacks more than {max} marks on one letter. Type it again and send the file again.',
  }),
  BAD_REF: ask('sạch', 'Địa chỉ dòng, cột, ô hợp lệ', 'Legal addresses of rows, columns and cells', {
    message_vi:
      'Trang tính “{sheet}” có địa chỉ dòng, cột hoặc ô không hợp lệ. Đề nghị mở bằng Excel, lưu lại rồi gửi lại.',
    message_en: 'Sheet “{sheet}” has an illegal row, column or cell address. Open it in Excel, save and send it again.',
  }),
  TOO_MANY_MERGES: ask('sạch', 'Ô gộp trong giới hạn, không chồng nhau', 'Few merged cells, none overlapping', {
    message_vi: 'Trang tính “{sheet}” gộp quá nhiều ô hoặc gộp chồng lên nhau. Đề nghị bỏ gộp ô trong vùng số liệu.',
    message_en: 'Sheet “{sheet}” merges too many cells, or merges overlap. Unmerge the cells of the data area.',
  }),
  LINKS_DROPPED: {
    ...ask('thống nhất', 'Tệp không liên kết tới tệp khác', 'No links to other files', {
      message_vi: 'Tệp có liên kết tới tệp khác; hệ thống chỉ dùng giá trị đã lưu.',
      message_en: 'The file links to other files; only the saved values are used.',
    }),
    severity: 'warning',
  },
} satisfies Record<string, Omit<RuleEntry, 'rule'>>;

export type GuardRule = keyof typeof entries;

/** Checks 1–18 of an uploaded file, in the order in which they are made. */
export const guardRules: RuleEntry[] = Object.entries(entries).map(([rule, entry]) => ({ rule, ...entry }));

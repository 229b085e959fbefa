import type { RuleEntry } from '../../rule-entry.ts';

/** JSON and CSV, for units whose own systems report. */
export const tableRules: readonly RuleEntry[] = [
  {
    rule: 'TABLE_NOT_READ',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Số liệu gửi dạng CSV hoặc JSON phải đúng cú pháp.',
    text_en: 'Figures sent as CSV or JSON must be well-formed.',
    message_vi:
      'Không đọc được dữ liệu {format}. Đề nghị gửi {format} đúng cú pháp: JSON là danh sách các dòng, mỗi dòng có indicator và value; CSV có dòng tiêu đề.',
    message_en:
      'The {format} data cannot be read. Send well-formed {format}: JSON is a list of rows with indicator and value, CSV has a header.',
  },
  {
    rule: 'TABLE_NOT_UTF8',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Dữ liệu CSV hoặc JSON mã hóa UTF-8, không có ký tự đã mất (U+FFFD).',
    text_en: 'CSV or JSON is in UTF-8, without characters that were lost (U+FFFD).',
    message_vi:
      'Dữ liệu không phải UTF-8 nên có ký tự bị mất. Đề nghị lưu lại dạng UTF-8 (trong Excel: “CSV UTF-8”) rồi gửi lại.',
    message_en:
      'The data is not UTF-8 and characters were lost. Save it as UTF-8 (in Excel: “CSV UTF-8”) and send it again.',
  },
  {
    rule: 'CSV_DELIMITERS_MIXED',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Tệp CSV dùng một dấu ngăn cách, dấu phẩy hoặc dấu chấm phẩy.',
    text_en: 'A CSV file has one delimiter, commas or semicolons.',
    message_vi:
      'Dòng này có dấu ngăn cách khác với tệp: cả dấu phẩy và dấu chấm phẩy đều được dùng. Đề nghị dùng một dấu cho cả tệp.',
    message_en: 'Both commas and semicolons separate fields here. Use one of them in the whole file.',
  },
  {
    rule: 'CSV_DECIMALS_MIXED',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Trong tệp CSV ngăn cách bằng dấu chấm phẩy, mọi số dùng cùng một dấu thập phân.',
    text_en: 'In a CSV file with semicolons all figures have the same decimal separator.',
    message_vi:
      'Giá trị “{value}” và “{first}” (dòng {first_row}) dùng hai dấu thập phân khác nhau. Đề nghị dùng dấu phẩy cho cả tệp.',
    message_en:
      '“{value}” and “{first}” (row {first_row}) have different decimal separators. Use one in the whole file.',
  },
  {
    rule: 'FIELD_UNKNOWN',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Số liệu chỉ có các trường đã quy định, mỗi trường một lần.',
    text_en: 'Figures have the known fields only, each once.',
    message_vi:
      'Trường “{value}” không có trong quy định hoặc bị lặp. Các trường được nhận: indicator, input, value, evidence, note; JSON nhận thêm from.',
    message_en:
      'Field “{value}” is not known, or stands twice. Fields are: indicator, input, value, evidence, note; in JSON from too.',
  },
  {
    rule: 'FIELD_MISSING',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Số liệu phải có trường indicator và value.',
    text_en: 'Figures must have the fields indicator and value.',
    message_vi: 'Thiếu trường “{name}”. Các trường được nhận: indicator, input, value, evidence, note.',
    message_en: 'Field “{name}” is missing. Fields are: indicator, input, value, evidence, note.',
  },
  {
    rule: 'FIELD_NOT_TEXT',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Giá trị của trường là chuỗi hoặc số.',
    text_en: 'The value of a field is a string or a number.',
    message_vi: 'Trường này phải là chuỗi hoặc số. Đề nghị sửa lại.',
    message_en: 'This field must be a string or a number. Mend it.',
  },
  {
    rule: 'FIGURE_SOURCE',
    severity: 'error',
    category: 'thống nhất',
    since: '2',
    text_vi: 'Trường from nêu đúng ô hoặc dòng của số liệu đó trong một lần gửi trước của đơn vị.',
    text_en: 'The field from names the place of that very figure in an earlier receipt of the unit.',
    message_vi:
      'Trường “from” chưa nêu đúng chỗ của số liệu này trong lần gửi trước. Đề nghị ghi lần gửi (receipt) kèm trang tính và ô (biểu mẫu) hoặc kèm dòng (JSON, CSV) đúng như lần gửi đó, hoặc bỏ trường này.',
    message_en:
      'The field “from” is not where this figure stands in an earlier receipt. Give receipt with sheet and cell (a form) or with row (JSON, CSV) as in that receipt, or leave it out.',
  },
  {
    rule: 'RECORD_MISSING',
    severity: 'error',
    category: 'đủ',
    since: '1',
    text_vi: 'CSV hoặc JSON phải có mọi số liệu được đánh giá trong kỳ.',
    text_en: 'CSV or JSON holds every figure that is assessed in the period.',
    message_vi:
      'Dữ liệu gửi lên chưa có “{name_vi}” ({input_vi}), mã {value}. Đề nghị bổ sung bản ghi này rồi gửi lại; nếu giá trị bằng không thì ghi 0.',
    message_en:
      'The data sent has no record of “{name_en}”, code {value}. Add it and send it again; if the figure is zero, write 0.',
  },
  {
    rule: 'FIELD_COUNT',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Dòng CSV không có nhiều trường hơn dòng tiêu đề.',
    text_en: 'A CSV line has no more fields than the header.',
    message_vi:
      'Dòng có {found} trường, tiêu đề có {expected}. Đề nghị đặt văn bản có dấu ngăn cách trong dấu ngoặc kép.',
    message_en:
      'The line has {found} fields, the header {expected}. Put text that holds a delimiter between double quotes.',
  },
];

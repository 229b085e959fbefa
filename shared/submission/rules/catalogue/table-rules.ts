import type { RuleEntry } from '../../rule-entry.ts';

/** JSON and CSV, for units whose own systems report. */
export const tableRules: readonly RuleEntry[] = [
  {
    rule: 'TABLE_NOT_READ',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Số liệu gửi dạng CSV hoặc JSON phải đọc được, mã hóa UTF-8.',
    text_en: 'Figures sent as CSV or JSON must be readable, in UTF-8.',
    message_vi: 'Không đọc được dữ liệu {format}. Đề nghị gửi {format} mã hóa UTF-8 đúng cú pháp.',
    message_en: 'The {format} data cannot be read. Send well-formed {format} in UTF-8.',
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
    rule: 'FIELD_UNKNOWN',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Số liệu chỉ có các trường đã quy định, mỗi trường một lần.',
    text_en: 'Figures have the known fields only, each once.',
    message_vi:
      'Trường “{value}” không có trong quy định hoặc bị lặp. Các trường được nhận: indicator, input, value, evidence, note.',
    message_en: 'Field “{value}” is not known, or stands twice. Fields are: indicator, input, value, evidence, note.',
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
    message_vi: 'Dòng có {found} trường, tiêu đề có {expected}. Đề nghị đặt văn bản có dấu phẩy trong dấu ngoặc kép.',
    message_en:
      'The line has {found} fields, the header {expected}. Put text that holds a comma between double quotes.',
  },
];

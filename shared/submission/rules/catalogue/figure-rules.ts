import type { RuleEntry } from '../../rule-entry.ts';

/**
 * What figures say together: each has its file beside this folder. Messages name the indicator, for a figure that a part
 * leaves standing has no place in the file.
 */
export const figureRules: readonly RuleEntry[] = [
  {
    rule: 'NOTHING_DECLARED',
    severity: 'error',
    category: 'đủ',
    since: '1',
    text_vi: 'Bản nộp phải có ít nhất một số liệu.',
    text_en: 'A submission has at least one figure.',
    message_vi:
      'Bản nộp chưa kê khai số liệu nào. Đề nghị ghi số liệu vào cột “Số liệu kê khai” (trường value) rồi gửi lại; nếu giá trị bằng không thì ghi 0.',
    message_en:
      'The submission declares no figure at all. Fill in the column of figures (the field value) and send it again; if a figure is zero, write 0.',
  },
  {
    rule: 'MISSING_VALUE',
    severity: 'error',
    category: 'đủ',
    since: '1',
    text_vi: 'Mọi số liệu được đánh giá trong kỳ phải có giá trị.',
    text_en: 'Every figure that is assessed in the period must have a value.',
    message_vi: 'Chưa có giá trị của “{name_vi}” ({input_vi}). Đề nghị bổ sung; nếu giá trị bằng không thì ghi 0.',
    message_en: 'There is no value for “{name_en}” ({indicator}, {input}). Fill it in; if it is zero, write 0.',
  },
  {
    rule: 'UNANSWERED',
    severity: 'warning',
    category: 'đủ',
    since: '1',
    text_vi: 'Chỉ số không kê khai, nơi bộ chỉ số cho phép, không có điểm và được báo lại.',
    text_en: 'An indicator left unanswered, where the framework allows it, earns nothing and is reported.',
    message_vi: 'Chưa kê khai “{name_vi}”; chỉ số này sẽ không có điểm. Đề nghị bổ sung nếu có số liệu.',
    message_en: '“{name_en}” ({indicator}) is not answered and will earn no points. Fill it in if there are figures.',
  },
  {
    rule: 'FIGURE_WITHDRAWN',
    severity: 'error',
    category: 'đủ',
    since: '1',
    text_vi: 'Số liệu đã được tiếp nhận chỉ được bỏ khi có lý do ở cột ghi chú.',
    text_en: 'A figure that was accepted is left out only with a reason in the note.',
    message_vi:
      'Lần gửi {receipt} có “{name_vi}” ({input_vi}) là {was}; bản này không có. Đề nghị ghi lại số liệu, hoặc nêu lý do bỏ số liệu ở cột ghi chú.',
    message_en:
      'Submission {receipt} had “{name_en}” ({indicator}, {input}) at {was_en}; this one leaves it out. Write the figure again, or say in the note why it is left out.',
  },
  {
    rule: 'EVIDENCE_MISSING',
    severity: 'error',
    category: 'đủ',
    since: '1',
    text_vi: 'Chỉ số cần tài liệu kiểm chứng phải có tài liệu.',
    text_en: 'An indicator that needs evidence must name it.',
    message_vi: 'Chưa có tài liệu kiểm chứng của “{name_vi}”. Đề nghị ghi số, ngày, tên văn bản hoặc địa chỉ truy cập.',
    message_en:
      'There is no evidence for “{name_en}” ({indicator}). Give number, date and title of the document, or its address.',
  },
  {
    rule: 'EVIDENCE_EMPTY_WORDS',
    severity: 'warning',
    category: 'sạch',
    since: '1',
    text_vi: 'Nơi không có tài liệu kiểm chứng thì để trống, không ghi chữ hoặc dấu.',
    text_en: 'Where there is no evidence nothing is written, neither a word nor a mark.',
    message_vi:
      'Tài liệu kiểm chứng của “{name_vi}” ({indicator}) ghi “{value}”, được hiểu là không có. Đề nghị để trống, hoặc ghi số, ngày, tên văn bản, địa chỉ truy cập; nội dung này không chặn việc nộp.',
    message_en:
      'The evidence for “{name_en}” ({indicator}) says “{value}”, which is read as none. Leave it empty, or give number, date and title of the document, or its address; this does not block.',
  },
  {
    rule: 'NUMERATOR_ABOVE_DENOMINATOR',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Tử số không lớn hơn mẫu số, khi cả hai cùng đơn vị tính.',
    text_en: 'A numerator is not greater than its denominator, where both count the same.',
    message_vi:
      '“{name_vi}”: tử số a = {number} lớn hơn mẫu số b = {denominator}. Đề nghị kiểm tra lại cả hai giá trị.',
    message_en:
      '“{name_en}” ({indicator}): the numerator a = {number_en} is greater than the denominator b = {denominator_en}. Check both.',
  },
  {
    rule: 'JUMP_AGAINST_RELEASE',
    severity: 'warning',
    category: 'sống',
    since: '1',
    text_vi: 'Giá trị khác xa đợt công bố trước được báo để đơn vị rà soát; không chặn việc nộp.',
    text_en: 'A value far from the last release is reported for review; it does not block.',
    message_vi:
      '“{name_vi}” ({input_vi}): giá trị {number}, đợt công bố {release_vi} là {previous}. Đề nghị kiểm tra hoặc ghi lý do ở cột ghi chú; nội dung này không chặn việc nộp.',
    message_en:
      '“{name_en}” ({indicator}, {input}): the value is {number_en}; in release {release} it was {previous_en}. Check it, or give the reason in the note; this does not block.',
  },
  {
    rule: 'YEAR_BEFORE_DIFFERS',
    severity: 'warning',
    category: 'thống nhất',
    since: '1',
    text_vi:
      'Giá trị cùng kỳ năm trước khác với giá trị đơn vị đã kê khai cho kỳ đó được báo lại; không chặn việc nộp.',
    text_en:
      'A value of the same period of last year that differs from what the unit declared for that period is reported; it does not block.',
    message_vi:
      '“{name_vi}”: giá trị cùng kỳ năm trước ghi {number}, đơn vị đã kê khai cho kỳ đó là {known} ({source}). Đề nghị kiểm tra hoặc ghi lý do ở cột ghi chú; nội dung này không chặn việc nộp.',
    message_en:
      '“{name_en}” ({indicator}): the value of the same period of last year is {number_en}; for that period the unit declared {known_en} ({source_en}). Check it, or give the reason in the note; this does not block.',
  },
];

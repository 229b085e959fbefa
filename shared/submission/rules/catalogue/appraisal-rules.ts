import type { RuleEntry } from '../../rule-entry.ts';

/** The ministry's appraisal workbook; its cells are read by the same rules as a form's. */
export const appraisalRules: readonly RuleEntry[] = [
  {
    rule: 'APPRAISAL_UNKNOWN',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Tệp thẩm định phải là bảng thẩm định do hệ thống cấp cho nhóm và kỳ.',
    text_en: 'An appraisal must be the workbook issued by the system for the group and the period.',
    message_vi:
      'Tệp không phải bảng thẩm định do hệ thống cấp cho bộ chỉ số của kỳ. Đề nghị tải lại bảng thẩm định và nhập vào đó.',
    message_en:
      "This is not an appraisal workbook issued for the period's framework. Download it again and fill it in there.",
  },
  {
    rule: 'APPRAISAL_OUTDATED',
    severity: 'error',
    category: 'sống',
    since: '1',
    text_vi: 'Bảng thẩm định phải theo mẫu hiện hành.',
    text_en: 'An appraisal workbook must be of the present layout.',
    message_vi:
      'Bảng thẩm định này do phiên bản trước của hệ thống cấp nên không cho biết đã thẩm định đến đâu. Đề nghị tải lại bảng thẩm định và chép điểm, lý do sang đó.',
    message_en:
      'This workbook was issued by an earlier version of the system and does not tell what stood then. Download it again and copy points and reasons there.',
  },
  {
    rule: 'APPRAISAL_OF_OTHER_BODY',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Chỉ thẩm định chỉ số do cơ quan của người thẩm định kiểm chứng.',
    text_en: "An appraiser decides on indicators of the appraiser's own verifying bodies.",
    message_vi:
      'Chỉ số “{name_vi}” không thuộc cơ quan kiểm chứng mà tài khoản được giao. Đề nghị để điểm và lý do ở dòng này như khi được cấp.',
    message_en:
      'Indicator “{name_en}” is not verified by a body of this account. Leave points and reason of this row as they were issued.',
  },
  {
    rule: 'APPRAISAL_ROW_UNKNOWN',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Mỗi dòng thẩm định phải thuộc một chỉ số được chấm điểm của một đơn vị đã nộp.',
    text_en: 'Each appraisal belongs to an indicator that counts, of a unit that has submitted.',
    message_vi:
      'Không có chỉ số được chấm điểm ứng với “{value}”. Đề nghị sửa lại mã đơn vị và mã chỉ số, hoặc xóa điểm và lý do ở dòng này.',
    message_en:
      'Nothing that counts goes by “{value}”. Mend the codes of unit and indicator, or clear points and reason.',
  },
  {
    rule: 'POINTS_MISSING',
    severity: 'error',
    category: 'đủ',
    since: '1',
    text_vi: 'Dòng có lý do phải có điểm thẩm định.',
    text_en: 'A row with a reason must have appraised points.',
    message_vi:
      'Có lý do nhưng chưa có điểm thẩm định. Đề nghị nhập điểm; nếu không thẩm định chỉ số này thì xóa cả lý do.',
    message_en:
      'There is a reason but there are no points. Type the points, or clear the reason if there is no appraisal.',
  },
  {
    rule: 'REASON_MISSING',
    severity: 'error',
    category: 'đủ',
    since: '1',
    text_vi: 'Điểm thẩm định khác điểm tự đánh giá phải có lý do.',
    text_en: 'Points that differ from what the unit claims need a reason.',
    message_vi: 'Điểm thẩm định {number} khác điểm tự đánh giá {self} nhưng chưa có lý do. Đề nghị ghi lý do.',
    message_en: 'The appraised {number_en} points differ from the claimed {self_en} and no reason is given. Give one.',
  },
  {
    rule: 'SUBMISSION_CHANGED',
    severity: 'error',
    category: 'sống',
    since: '1',
    text_vi: 'Điểm thẩm định phải theo số liệu hiện hành của đơn vị.',
    text_en: "An appraisal must be of the unit's current figures.",
    message_vi:
      'Đơn vị {value} đã nộp lại số liệu sau khi cấp bảng thẩm định này. Đề nghị tải lại bảng thẩm định, hoặc xóa điểm và lý do ở dòng này.',
    message_en:
      'Unit {value} has submitted again since this workbook was issued. Download it again, or clear points and reason.',
  },
  {
    rule: 'APPRAISED_SINCE',
    severity: 'warning',
    category: 'sống',
    since: '1',
    text_vi: 'Điểm thẩm định ghi đè điểm mới hơn thì được báo lại.',
    text_en: 'Points that replace more recent ones are reported.',
    message_vi:
      'Sau khi cấp bảng này, điểm thẩm định {number} đã được ghi nhận (lúc {at}); điểm ở dòng này thay cho điểm đó. Đề nghị kiểm tra lại.',
    message_en:
      'Since this workbook was issued {number_en} points were recorded (at {at_en}), which this row replaces. Please check.',
  },
];

import type { RuleEntry } from '../../rule-entry.ts';

/** Whose form it is, and when it came. */
export const identityRules: readonly RuleEntry[] = [
  {
    rule: 'TEMPLATE_UNKNOWN',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Tệp phải là biểu mẫu do hệ thống cấp cho bộ chỉ số của kỳ.',
    text_en: "The file must be a form issued by the system for the period's framework.",
    message_vi:
      'Tệp không phải biểu mẫu do hệ thống cấp theo {title_vi}. Đề nghị tải lại biểu mẫu từ hệ thống và dán số liệu vào.',
    message_en:
      'This is not a {framework_id} form issued by the system. Download the form again and paste the figures into it.',
  },
  {
    rule: 'SIGNATURE_BAD',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Thông tin nhận dạng của biểu mẫu phải đúng như khi được cấp.',
    text_en: 'The identity of the form must be as it was issued.',
    message_vi:
      'Thông tin nhận dạng của biểu mẫu không còn như khi được cấp. Đề nghị tải lại biểu mẫu của đơn vị từ hệ thống và dán số liệu vào.',
    message_en:
      "The form's identity is not as it was issued. Download the unit's form again and paste the figures into it.",
  },
  {
    rule: 'TEMPLATE_OLD',
    severity: 'warning',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Biểu mẫu phiên bản cũ được chuyển sang phiên bản hiện hành.',
    text_en: 'A form of an older version is lifted to the current one.',
    message_vi:
      'Biểu mẫu thuộc phiên bản {found}; hệ thống đã chuyển số liệu sang phiên bản hiện hành {current}. Kỳ sau đề nghị dùng biểu mẫu mới.',
    message_en:
      'The form is of version {found}; its figures were lifted to the current version {current}. Use the new form next time.',
  },
  {
    rule: 'GROUP_MISMATCH',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Biểu mẫu phải thuộc nhóm đơn vị đang nhận.',
    text_en: 'The form must be of the group that is being received.',
    message_vi: 'Biểu mẫu của nhóm {found}, không phải nhóm {expected}. Đề nghị tải biểu mẫu của nhóm {expected}.',
    message_en: 'The form is of group {found_en}, not {expected_en}. Download the form of group {expected_en}.',
  },
  {
    rule: 'PERIOD_MISMATCH',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Biểu mẫu phải thuộc kỳ đang nhận.',
    text_en: 'The form must be of the period that is being received.',
    message_vi: 'Biểu mẫu của kỳ {found}, không phải kỳ {expected}. Đề nghị tải biểu mẫu của kỳ {expected}.',
    message_en: 'The form is of period {value}, not {expected_en}. Download the form of period {expected_en}.',
  },
  {
    rule: 'UNIT_MISMATCH',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Biểu mẫu phải là của đơn vị gửi.',
    text_en: 'The form must be that of the sending unit.',
    message_vi: 'Biểu mẫu của {found}, không phải của {expected}. Đề nghị gửi biểu mẫu đã cấp cho {expected}.',
    message_en: 'The form is of {found_en}, not {expected_en}. Send the form issued to {expected_en}.',
  },
  {
    rule: 'RECEIVED_LATE',
    severity: 'warning',
    category: 'sống',
    since: '1',
    text_vi: 'Biểu mẫu phải được gửi trước khi hết hạn của kỳ.',
    text_en: "The form must be sent before the period's deadline.",
    message_vi:
      'Nhận ngày {received}, sau hạn gửi là hết ngày {deadline}. Nội dung này không chặn việc nộp; đề nghị báo cơ quan chủ trì để số liệu được tính trong kỳ.',
    message_en:
      'Received on {received_en}, after the deadline at the end of {deadline_en}. It is not refused for that; tell the ministry, so that the figures count in this period.',
  },
  {
    rule: 'RECEIVED_AFTER_CLOSING',
    severity: 'warning',
    category: 'sống',
    since: '1',
    text_vi: 'Tệp gửi sau khi kỳ đã đóng được lưu lại và chưa được tính.',
    text_en: 'A file sent after the period was closed is kept and does not count.',
    message_vi:
      'Nhận ngày {received}, khi kỳ đã đóng. Tệp được lưu và chưa được tính; đề nghị cơ quan chủ trì mở lại cho đơn vị.',
    message_en:
      'Received on {received_en}, after the period was closed. It is kept and does not count; ask the ministry to reopen the period for the unit.',
  },
  {
    rule: 'UNIT_NOT_IN_GROUP',
    severity: 'error',
    category: 'đúng',
    since: '1',
    text_vi: 'Đơn vị phải thuộc nhóm trong kỳ.',
    text_en: 'The unit must belong to the group in the period.',
    message_vi: '{found} không thuộc nhóm {group} trong kỳ {period}. Đề nghị kiểm tra lại nhóm và kỳ của biểu mẫu.',
    message_en:
      '{found_en} does not belong to group {group_en} in period {period_en}. Check the group and the period of the form.',
  },
];

import type { RuleEntry } from '../../rule-entry.ts';

/** What stands for evidence in a cell or field, and files that were sent as evidence. */
export const evidenceRules: readonly RuleEntry[] = [
  {
    rule: 'EVIDENCE_LINK_DROPPED',
    severity: 'warning',
    category: 'dùng chung',
    since: '1',
    text_vi:
      'Liên kết của ô tài liệu kiểm chứng là địa chỉ http hoặc https; liên kết khác không được giữ và được báo lại.',
    text_en: 'A link of an evidence cell is an http or https address; any other is not kept, and reported.',
    message_vi:
      'Liên kết “{value}” của ô không mở được từ nơi khác (tệp trên máy, mạng nội bộ, thư điện tử hoặc vị trí trong bảng tính) nên không được giữ. Đề nghị ghi số, ngày, tên văn bản, hoặc địa chỉ http, https.',
    message_en:
      'The link “{value}” of the cell cannot be followed elsewhere (a file, a network, mail or a place in the workbook) and is not kept. Give number, date and title, or an http or https address.',
  },
  {
    rule: 'EVIDENCE_RECORD',
    severity: 'error',
    category: 'thống nhất',
    since: '1',
    text_vi: 'Tài liệu kiểm chứng gửi bằng JSON là chuỗi, hoặc danh sách bản ghi đúng các trường đã quy định.',
    text_en: 'Evidence in JSON is a string, or a list of records with the known fields.',
    message_vi:
      'Bản ghi tài liệu thứ {record}: trường “{name}” chưa hợp lệ. Đề nghị gửi ít nhất một trong các trường number, date (năm-tháng-ngày), issuer, title, address (http, https), file_sha256.',
    message_en:
      'Record {record} of the evidence: field “{name}” is not valid. Send at least one of number, date (YYYY-MM-DD), issuer, title, address (http, https), file_sha256.',
  },
  {
    rule: 'EVIDENCE_FILE_UNKNOWN',
    severity: 'warning',
    category: 'đủ',
    since: '1',
    text_vi: 'Tệp nêu trong tài liệu kiểm chứng đã được hệ thống tiếp nhận.',
    text_en: 'A file that evidence names has been received.',
    message_vi:
      'Chưa tiếp nhận được tệp có mã SHA-256 {value}. Đề nghị gửi tệp làm tài liệu kiểm chứng của kỳ này; nội dung này không chặn việc nộp.',
    message_en:
      'No file of SHA-256 {value} has been accepted. Send it as evidence of this period; this does not block.',
  },
  {
    rule: 'EVIDENCE_FILE_TYPE',
    severity: 'error',
    category: 'dùng chung',
    since: '1',
    text_vi: 'Tệp tài liệu kiểm chứng là PDF, DOCX, XLSX, JPEG hoặc PNG, xét theo nội dung tệp.',
    text_en: 'A file of evidence is PDF, DOCX, XLSX, JPEG or PNG, by its bytes.',
    message_vi:
      'Tệp không phải PDF, DOCX, XLSX, JPEG hoặc PNG (nhận dạng: {kind}). Đổi đuôi tệp không đổi được định dạng; đề nghị lưu hoặc quét lại thành PDF rồi gửi lại.',
    message_en:
      'The file is not PDF, DOCX, XLSX, JPEG or PNG (recognised as: {kind}). Renaming does not convert it; save or scan it as PDF and send it again.',
  },
  {
    rule: 'EVIDENCE_FILE_ENCRYPTED',
    severity: 'error',
    category: 'dùng chung',
    since: '1',
    text_vi: 'Tệp tài liệu kiểm chứng không đặt mật khẩu mở.',
    text_en: 'A file of evidence has no password to open.',
    message_vi: 'Tệp đang đặt mật khẩu mở nên người thẩm định không xem được. Đề nghị bỏ mật khẩu, lưu rồi gửi lại.',
    message_en: 'The file has a password to open, so no appraiser can read it. Remove it, save and send again.',
  },
  {
    rule: 'EVIDENCE_FILE_ACTIVE',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Tệp tài liệu kiểm chứng không có macro hoặc điều khiển ActiveX.',
    text_en: 'A file of evidence has neither macros nor ActiveX controls.',
    message_vi:
      'Tệp có macro hoặc điều khiển ActiveX. Đề nghị lưu thành PDF, hoặc DOCX, XLSX không macro, rồi gửi lại.',
    message_en:
      'The file has macros or ActiveX controls. Save it as PDF, or as DOCX or XLSX without macros, and send again.',
  },
  {
    rule: 'EVIDENCE_FILE_BROKEN',
    severity: 'error',
    category: 'sạch',
    since: '1',
    text_vi: 'Tệp tài liệu kiểm chứng nguyên vẹn, là một tệp duy nhất của đúng một định dạng.',
    text_en: 'A file of evidence is whole, and one file of one format.',
    message_vi:
      'Tệp {kind} không nguyên vẹn, hoặc có dữ liệu lạ trước, sau hay bên trong. Đề nghị mở tệp, lưu lại hoặc in ra PDF rồi gửi lại.',
    message_en:
      'The {kind} file is not whole, or has foreign data before, behind or inside it. Open it, save it again or print it to PDF, and send it again.',
  },
];

import type { Word } from '../words.ts';

const w = (vi: string, en: string): Word => ({ vi, en });

export const states = {
  missing: w('Chưa mở biểu mẫu', 'Not opened'),
  opened: w('Đang kê khai', 'Being filled'),
  rejected: w('Bị từ chối', 'Rejected'),
  accepted: w('Đã tiếp nhận', 'Accepted'),
  certified: w('Đã xác nhận', 'Certified'),
} as const;

/** Survive a greyscale print. */
export const marks: Record<keyof typeof states, string> = {
  missing: '○',
  opened: '◔',
  rejected: '✕',
  accepted: '◑',
  certified: '●',
};

export const periodStates = {
  open: w('Đang nhận báo cáo', 'Taking reports'),
  closed: w('Đã đóng', 'Closed'),
  reopened: w('Đã mở lại cho một số đơn vị', 'Reopened for some units'),
} as const;

export const runStates = {
  running: w('Đang chạy', 'Running'),
  ready: w('Sẵn sàng xem trước', 'Ready'),
  failed: w('Bị lỗi', 'Failed'),
  released: w('Đã công bố', 'Released'),
} as const;

export const steps = {
  freeze: w('Chốt số liệu đầu vào', 'Freeze inputs'),
  compute: w('Tính điểm', 'Compute'),
  check: w('Kiểm tra, tính lại độc lập', 'Check, second scorer'),
  report: w('Lưu điểm, viết báo cáo', 'Store, write reports'),
} as const;

export const conditions: Record<string, Word> = {
  'second-person': w('Người công bố không tham gia kết quả này', 'Released by a second person'),
  'run-ready': w('Lần tính điểm đã xong, kiểm tra đạt', 'The run is ready and checked'),
  'period-closed': w('Kỳ đã đóng', 'The period is closed'),
  'period-over': w('Kỳ đã kết thúc', 'The period is over'),
  'number-free': w('Số của đợt chưa dùng', 'The number is free'),
  'preview-over': w('Hết hạn xem kết quả dự kiến (nếu có mở)', 'The preview, if any, is over'),
  'objections-answered': w('Mọi ý kiến của đơn vị đã được trả lời', 'All objections are answered'),
  'inputs-unchanged': w('Số liệu không đổi từ khi chạy', 'Nothing that counts has changed since the run'),
};

export const changers: Record<string, Word> = {
  second_person: w('Người công bố khác làm được', 'Another publisher can do it'),
  runner: w(
    'Người công bố khác chạy lại; người chạy không công bố được',
    'Another publisher runs it again: who runs it cannot release it',
  ),
  ministry: w('Cơ quan chủ trì thực hiện', 'The ministry has to do it'),
  time: w('Chờ đến ngày', 'Wait for the day'),
};

export const causes: Record<string, Word> = {
  figures: w('số liệu của đơn vị', 'its figures'),
  appraisal: w('thẩm định', 'appraisal'),
  method: w('phương pháp', 'method'),
  calculation: w('cách tính', 'calculation'),
  others: w('đơn vị khác thay đổi', 'other units'),
};

export const whyNotCounted: Record<string, Word> = {
  unanswered: w('chưa kiểm tra xong', 'not checked yet'),
  rejected: w('bị từ chối', 'rejected'),
  after_closing: w('đến sau khi đóng kỳ', 'came after the closing'),
  uncertified: w('chưa xác nhận', 'not certified'),
  superseded: w('đã có lần gửi mới hơn', 'superseded'),
};

export const changedWhat: Record<string, Word> = {
  figures: w('số liệu', 'figures'),
  file: w('tệp khác, cùng số liệu', 'another file, same figures'),
  decisions: w('kết quả thẩm định', 'decisions'),
  framework: w('bộ chỉ số', 'framework'),
  registry: w('danh mục đơn vị', 'registry'),
  notice: w('lời lưu ý', 'notice'),
  previous: w('đợt trước được so sánh', 'release compared with'),
};

export const kinds: Record<string, Word> = {
  opened: w('mở', 'opened'),
  received: w('gửi số liệu', 'sent figures'),
  answered: w('trả lời lần gửi', 'answered'),
  'checked-again': w('kiểm tra lại', 'checked again'),
  certified: w('xác nhận', 'certified'),
  returned: w('trả lại', 'returned'),
  question: w('hỏi đơn vị', 'question'),
  reply: w('đơn vị trả lời', 'reply'),
  evidence: w('gửi tài liệu kiểm chứng', 'evidence'),
  decision: w('thẩm định', 'decision'),
  feedback: w('giải trình', 'feedback'),
  objection: w('ý kiến về kết quả dự kiến', 'objection'),
  'objection-answered': w('trả lời ý kiến', 'objection answered'),
  'deadline-moved': w('đổi hạn gửi', 'deadline moved'),
  closed: w('đóng kỳ', 'closed'),
  reopened: w('mở lại cho đơn vị', 'reopened'),
  'run-started': w('chạy tính điểm', 'run started'),
  'run-ended': w('tính điểm kết thúc', 'run ended'),
  'preview-opened': w('mở kết quả dự kiến', 'preview opened'),
  announced: w('ấn định thời điểm công bố', 'release announced'),
  'announcement-withdrawn': w('rút lại đợt đã ấn định', 'announcement withdrawn'),
  released: w('công bố', 'released'),
  corrected: w('công bố đính chính', 'corrected'),
};

export const roles: Record<string, Word> = {
  officer: w('cán bộ báo cáo', 'officer'),
  certifier: w('lãnh đạo đơn vị', 'head of unit'),
  appraiser: w('người thẩm định', 'appraiser'),
  publisher: w('người công bố', 'publisher'),
  operator: w('người vận hành', 'operator'),
  system: w('hệ thống', 'system'),
};

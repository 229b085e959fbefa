import type { RawFormat } from '../../../lake/keys.ts';
import type { TracedFile, TracedIndicator, TracedResult } from '../../../release/provenance/provenance.ts';
import type { InBoth } from '../../language.ts';

/** Words of the handbook's table where it has them: the same on every page. */
export const provenanceWords = {
  heading: { vi: 'Nguồn gốc số liệu', en: 'Provenance of a figure' },
  value: { vi: 'Giá trị công bố', en: 'Published value' },
  working: { vi: 'Cách tính, số thay vào', en: 'Formula with numbers' },
  indicators: {
    vi: 'Điểm chỉ số thành phần và số liệu kê khai',
    en: 'Points of component indicators and declared figures',
  },
  parts: { vi: 'Chỉ số chính được cộng', en: 'Main indices added up' },
  files: { vi: 'Tệp đã tiếp nhận và mã băm', en: 'Files received and digests' },
  verify: { vi: 'Kiểm tra lại', en: 'Verify' },
  verifyThis: { vi: 'Kiểm tra lại kết quả này', en: 'Verify this result' },
  pointsOf: { vi: 'Điểm / tối đa', en: 'Points / maximum' },
  maxPoints: { vi: 'Điểm tối đa', en: 'Maximum points' },
  mainIndex: { vi: 'Chỉ số chính', en: 'Main index' },
  valueShort: { vi: 'Giá trị', en: 'Value' },
  self: { vi: 'Tự đánh giá', en: 'Self-assessment' },
  appraised: { vi: 'Thẩm định', en: 'Appraisal' },
  final: { vi: 'Kết quả cuối cùng', en: 'Final score' },
  reason: { vi: 'Lý do điều chỉnh điểm', en: 'Reason for the changed score' },
  notAppraised: { vi: 'không có', en: 'none' },
  figure: { vi: 'Số liệu kê khai', en: 'Declared figure' },
  place: { vi: 'Nơi ghi trong tệp', en: 'Place in the file' },
  sheet: { vi: 'trang tính', en: 'sheet' },
  cell: { vi: 'ô', en: 'cell' },
  line: { vi: 'dòng', en: 'line' },
  pointer: { vi: 'con trỏ JSON', en: 'JSON pointer' },
  unknownPlace: { vi: 'vị trí trong tệp chưa được ghi lại', en: 'place in the file not recorded' },
  receipt: { vi: 'lần gửi', en: 'receipt' },
  receivedAt: { vi: 'Thời điểm nhận', en: 'Received' },
  inVietnam: { vi: 'giờ Việt Nam', en: 'Vietnam time' },
  fileDigest: { vi: 'Mã băm SHA-256 của tệp', en: 'SHA-256 digest of the file' },
  receivedEntry: { vi: 'Mã băm mục “đã nhận” trong sổ', en: 'Digest of the ledger entry “received”' },
  answeredEntry: { vi: 'Mã băm mục “đã trả lời” trong sổ', en: 'Digest of the ledger entry “answered”' },
  head: { vi: 'Đầu chuỗi khi tính', en: 'Head of the chain at the run' },
  entryNumber: { vi: 'mục số', en: 'entry' },
  ledgerNote: {
    vi: 'Sổ ghi mọi việc của đơn vị trong kỳ thành một chuỗi; trang này chỉ nêu mã băm, không nêu nội dung.',
    en: 'The ledger keeps what happened to the unit in the period as a chain; this page gives digests of it, not its contents.',
  },
  notKept: {
    vi: 'Đợt công bố này chưa ghi lại lần gửi và thời điểm nhận.',
    en: 'Receipt and time were not recorded with this release.',
  },
  inputsDigest: { vi: 'Mã băm SHA-256 của đầu vào', en: 'SHA-256 digest of the inputs' },
  frameworkDigest: { vi: 'Mã băm SHA-256 của bộ chỉ số', en: 'SHA-256 digest of the framework' },
  manifest: { vi: 'Bản kê các tệp của đợt công bố', en: 'Manifest of the release' },
  receipts: { vi: 'Lần gửi và mã băm dạng máy đọc', en: 'Receipts and digests for machines' },
  illustrative: {
    vi: 'Chỉ số minh họa, không thuộc phụ lục chính thức',
    en: 'Illustrative indicator, not of the official annex',
  },
  illustrativeAll: {
    vi: 'Các chỉ số dưới đây là minh họa, không thuộc phụ lục chính thức',
    en: 'The indicators below are illustrative, not of the official annex',
  },
  formedFrom: { vi: 'hình thành từ', en: 'formed from' },
  sumsNote: {
    vi: 'S: tổng điểm; M: tổng điểm tối đa của phần được đánh giá và áp dụng.',
    en: 'S: sum of points; M: sum of maxima of what was assessed and applies.',
  },
  roundingNote: {
    vi: '≈: chia một lần, từ 5 trở lên làm tròn lên.',
    en: '≈: divided once, exact halves rounded up.',
  },
  contents: { vi: 'Chỉ số thành phần trên trang này', en: 'Component indicators on this page' },
} satisfies Record<string, InBoth>;

export const formatWords: Record<RawFormat, InBoth> = {
  xlsx: { vi: 'Biểu mẫu Excel', en: 'Excel form' },
  csv: { vi: 'Tệp CSV', en: 'CSV file' },
  json: { vi: 'Tệp JSON', en: 'JSON file' },
};

/** Where no door is known, as in a release of before. */
export const anyFormat: InBoth = { vi: 'Tệp', en: 'File' };

export const partWords: Record<TracedFile['part'], InBoth> = {
  submission: { vi: 'số liệu được tính', en: 'the submission that counts' },
  kept: {
    vi: 'gửi trước đó; phần bổ sung sau giữ nguyên các số liệu này',
    en: 'sent before; what came later left these figures standing',
  },
  carried: { vi: 'kế thừa từ kỳ trước', en: 'carried forward from an earlier period' },
};

/** Nothing missing looks like zero. A figure that is plainly answered needs no word. */
export const stateWords: Record<TracedIndicator['state'], InBoth | null> = {
  answered: null,
  carried: { vi: 'Kế thừa từ', en: 'Carried forward from' },
  not_applicable: {
    vi: 'Không áp dụng: không tính vào điểm và điểm tối đa',
    en: 'Not applicable: outside points and maximum',
  },
  not_due: {
    vi: 'Không đánh giá trong đợt này: kỳ này không thu thập và chưa có số liệu để kế thừa',
    en: 'Not assessed this round: not collected in this period, and nothing to carry forward',
  },
  not_answered: {
    vi: 'Chưa có số liệu: tính vào điểm tối đa, không có điểm tự đánh giá',
    en: 'No data: counts in the maximum, without points of its own',
  },
  not_assessed: {
    vi: 'Không đánh giá trong đợt này: không tính vào điểm và điểm tối đa',
    en: 'Not assessed this round: outside points and maximum',
  },
};

export const missingWords: Record<Exclude<TracedResult['state'], 'published'>, InBoth> = {
  not_submitted: { vi: 'Chưa nộp số liệu', en: 'Not submitted' },
  not_assessed: { vi: 'Không đánh giá trong đợt này', en: 'Not assessed this round' },
  not_applicable: { vi: 'Không áp dụng', en: 'Not applicable' },
};

import type { InBoth } from '../language.ts';

export const dataWords = {
  title: { vi: 'Dữ liệu và API', en: 'Data and API' },
  lead: {
    vi: 'Mọi số liệu của đợt công bố tải được thành tệp, không cần đăng nhập, kèm mã băm để kiểm tra.',
    en: 'Every figure of the release can be fetched as a file, without signing in, with a digest to check it by.',
  },
  files: { vi: 'Các tệp của đợt công bố', en: 'Files of the release' },
  inputs: { vi: 'Số liệu đầu vào, đủ để tính lại', en: 'Inputs: all that a recomputation needs' },
  file: { vi: 'Tệp', en: 'File' },
  content: { vi: 'Nội dung', en: 'Content' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  size: { vi: 'Dung lượng', en: 'Size' },
  beside: {
    vi: 'Cạnh các tệp trên, ngoài bản kê:',
    en: 'Beside these files, outside the manifest:',
  },
  releaseFile: {
    vi: 'ai công bố, lúc nào, theo những chuỗi sổ cái nào',
    en: 'who published it, when, on which chains',
  },
  provenanceFile: {
    vi: 'lần gửi, thời điểm nhận và mã băm của tệp các đơn vị đã nộp',
    en: 'receipt number, time and digest of the files that units sent',
  },
  signatureFile: { vi: 'chữ ký của bản kê', en: 'signature over the manifest' },
  keyFile: { vi: 'khóa để kiểm tra chữ ký', en: 'key to check the signature by' },
  follow: { vi: 'Theo dõi bằng Atom', en: 'Follow by Atom' },
  followUnit: {
    vi: 'Mỗi đơn vị có một nguồn tin riêng, dẫn từ trang của đơn vị.',
    en: 'Each unit has a feed of its own, led to from its page.',
  },
  embed: { vi: 'Nhúng vào trang khác', en: 'Embed in another page' },
  embedPicture: { vi: 'Dạng hình ảnh:', en: 'As a picture:' },
  embedUnit: {
    vi: 'Để nhúng kết quả của một đơn vị, thay ranking bằng mã đơn vị.',
    en: 'For one unit, put its code in the place of ranking.',
  },
  use: { vi: 'Cách lấy', en: 'How to fetch' },
  curl: { vi: 'Dòng lệnh', en: 'Command line' },
  excel: { vi: 'Excel: thẻ Dữ liệu, nút Từ Web, rồi dán địa chỉ', en: 'Excel: Data, From Web, then paste the address' },
  api: {
    vi: 'API: cùng một địa chỉ trả JSON, CSV hoặc Excel tùy tiêu đề Accept',
    en: 'API: one address answers JSON, CSV or Excel, as the Accept header asks',
  },
  describedBy: { vi: 'Mô tả API (OpenAPI 3.1)', en: 'Description of the API (OpenAPI 3.1)' },
  licence: { vi: 'Giấy phép sử dụng', en: 'Licence' },
  licenceText: {
    vi: 'Được dùng lại, kể cả cho mục đích thương mại, với điều kiện ghi nguồn theo dòng trích dẫn ở cuối trang.',
    en: 'May be reused, for any purpose, provided the source is named as in the citation below.',
  },
  promise: { vi: 'Địa chỉ cố định', en: 'Stable addresses' },
  promiseText: {
    vi: 'Địa chỉ có tên đợt công bố không bao giờ đổi và tệp ở đó không bao giờ đổi: sai sót được đính chính bằng đợt mới. Mã đơn vị (unit_id) và mã chỉ số không bao giờ dùng lại cho đơn vị, chỉ số khác. Địa chỉ API không nêu đợt thì trả đợt hiện hành của kỳ.',
    en: 'An address with the name of a release never changes, nor does the file there: errors are corrected by a new release. Codes of units (unit_id) and of measures are never used again for another. An API address that names no release answers the current one of the period.',
  },
  verify: { vi: 'Kiểm tra lại kết quả', en: 'Verify the result' },
} satisfies Record<string, InBoth>;

/** What a file holds, by its path; of the inputs of a release before, and of one corrected, by the path without that part. */
export const fileContents: Record<string, InBoth> = {
  'ranking.xlsx': { vi: 'báo cáo xếp hạng để in và ký', en: 'report to be printed and signed' },
  'tinh-lai.xlsx': { vi: 'công thức sống, tính lại từng giá trị', en: 'live formulas that recompute each value' },
  'scoreboard.csv': { vi: 'mỗi đơn vị một dòng, cho chương trình', en: 'one line per unit, for programs' },
  'scoreboard-vi.csv': {
    vi: 'mỗi đơn vị một dòng, cho Excel tiếng Việt (dấu chấm phẩy, dấu phẩy thập phân)',
    en: 'one line per unit, for spreadsheets set to Vietnamese',
  },
  'scores.csv': { vi: 'mỗi đơn vị và chỉ số một dòng', en: 'one line per unit and measure' },
  'scores.parquet': { vi: 'như scores.csv, dạng Parquet', en: 'as scores.csv, in Parquet' },
  'scores.sdmx.csv': { vi: 'như scores.csv, theo SDMX-CSV 2.0', en: 'as scores.csv, in SDMX-CSV 2.0' },
  'scoreboard.json': {
    vi: 'toàn bộ bảng, có trạng thái từng đơn vị, cho chương trình',
    en: 'the whole table with the state of each unit, for programs',
  },
  'changes.json': { vi: 'thay đổi so với đợt so sánh được', en: 'changes against the comparable release' },
  'corrections.json': { vi: 'nội dung đính chính', en: 'what was corrected' },
  'datapackage.json': { vi: 'mô tả các tệp CSV (Frictionless)', en: 'description of the CSV files (Frictionless)' },
  'manifest.json': { vi: 'bản kê: mọi tệp và mã băm', en: 'the manifest: every file and its digest' },
  'inputs/framework.json': { vi: 'bộ chỉ số', en: 'framework' },
  'inputs/population.json': { vi: 'các đơn vị và quan hệ sắp xếp', en: 'units and their lineage' },
  'inputs/observations.parquet': { vi: 'số liệu kê khai, từng ô', en: 'declared figures, cell by cell' },
  'inputs/answers.parquet': { vi: 'trạng thái trả lời từng chỉ số', en: 'state of each answer' },
  'inputs/appraisals.parquet': { vi: 'điểm thẩm định', en: 'appraised points' },
  'inputs/correction.json': { vi: 'lý do đính chính', en: 'reason of the correction' },
  'inputs/published.csv': { vi: 'bảng đã công bố ở nơi khác', en: 'the table as published elsewhere' },
  'inputs/source.json': { vi: 'nguồn của bảng', en: 'source of the table' },
  'inputs/scoreboard.json': { vi: 'bảng của đợt đó', en: 'the table of that release' },
};

export const columnsOf: InBoth = { vi: 'mô tả các cột của', en: 'description of the columns of' };
export const ofPrevious: InBoth = { vi: 'của đợt so sánh', en: 'of the release compared with' };
export const ofCorrected: InBoth = { vi: 'của đợt được đính chính', en: 'of the release corrected' };

import type { NamedGroup } from '../../../../../shared/frameworks/groups-served.ts';
import type { Word } from '../../words.ts';

export const words = {
  title: { vi: 'Bộ chỉ số', en: 'Frameworks' },
  none: { vi: 'Chưa có bộ chỉ số nào được công bố hoặc sử dụng.', en: 'No framework has been published or used.' },
  publish: { vi: 'Công bố phiên bản mới', en: 'Publish a version' },
  framework: { vi: 'Bộ chỉ số', en: 'Framework' },
  version: { vi: 'Phiên bản', en: 'Version' },
  published: { vi: 'Công bố', en: 'Published' },
  notPublished: { vi: 'chưa công bố; dùng khi mở kỳ', en: 'not published; used when a period was opened' },
  periods: { vi: 'Kỳ đã mở', en: 'Periods' },
  open: { vi: 'Mở kỳ', en: 'Open a period' },
  choose: {
    vi: 'Chọn tệp ZIP, hoặc hai tệp framework.json và indicators.csv',
    en: 'Choose a ZIP, or the two files framework.json and indicators.csv',
  },
  chooseHint: {
    vi: 'Danh sách chỉ số sửa trong bảng tính, lưu dạng Excel (indicators.xlsx) hoặc "CSV UTF-8". Tải lên chưa công bố gì: bước sau cho xem thay đổi.',
    en: 'Indicators are edited in a spreadsheet, saved as Excel (indicators.xlsx) or as "CSV UTF-8". Uploading publishes nothing: the next step shows what changed.',
  },
  looking: { vi: 'Đang kiểm tra…', en: 'Checking…' },
  refused: { vi: 'Chưa công bố được', en: 'Cannot be published yet' },
  file: { vi: 'Tệp', en: 'File' },
  line: { vi: 'Dòng', en: 'Line' },
  what: { vi: 'Cần sửa', en: 'What to mend' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  field: { vi: 'Trường', en: 'Field' },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  points: { vi: 'Điểm tối đa', en: 'Points' },
  added: { vi: 'Chỉ số thêm', en: 'Indicators added' },
  removed: { vi: 'Chỉ số bỏ', en: 'Indicators removed' },
  changed: { vi: 'Chỉ số thay đổi', en: 'Indicators changed' },
  terms: { vi: 'Thay đổi chung', en: 'Changes of the whole' },
  nothing: { vi: 'Không có.', en: 'None.' },
  first: { vi: 'Đây là phiên bản đầu tiên của bộ chỉ số này.', en: 'This is the first version of this framework.' },
  finish: { vi: 'Công bố', en: 'Publish' },
  publishing: { vi: 'Đang công bố…', en: 'Publishing…' },
  forEver: {
    vi: 'Phiên bản đã công bố không sửa và không rút lại được; thay đổi sau này là một phiên bản mới.',
    en: 'A published version is neither changed nor taken back; a later change is a new version.',
  },
  done: { vi: 'Đã công bố', en: 'Published' },
  other: { vi: 'Chọn tệp khác', en: 'Choose other files' },
} satisfies Record<string, Word>;

/** Fields of an indicator or a framework, as people call them. */
const fieldWords: Record<string, Word> = {
  name_vi: { vi: 'tên', en: 'name' },
  name_en: { vi: 'tên tiếng Anh', en: 'English name' },
  main_index: { vi: 'chỉ số chính', en: 'main index' },
  unit_of_measure_vi: { vi: 'đơn vị tính', en: 'unit of measure' },
  rule: { vi: 'cách tính điểm', en: 'rule' },
  max_points: { vi: 'điểm tối đa', en: 'points' },
  assessed: { vi: 'được đánh giá', en: 'assessed' },
  evidence_required: { vi: 'cần tài liệu kiểm chứng', en: 'evidence required' },
  inputs: { vi: 'số liệu kê khai', en: 'inputs' },
  target: { vi: 'mức đạt điểm tối đa', en: 'target' },
  tiers: { vi: 'mức điểm', en: 'tiers' },
  applies_to: { vi: 'áp dụng cho', en: 'applies to' },
  due: { vi: 'kỳ thu thập', en: 'due' },
  verified_by_vi: { vi: 'cơ quan thẩm định', en: 'verified by' },
  evidence_vi: { vi: 'tài liệu kiểm chứng', en: 'evidence' },
  title_vi: { vi: 'tên bộ chỉ số', en: 'title' },
  legal_reference: { vi: 'căn cứ pháp lý', en: 'legal reference' },
  groups: { vi: 'nhóm đơn vị', en: 'groups' },
  main_indices: { vi: 'các chỉ số chính', en: 'main indices' },
  pillars: { vi: 'các trụ cột', en: 'pillars' },
  note_vi: { vi: 'ghi chú', en: 'note' },
};

export const fieldName = (field: string): Word => fieldWords[field] ?? { vi: field, en: field };

export const groupName = ({ group_name_vi: vi, group_name_en: en }: NamedGroup): Word => ({ vi, en });

import type { InBoth } from '../language.ts';

/** What stands around every page. */
export const frameWords = {
  brand: { vi: 'Chỉ số chuyển đổi số (DTI)', en: 'Digital Transformation Index (DTI)' },
  skip: { vi: 'Bỏ qua, đến nội dung chính', en: 'Skip to main content' },
  navigation: { vi: 'Các trang của đợt công bố', en: 'Pages of this release' },
  pages: { vi: 'Các trang', en: 'Pages' },
  ranking: { vi: 'Bảng xếp hạng', en: 'Ranking' },
  map: { vi: 'Bản đồ', en: 'Map' },
  method: { vi: 'Phương pháp', en: 'Method' },
  data: { vi: 'Dữ liệu và API', en: 'Data and API' },
  corrections: { vi: 'Đính chính', en: 'Corrections' },
  rounds: { vi: 'Các đợt công bố', en: 'Releases' },
  /** Names the other language in its own words. */
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  trail: { vi: 'Đường dẫn', en: 'Breadcrumb' },
  cite: { vi: 'Trích dẫn', en: 'Cite as' },
  release: { vi: 'Đợt công bố', en: 'Release' },
  publishedOn: { vi: 'công bố ngày', en: 'published on' },
  /** Of a table published elsewhere the day is that on which it came here. */
  takenInOn: { vi: 'đưa vào hệ thống ngày', en: 'taken in here on' },
  dataUntil: { vi: 'số liệu đến ngày', en: 'data until' },
  permanent: { vi: 'Địa chỉ cố định', en: 'Permanent address' },
  illustrative: { vi: 'Số liệu minh họa', en: 'Illustrative' },
  publisher: { vi: 'Cơ quan công bố', en: 'Publisher' },
} satisfies Record<string, InBoth>;

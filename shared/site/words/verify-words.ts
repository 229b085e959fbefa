import type { FigurePart, Unscored, Verdict } from '../../release/verify/verification.ts';
import type { InBoth } from '../language.ts';

/** Of the section that recomputes a release in the reader's browser, before and after it was pressed. */
export const verifyWords = {
  title: { vi: 'Kiểm tra lại kết quả này', en: 'Verify this result' },
  button: { vi: 'Kiểm tra lại kết quả này', en: 'Verify this result' },
  ofRelease: {
    vi: 'Trình duyệt tải mọi tệp mà bản kê của đợt công bố nêu tên, so mã băm SHA-256 của từng tệp, tính lại mọi số liệu từ số liệu đầu vào rồi so với bảng đã công bố. Không có gì được gửi đi.',
    en: 'The browser fetches every file that the manifest of the release names, compares the SHA-256 of each, recomputes every figure from the inputs and compares it with the published table. Nothing is sent anywhere.',
  },
  ofUnit: {
    vi: 'Trình duyệt tải các tệp của đợt công bố, so mã băm, tính lại số liệu của mọi đơn vị (thứ hạng cần đủ mọi đơn vị) và nêu kết quả của đơn vị này. Không có gì được gửi đi.',
    en: 'The browser fetches the files of the release, compares their hashes, recomputes the figures of all units (a rank needs them all) and shows those of this unit. Nothing is sent anywhere.',
  },
  noScript: {
    vi: 'Việc kiểm tra ngay trên trang cần JavaScript. Cách độc lập dưới đây không cần.',
    en: 'Verifying on this page needs JavaScript. The independent way below does not.',
  },
  steps: { vi: 'Các bước kiểm tra', en: 'Steps' },
  files: { vi: 'Tải tệp và so mã băm', en: 'Fetch the files and compare hashes' },
  figures: { vi: 'Tính lại số liệu', en: 'Recompute the figures' },
  simulated: { vi: 'Số liệu mô phỏng', en: 'Simulated figures' },
  waiting: { vi: 'chưa chạy', en: 'not run yet' },
  notYet: { vi: 'Chưa kiểm tra.', en: 'Not verified yet.' },
  samePublisher: {
    vi: 'Mã lệnh kiểm tra do chính cơ quan công bố cung cấp.',
    en: 'The script that verifies comes from the same publisher.',
  },
  scriptHash: { vi: 'Mã băm SHA-256 của mã lệnh:', en: 'SHA-256 of the script:' },
  independent: {
    vi: 'Cách kiểm tra độc lập: tải mã nguồn và thư mục của đợt công bố về máy rồi chạy',
    en: 'The independent way: fetch the source code and the folder of the release, then run',
  },
} satisfies Record<string, InBoth>;

/** What is said while it runs and once it has run. */
export const verifyingWords = {
  running: { vi: 'Đang kiểm tra…', en: 'Verifying…' },
  scoring: { vi: 'đang tính lại…', en: 'recomputing…' },
  passed: {
    vi: 'Kết quả khớp: mọi tệp và mọi số liệu tính lại đều trùng.',
    en: 'Equal: every file and every recomputed figure.',
  },
  hashesOnly: {
    vi: 'Mọi tệp khớp mã băm. Số liệu không được tính lại ở đây.',
    en: 'Every file has its hash. No figure was recomputed here.',
  },
  failed: {
    vi: 'Kết quả không khớp. Những chỗ khác được nêu dưới đây.',
    en: 'Not equal. What differs is named below.',
  },
  unreachable: {
    vi: 'Không tải được tệp của đợt công bố. Vui lòng thử lại khi có mạng.',
    en: 'The files of the release could not be fetched. Please try again.',
  },
  noHashing: {
    vi: 'Trình duyệt này không tính được mã băm: cần địa chỉ bắt đầu bằng https.',
    en: 'This browser cannot hash here: the address must begin with https.',
  },
  noManifest: {
    vi: 'Bản kê manifest.json không đọc được, nên không biết đợt công bố gồm những tệp nào.',
    en: 'manifest.json cannot be read, so nobody can say which files the release has.',
  },
  noFigures: {
    vi: 'Đợt công bố không có số liệu của đơn vị này, và tính lại cũng không có.',
    en: 'The release has no figures of this unit, nor has the recomputation.',
  },
  notComputed: { vi: 'không được tính lại', en: 'not recomputed' },
  simulatedHashed: {
    vi: 'không tính lại ở đây, chỉ so mã băm:',
    en: 'not recomputed here, compared by their hashes only:',
  },
  each: { vi: 'Xem từng số liệu', en: 'Show each figure' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  measure: { vi: 'Chỉ số', en: 'Measure' },
  allUnits: { vi: 'Giá trị trung bình', en: 'Means' },
  equal: { vi: 'Khớp', en: 'Equal' },
  published: { vi: 'công bố', en: 'published' },
  recomputed: { vi: 'tính lại', en: 'recomputed' },
  none: { vi: 'không có', en: 'none' },
  manifestNotMadeAgain: {
    vi: 'khác bản kê dựng lại từ các tệp',
    en: 'differs from the manifest made again from the files',
  },
  place: { vi: 'mục', en: 'at' },
} satisfies Record<string, InBoth>;

export const partWords: Record<FigurePart, InBoth> = {
  value: { vi: 'giá trị', en: 'value' },
  points: { vi: 'điểm', en: 'points' },
  max_points: { vi: 'điểm tối đa', en: 'maximum points' },
  rank: { vi: 'thứ hạng', en: 'rank' },
  average: { vi: 'giá trị trung bình', en: 'mean' },
};

export const verdictWords: Record<Exclude<Verdict, 'same' | 'unchecked'>, InBoth> = {
  different: { vi: 'khác mã băm trong bản kê', en: 'differs from its hash in the manifest' },
  missing: { vi: 'bản kê nêu tên nhưng không tải được', en: 'named by the manifest, but not there' },
};

/** Why nothing was recomputed. */
export const unscoredWords: Record<Unscored, InBoth> = {
  damaged: {
    vi: 'Số liệu đầu vào không phải là số liệu đã dùng để tính, nên không tính lại.',
    en: 'The inputs are not those that the release was computed from, so nothing was recomputed.',
  },
  unreadable: {
    vi: 'Bảng scoreboard.json không đọc được, nên không có gì để so.',
    en: 'scoreboard.json cannot be read, so there is nothing to compare with.',
  },
  broken: { vi: 'Số liệu đầu vào không tính được điểm.', en: 'The inputs cannot be scored.' },
  'other-format': {
    vi: 'Đợt công bố do phiên bản khác của mã nguồn tạo ra; chỉ so mã băm. Bản kê ghi định dạng, release.json ghi phiên bản mã.',
    en: 'The release was made by another version of the code; only hashes are compared. The manifest names the format, release.json the version.',
  },
  published: {
    vi: 'Số liệu đã công bố, không tính lại được; chỉ so mã băm.',
    en: 'Figures published elsewhere, which cannot be recomputed; only hashes are compared.',
  },
  'other-kind': {
    vi: 'Mã lệnh này không biết loại đợt công bố mà bản kê ghi; chỉ so mã băm.',
    en: 'This script does not know the kind of release that the manifest names; only hashes are compared.',
  },
  derived: {
    vi: 'Số liệu tính chuyển từ đợt công bố của các đơn vị trước sắp xếp; ở đây chỉ so mã băm.',
    en: 'Carried over from the release of the predecessors; here only hashes are compared.',
  },
};

/** Totals, with the digits grouped as each language does. */
export const countWords = {
  files: {
    vi: (equal: string, all: string) => `${equal} trên ${all} tệp khớp`,
    en: (equal: string, all: string) => `${equal} of ${all} files equal`,
  },
  fetched: {
    vi: (done: string, all: string) => `đã tải ${done} trên ${all} tệp`,
    en: (done: string, all: string) => `${done} of ${all} files fetched`,
  },
  figures: {
    vi: (equal: string, all: string) => `${equal} trên ${all} số liệu khớp`,
    en: (equal: string, all: string) => `${equal} of ${all} figures equal`,
  },
  more: {
    vi: (count: string) => `và ${count} chỗ khác nữa`,
    en: (count: string) => `and ${count} more`,
  },
} as const;

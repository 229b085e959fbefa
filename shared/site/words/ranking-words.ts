import type { UnitChangeState } from '../../release/changes/changes.ts';
import { stateVi } from '../../release/changes/changes-words.ts';
import type { ShownScoreboard } from '../../scoring/scoreboard.ts';
import type { InBoth, Language } from '../language.ts';

export const rankingWords = {
  rank: { vi: 'Hạng', en: 'Rank' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  by: { vi: 'Xếp theo', en: 'Ranked by' },
  name: { vi: 'Tên đơn vị', en: 'Name' },
  byName: { vi: 'Theo tên đơn vị', en: 'By name' },
  rankChange: { vi: 'Thay đổi thứ hạng', en: 'Change of rank' },
  region: { vi: 'Vùng', en: 'Region' },
  wholeCountry: { vi: 'Cả nước', en: 'Whole country' },
  findByName: { vi: 'Danh sách đơn vị theo tên', en: 'Units by name' },
  unranked: { vi: 'không xếp hạng', en: 'not ranked' },
  notApplicable: { vi: 'Không áp dụng', en: 'Not applicable' },
  notAssessed: { vi: 'Không đánh giá trong đợt này', en: 'Not assessed this round' },
  noData: { vi: 'Chưa có số liệu', en: 'No data' },
  formedFrom: { vi: 'hình thành từ', en: 'formed from' },
  answered: { vi: 'trả lời', en: 'answered' },
  indicators: { vi: 'chỉ số', en: 'indicators' },
  mean: { vi: 'Trung bình', en: 'Mean' },
  units: { vi: 'đơn vị', en: 'units' },
  scale: { vi: 'Giá trị từ 0 đến 1', en: 'Values from 0 to 1' },
  missing: { vi: 'Chưa nộp số liệu', en: 'Not submitted' },
  missingNote: {
    vi: 'Các đơn vị này không có giá trị, không có thứ hạng và không tính vào giá trị trung bình.',
    en: 'These units have no value and no rank and are not part of the mean.',
  },
  tieNote: {
    vi: 'Xếp theo giá trị đã làm tròn; giá trị bằng nhau thì đồng hạng, thứ hạng kế tiếp bỏ qua; trong cùng thứ hạng, đơn vị xếp theo bảng chữ cái.',
    en: 'Ranked on the rounded value; equal values share a rank and the next is skipped; within a rank, units are in alphabetical order.',
  },
  parts: { vi: 'Các phần của bảng', en: 'Parts of the table' },
  downloads: { vi: 'Tải số liệu', en: 'Downloads' },
  allFiles: { vi: 'tất cả các tệp, mã băm và API', en: 'all files, digests and the API' },
  noComparable: { vi: 'chưa có đợt công bố so sánh được', en: 'no comparable release yet' },
  framework: { vi: 'Bộ chỉ số', en: 'Framework' },
  source: { vi: 'nguồn gốc', en: 'provenance' },
} satisfies Record<string, InBoth>;

/** Why there is no figure: nobody has one, it does not apply to the unit, or a table published elsewhere leaves it out. */
export function noFigure(scoreboard: ShownScoreboard, measure: string, language: Language): string {
  if (scoreboard.source) return rankingWords.noData[language];
  const isAssessed = scoreboard.units.some(({ scores }) => scores[measure]);
  return rankingWords[isAssessed ? 'notApplicable' : 'notAssessed'][language];
}

/** `tăng 2 bậc`, `không đổi`, or why there is no change. */
export function rankChange(state: UnitChangeState, change: number | null, language: Language): string {
  if (change === null) return language === 'vi' ? stateVi[state] : statesEn[state];
  if (change === 0) return language === 'vi' ? 'không đổi' : 'unchanged';
  const places = Math.abs(change);
  if (language === 'vi') return `${change > 0 ? 'tăng' : 'giảm'} ${places} bậc`;
  return `${change > 0 ? 'up' : 'down'} ${places} ${places === 1 ? 'place' : 'places'}`;
}

const statesEn: Record<UnitChangeState, string> = {
  compared: 'unchanged',
  joined: 'new in the group',
  unranked_before: 'not ranked before',
  unranked_now: 'not ranked now',
};

/** Of a table that shows a part of the units. */
export const ranksOfAll = (ranked: number, language: Language): string =>
  language === 'vi'
    ? `Thứ hạng và giá trị trung bình là của cả ${ranked} đơn vị được xếp hạng, không tính riêng cho vùng.`
    : `Ranks and means are those of all ${ranked} ranked units, not of the region alone.`;

/** `đồng hạng 15 (2 đơn vị)`. */
export const tied = (rank: number, sharing: number, language: Language): string =>
  language === 'vi' ? `đồng hạng ${rank} (${sharing} đơn vị)` : `tied at ${rank} (${sharing} units)`;

import { formatDecimal } from '../../format/format-decimal.ts';
import { formatList, formatListEn } from '../../format/format-list.ts';
import { parsePeriod, periodLabelVi, periodVi } from '../../periods/period.ts';
import type { Language } from '../language.ts';

export type ChartLang = Language;

/** Every word of the charts and the map, in both languages; sentences that weigh figures stand in the files of their charts. */
const vi = {
  showTable: 'Xem số liệu dạng bảng',
  noData: 'chưa có số liệu',
  noDataHead: 'Chưa có số liệu',
  notSubmitted: 'chưa nộp số liệu',
  notSubmittedHead: 'Chưa nộp số liệu',
  unranked: 'không xếp hạng',
  unit: 'Đơn vị',
  value: 'Giá trị',
  rank: 'Thứ hạng',
  mean: 'Trung bình',
  maximum: 'Tối đa',
  otherUnits: 'các đơn vị khác',
  oneUnit: 'một đơn vị',
  equalUnits: 'số đơn vị cùng giá trị',
  beforeMerger: 'Trước sắp xếp',
  illustrative: 'minh họa',
  madeUp: 'Số liệu minh họa',
  mainIndex: 'Chỉ số chính',
  difference: 'Chênh lệch',
  change: 'Thay đổi',
  period: 'Kỳ đánh giá',
  group: 'Nhóm',
  unchanged: 'không đổi',
  incomparable: 'không so sánh được',
  incomparableHead: 'Không so sánh được',
  legend: 'Chú giải',
  withoutData: 'chưa có số liệu',
  /** By line, as in the insets of the map. */
  archipelagos: {
    hoangsa: ['Quần đảo', 'Hoàng Sa', '(Đà Nẵng)'],
    truongsa: ['Quần đảo', 'Trường Sa', '(Khánh Hòa)'],
  } as Record<string, string[]>,
  upHead: 'tăng hạng',
  downHead: 'giảm hạng',
  fromTo: (before: number, after: number) => `từ hạng ${before} đến hạng ${after}`,
  rankAlone: (rank: number) => `hạng ${rank}`,
  up: (places: number) => `tăng ${places} bậc`,
  down: (places: number) => `giảm ${places} bậc`,
  units: (count: number) => `${count} đơn vị`,
  and: formatList,
  ofPeriod: (period: string) => periodVi(parsePeriod(period)),
  periodLabel: (period: string) => periodLabelVi(parsePeriod(period)).replace(/^năm /, ''),
  /** Under an axis: what a phone has room for side by side. */
  periodLines: (period: string) => periodLabelVi(parsePeriod(period)).replace(/^năm /, '').split('/'),
  decimal: formatDecimal,
};

type Words = typeof vi;

const places = (count: number) => `${count} ${count === 1 ? 'place' : 'places'}`;

const en: Words = {
  showTable: 'Show as table',
  noData: 'no data',
  noDataHead: 'No data',
  notSubmitted: 'not submitted',
  notSubmittedHead: 'Not submitted',
  unranked: 'not ranked',
  unit: 'Unit',
  value: 'Value',
  rank: 'Rank',
  mean: 'Mean',
  maximum: 'Maximum',
  otherUnits: 'other units',
  oneUnit: 'one unit',
  equalUnits: 'units of equal value',
  beforeMerger: 'Before the merger',
  illustrative: 'illustrative',
  madeUp: 'Illustrative figures',
  mainIndex: 'Main index',
  difference: 'Difference',
  change: 'Change',
  period: 'Period',
  group: 'Group',
  unchanged: 'unchanged',
  incomparable: 'not comparable',
  incomparableHead: 'Not comparable',
  legend: 'Legend',
  withoutData: 'without data',
  archipelagos: {
    hoangsa: ['Hoàng Sa', 'archipelago', '(Đà Nẵng)'],
    truongsa: ['Trường Sa', 'archipelago', '(Khánh Hòa)'],
  },
  upHead: 'moved up',
  downHead: 'moved down',
  fromTo: (before, after) => `from rank ${before} to rank ${after}`,
  rankAlone: (rank) => `rank ${rank}`,
  up: (count) => `up ${places(count)}`,
  down: (count) => `down ${places(count)}`,
  units: (count) => `${count} ${count === 1 ? 'unit' : 'units'}`,
  and: formatListEn,
  ofPeriod: (period) => period,
  periodLabel: (period) => period,
  periodLines: (period) => [period],
  decimal: (decimal) => decimal.replace('-', '\u2212'),
};

export const chartWords: Record<ChartLang, Words> = { vi, en };

/** The digits of a value, or that there is none. */
export const valueText = (lang: ChartLang, value: string | null): string =>
  value === null ? chartWords[lang].noData : chartWords[lang].decimal(value);

/** A rank by itself, never without that it is one. */
export const rankText = (lang: ChartLang, rank: number | null): string =>
  rank === null ? chartWords[lang].unranked : `${rank}`;

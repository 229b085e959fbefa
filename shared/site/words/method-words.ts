import type { Indicator } from '../../frameworks/framework.ts';
import { leavesAnswersOut } from '../../release/measure-words.ts';
import { methodText } from '../../release/method-text.ts';
import { mainIndices, pillars, totalMeasure } from '../../release/read-scoreboard.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import type { InBoth, Language } from '../language.ts';
import { average } from './scoreboard-words.ts';

export const methodWords = {
  title: { vi: 'Phương pháp', en: 'Method' },
  lead: {
    vi: 'Giá trị là số điểm đạt được chia cho số điểm tối đa của những gì được đánh giá và áp dụng cho đơn vị. Mỗi bước dưới đây tính lại được từ các tệp đã công bố.',
    en: 'A value is the points reached, divided by the maximum of what was assessed and applies to the unit. Each step below can be computed again from the published files.',
  },
  contents: { vi: 'Nội dung', en: 'Contents' },
  rules: { vi: 'Quy tắc tính', en: 'Rules' },
  example: { vi: 'Ví dụ với số của đợt này', en: 'An example with figures of this release' },
  framework: { vi: 'Bộ chỉ số', en: 'Framework' },
  legal: { vi: 'Căn cứ', en: 'Legal basis' },
  mergers: { vi: 'Đơn vị sau sắp xếp', en: 'Units formed by mergers' },
  changed: { vi: 'Khác gì đợt trước', en: 'What changed since the last release' },
  notes: { vi: 'Lưu ý và giới hạn', en: 'What is illustrative, and limits' },
  licence: { vi: 'Giấy phép sử dụng', en: 'Licence' },
  source: { vi: 'nguồn gốc đầy đủ của giá trị này', en: 'the full provenance of this value' },
  mergersText: {
    vi: 'Từ 01/7/2025 có 34 tỉnh, thành phố. Thứ hạng chỉ so sánh trong cùng một nhóm đơn vị: không lấy thứ hạng trong 34 đơn vị trừ thứ hạng trong 63 đơn vị. Khi cần chuỗi số liệu qua mốc sắp xếp, giá trị của đơn vị mới là trung bình cộng của các đơn vị trước sắp xếp, được công bố riêng và ghi rõ.',
    en: 'There are 34 provinces since 1 July 2025. Ranks are compared within one group of units only: a rank among 34 minus a rank among 63 is never taken. Where a series crosses the mergers, the value of a new unit is the plain mean of its predecessors, published apart and marked.',
  },
  nothingBefore: {
    vi: 'Chưa có đợt công bố so sánh được: không nêu thay đổi.',
    en: 'There is no comparable release yet: no change is told.',
  },
  limits: {
    vi: 'Giá trị phụ thuộc vào số liệu đơn vị tự khai và kết quả thẩm định. Chênh lệch nhỏ giữa hai giá trị có thể chỉ do làm tròn hoặc do một chỉ số thành phần; thứ hạng liền kề cần đọc cùng giá trị.',
    en: 'Values rest on what units declare and on its appraisal. A small difference between two values may come from rounding or from one indicator alone; neighbouring ranks are to be read together with the values.',
  },
  nothingMadeUp: {
    vi: 'Không có phần nào của bộ chỉ số này là minh họa.',
    en: 'No part of this framework is illustrative.',
  },
  noteLanguage: {
    vi: '',
    en: 'The note of the framework, in Vietnamese:',
  },
  madeUp: { vi: 'minh họa', en: 'illustrative' },
  version: { vi: 'phiên bản', en: 'version' },
  notGiven: { vi: '–: bộ chỉ số không nêu.', en: '–: the framework does not say.' },
  /** Files are in the order of codes: what is promised to the byte has no alphabet. */
  tiesOnPages: {
    vi: 'Trên các trang, trong cùng thứ hạng, đơn vị xếp theo bảng chữ cái.',
    en: 'On pages, units of one rank are in alphabetical order.',
  },
  reuse: {
    vi: 'Được dùng lại với điều kiện ghi nguồn; điều kiện và các tệp:',
    en: 'May be reused when the source is named; conditions and files:',
  },
} satisfies Record<string, InBoth>;

/** Columns of the annexes of the decisions, in their words. */
export const frameworkColumns: InBoth[] = [
  { vi: 'STT', en: 'No.' },
  { vi: 'Chỉ số/Chỉ số thành phần', en: 'Main index / component indicator' },
  { vi: 'Điểm tối đa', en: 'Maximum points' },
  { vi: 'Cách xác định và tính điểm', en: 'How it is scored' },
  { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  { vi: 'Nguồn thu thập dữ liệu', en: 'Data source' },
  { vi: 'Đơn vị phối hợp xác minh số liệu', en: 'Verifying body' },
];

export const sourceWords: Record<NonNullable<Indicator['source']>, InBoth> = {
  reported: { vi: 'Đơn vị báo cáo', en: 'Reported by the unit' },
  measured: { vi: 'Hệ thống đo', en: 'Measured by a system' },
  statistics: { vi: 'Cơ quan thống kê', en: 'Statistics office' },
  survey: { vi: 'Khảo sát', en: 'Survey' },
};

/** Of the report, which has its own place for legal basis, notes and checks. */
const elsewhere = new Set(['Bộ chỉ số', 'Căn cứ', 'Lưu ý', 'Dấu thập phân', 'Kiểm tra lại']);

/** What is true of this release, as pairs of heading and text; Vietnamese is that of the report. */
export const ruleTexts = (scoreboard: Scoreboard, language: Language): [string, string][] =>
  language === 'vi'
    ? methodText(scoreboard)
        .filter(([heading]) => !elsewhere.has(heading))
        .map(([heading, text]) => [heading, heading === 'Thứ hạng' ? `${text} ${methodWords.tiesOnPages.vi}` : text])
    : ruleTextsEn(scoreboard);

function ruleTextsEn(scoreboard: Scoreboard): [string, string][] {
  const total = totalMeasure(scoreboard);
  const averaged = total ?? mainIndices(scoreboard)[0];
  return [
    [
      'Main index',
      'The points of its component indicators divided by the sum of the maxima of those that were assessed and apply.',
    ],
    ...(pillars(scoreboard).length > 0 ? [pillarEn] : []),
    total
      ? [
          'DTI',
          'The points of all main indices divided by the sum of their maxima; neither sum nor mean of the pillars.',
        ]
      : ['DTI', 'Not published in this release, for only a part of the framework was assessed.'],
    [
      'Rounding',
      'Each value is divided once, from the sums of points and of maxima, and rounded half up to 4 decimals.',
    ],
    ...(total?.ranked ? [rankEn] : []),
    ...(averaged?.average ? [meanEn(`${averaged.name_en}: ${average(averaged, 'en')}.`)] : []),
    [
      'Missing figures',
      'A unit that has not submitted has no value, which is not zero. What does not apply, or was not assessed this round, leaves the maximum.',
    ],
    ...(leavesAnswersOut(scoreboard) ? [unansweredEn] : []),
  ];
}

const pillarEn: [string, string] = [
  'Pillar',
  'The points of its main indices divided by the sum of their maxima. The foundation indices count in every pillar.',
];
const rankEn: [string, string] = [
  'Rank',
  'By the rounded value, from high to low. Equal values share a rank and the next is skipped; within a rank, files are in the order of codes. ' +
    methodWords.tiesOnPages.en,
];
const meanEn = (example: string): [string, string] => [
  'Mean',
  `The plain mean of the published values of the units that have one, rounded to 4 decimals. ${example}`,
];
const unansweredEn: [string, string] = [
  'Unanswered',
  'An indicator that was due and not answered counts in the maximum and earns nothing of its own. The number answered out of those asked stands beside the rank. A unit that answered none of a measure is not ranked by it.',
];

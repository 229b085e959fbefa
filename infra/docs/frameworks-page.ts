import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Big from 'big.js';
import { formatDecimal, formatPoints } from '../../shared/format/format-decimal.ts';
import { describeRule } from '../../shared/frameworks/describe-rule.ts';
import type { Framework, Indicator } from '../../shared/frameworks/framework.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { findGroup } from '../../shared/units/groups.ts';
import { projectRoot } from '../bundling.ts';
import { code, markdownTable, pageHead } from './markdown.ts';

const about = `Các bộ chỉ số kèm theo, đúng như hệ thống dùng để chấm. Cách đọc quy tắc: [methodology.md](methodology.md#how-an-indicator-scores);
hai đơn vị tính tay từng bước: [worked-examples.md](worked-examples.md).

- **Điểm** từ 5 trở lên làm tròn lên, và giữ trong khoảng từ 0 đến điểm tối đa; **a** là tử số, **b** là mẫu số đơn vị kê khai.
- **Minh họa**: tên, điểm, công thức hoặc tài liệu kiểm chứng của dòng có phần không lấy từ phụ lục chính thức; lưu ý của từng bộ
  nói rõ phần nào là thật.
- **Kỳ**: chỉ số *năm* không thu thập trong quý; số liệu của đợt công bố trước theo cùng
  bộ chỉ số, nếu có, được dùng tiếp và ghi rõ từ kỳ nào.`;

/** Every delivered framework as a table that an official can lay beside the annex of the decision. */
export async function renderFrameworksPage(): Promise<string> {
  const frameworks = await Promise.all((await deliveredIds()).map(loadFramework));
  const sources = 'shared/frameworks/*/framework.json and indicators.csv';
  return [
    pageHead('Bộ chỉ số / Frameworks', about, sources),
    markdownTable(['Bộ chỉ số', 'Chỉ số', 'Điểm', 'Minh họa'], frameworks.map(overviewRow)),
    ...frameworks.map(frameworkPart),
  ].join('\n');
}

async function deliveredIds(): Promise<string[]> {
  const entries = await readdir(join(projectRoot, 'shared/frameworks'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const overviewRow = (framework: Framework): string[] => [
  `[${framework.framework_id}](#${framework.framework_id})`,
  `${framework.indicators.length}`,
  pointsOf(framework.indicators),
  `${framework.indicators.filter(({ illustrative }) => illustrative).length}/${framework.indicators.length} dòng`,
];

const frameworkPart = (framework: Framework): string =>
  [
    `## ${framework.framework_id}\n\n**${framework.title_vi}**${framework.illustrative ? ' · **MINH HỌA**' : ''}\n`,
    markdownTable(['Mục', 'Nội dung'], facts(framework)),
    markdownTable(['Chỉ số chính', 'Tên', 'Chỉ số', 'Điểm'], framework.main_indices.map(mainIndexRow(framework))),
    ...(framework.pillars.length > 0 ? [markdownTable(['Trụ cột', 'Tên', 'Chỉ số chính'], pillarRows(framework))] : []),
    markdownTable(indicatorColumns, framework.indicators.map(indicatorRow)),
  ].join('\n');

function facts(framework: Framework): string[][] {
  const { legal_reference: legal, minimum_answered_percent: minimum = 0 } = framework;
  return [
    ['Căn cứ', `${legal.title_vi}, ${legal.number} (${legal.issued}); [nguồn](${legal.url})`],
    ['Phiên bản', `${framework.version}, SHA-256 ${code(framework.sha256)}`],
    ['Lưu ý', framework.note_vi],
    ['Nhóm đơn vị', framework.groups.map(groupText).join('; ')],
    ['Điểm', pointsOf(framework.indicators)],
    ['Chỉ số không trả lời', unansweredText[framework.unanswered ?? 'refused']],
    [
      'Xếp hạng',
      minimum > 0
        ? `Khi trả lời từ ${minimum}% số chỉ số áp dụng và đến kỳ thu thập`
        : 'Không đặt tỷ lệ trả lời tối thiểu',
    ],
    ['Số thập phân', `Giá trị ${framework.decimals}, điểm ${framework.points_decimals}`],
  ];
}

const unansweredText: Record<NonNullable<Framework['unanswered']>, string> = {
  refused: 'Biểu mẫu bị từ chối',
  zero_points: 'Được nhắc, tiếp nhận và không có điểm',
};

const groupText = (group: string): string =>
  group === 'communes-*'
    ? `${code(group)} xã, phường, đặc khu của từng tỉnh`
    : `${code(group)} ${findGroup(group)?.name_vi}`;

/** `1.000, đánh giá 940`. */
function pointsOf(indicators: Indicator[]): string {
  const total = sumOf(indicators);
  const assessed = sumOf(indicators.filter((indicator) => indicator.assessed));
  return total === assessed ? total : `${total}, đánh giá ${assessed}`;
}

const sumOf = (indicators: Indicator[]): string =>
  formatPoints(indicators.reduce((sum, { max_points }) => sum.plus(max_points), new Big(0)).toFixed());

const mainIndexRow =
  ({ indicators }: Framework) =>
  ({ main_index, name_vi }: Framework['main_indices'][number]): string[] => {
    const own = indicators.filter((indicator) => indicator.main_index === main_index);
    return [code(main_index), name_vi, `${own.length}`, pointsOf(own)];
  };

function pillarRows({ pillars, main_indices }: Framework): string[][] {
  const names = new Map(main_indices.map(({ main_index, name_vi }) => [main_index, name_vi]));
  return pillars.map((pillar) => [
    code(pillar.pillar),
    pillar.name_vi,
    pillar.main_indices.map((index) => names.get(index)).join('; '),
  ]);
}

/** Headings of the annex of the decision, then what else the list says of a line. */
const indicatorColumns = [
  'STT',
  'Mã',
  'Chỉ số/Chỉ số thành phần',
  'Điểm tối đa',
  'Cách xác định và tính điểm',
  'Tài liệu kiểm chứng',
  'Nguồn thu thập dữ liệu',
  'Đơn vị xác minh số liệu',
  'Kỳ',
  'Minh họa',
];

const indicatorRow = (indicator: Indicator, index: number): string[] => [
  `${index + 1}`,
  code(indicator.indicator),
  indicator.name_vi,
  formatDecimal(indicator.max_points),
  describeRule(indicator),
  indicator.evidence_required ? (indicator.evidence_vi ?? 'Bắt buộc') : (indicator.evidence_vi ?? ''),
  indicator.source ? sourceText[indicator.source] : '',
  indicator.verified_by_vi ?? '',
  indicator.due === 'quarterly' ? 'quý' : 'năm',
  indicator.illustrative ? 'minh họa' : '',
];

const sourceText: Record<NonNullable<Indicator['source']>, string> = {
  reported: 'Đơn vị báo cáo',
  measured: 'Hệ thống đo',
  statistics: 'Cơ quan thống kê',
  survey: 'Khảo sát',
};

import type { Workbook } from 'exceljs';
import { formatDecimal, formatPoints } from '../../format/format-decimal.ts';
import type { Indicator, ScoringRule } from '../../frameworks/framework.ts';
import { boxed, fonts } from '../report/report-style.ts';
import { wrappedHeight } from '../template/text-height.ts';
import { setUpPages, writeHead } from './grid-sheet.ts';
import type { Layout } from './recompute-layout.ts';
import { sheetsVi } from './recompute-words.ts';

const columns = [
  { header: 'Mã chỉ số', width: 22 },
  { header: 'Chỉ số thành phần', width: 60 },
  { header: 'Chỉ số chính', width: 26 },
  { header: 'Điểm tối đa', width: 10 },
  { header: 'Cách tính điểm', width: 70 },
];

/** What is computed: every indicator of the round with its rule in words. */
export function addIndicatorsSheet(workbook: Workbook, { indicators, framework, scoreboard }: Layout): void {
  const sheet = workbook.addWorksheet(sheetsVi.indicators, {
    views: [{ state: 'frozen', ySplit: 3, activeCell: 'A1', zoomScale: 100 }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  setUpPages(sheet, scoreboard);
  sheet.pageSetup.printTitlesRow = '3:3';
  Object.assign(sheet.getCell('A1'), { value: 'Chỉ số thành phần được đánh giá và cách tính điểm', font: fonts.title });
  columns.forEach(({ header }, n) => {
    writeHead(sheet, 3, n + 1, header);
  });
  sheet.getRow(3).height = 32;
  const names = new Map(framework.main_indices.map(({ main_index, name_vi }) => [main_index, name_vi]));
  indicators.forEach((indicator, n) => {
    const { main_index, max_points } = indicator;
    const texts = [
      ...[indicator.indicator, indicator.name_vi, `${names.get(main_index) ?? main_index} (${main_index})`],
      ...[formatPoints(max_points), ruleVi(indicator)],
    ];
    texts.forEach((value, column) => {
      const alignment = { wrapText: true, vertical: 'middle' } as const;
      Object.assign(sheet.getCell(4 + n, column + 1), { value, font: fonts.note, border: boxed, alignment });
    });
    sheet.getRow(4 + n).height = wrappedHeight(
      texts.map((text, column) => ({ text, width: columns[column]!.width, size: 11, indent: 0 })),
    );
  });
}

/** A rule of the framework with its own parameters, in words. */
function ruleVi(indicator: Indicator): string {
  const zero = { not_applicable: 'không áp dụng', zero_points: '0 điểm' }[
    indicator.zero_denominator ?? 'not_applicable'
  ];
  const { tiers = [] } = indicator;
  const target = formatDecimal(indicator.target ?? '1');
  const listed = tiers.map(({ label_vi, points }) => `${label_vi}: ${formatPoints(points)}`).join('; ');
  const words: Record<ScoringRule, string> = {
    direct: 'Giá trị × điểm tối đa.',
    external: `Giá trị / ${target} × điểm tối đa.`,
    yes_no: 'Có: điểm tối đa; không: 0 điểm.',
    ratio: `Tử số / mẫu số × điểm tối đa; mẫu số bằng 0: ${zero}.`,
    ratio_threshold: `Tử số / (mẫu số × ${target}) × điểm tối đa, không quá điểm tối đa; mẫu số bằng 0: ${zero}.`,
    growth: `(Giá trị − giá trị cùng kỳ năm trước) / (giá trị cùng kỳ năm trước × ${target}) × điểm tối đa; cùng kỳ bằng 0: ${zero}.`,
    count_tiers: `Theo số lượng. ${listed}; ít hơn: 0 điểm.`,
    role_tiers: `Theo lựa chọn. ${listed}.`,
    additive_parts: `Cộng điểm các phần đạt. ${listed}.`,
  };
  return words[indicator.rule];
}

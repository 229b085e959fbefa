import type { Workbook } from 'exceljs';
import { releaseVi } from '../../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../../scoring/scoreboard.ts';
import { publishedNumber } from '../published-number.ts';
import { addReportSheet, headerRow, pageCharacters } from '../report-sheet.ts';
import { fonts } from '../report-style.ts';
import type { PlacedChart } from './add-charts.ts';
import { type DataBlock, dataBlocks, dataSheet, type FigureData } from './data-sheet.ts';
import type { Figure } from './figures.ts';

/** Bars that one page holds with names of a size that is read on paper. */
const mostBars = 40;
const rowPoints = 17;
const millimetresPerPoint = 25.4 / 72;
/** Of a chart that lies: its height does not hang on how many names there are. */
const lyingHeight = 110;

export interface FigureSheets {
  /** For the finishing pass. */
  charts: PlacedChart[];
  /** What they draw from, for a sheet behind all others. */
  data: FigureData[];
}

/** A sheet for each figure, or for each page of it where there are many units. */
export function addFigureSheets(workbook: Workbook, scoreboard: Scoreboard, figures: readonly Figure[]): FigureSheets {
  const pages = figures.flatMap(pagesOf);
  const data = pages.map(dataOf);
  const blocks = dataBlocks(data);
  const charts = pages.map((page, place) => addFigureSheet(workbook, scoreboard, page, blocks[place]!));
  return { charts, data };
}

interface Page {
  figure: Figure;
  /** `Hình 1`, `Hình 1 (2)`. */
  name: string;
  /** Caption, with the part of it that this page has. */
  caption: string;
}

function pagesOf(figure: Figure, n: number): Page[] {
  const pages = Math.ceil(figure.names.length / mostBars);
  const each = Math.ceil(figure.names.length / pages);
  return Array.from({ length: pages }, (_, page) => {
    const part = <Item>(of: Item[]) => of.slice(page * each, (page + 1) * each);
    const series = figure.series.map((one) => ({ ...one, decimals: part(one.decimals) }));
    return {
      figure: { ...figure, names: part(figure.names), series },
      name: `Hình ${n + 1}${pages === 1 ? '' : ` (${page + 1})`}`,
      caption: `${figure.caption}${pages === 1 ? '' : ` (${page + 1}/${pages})`}`,
    };
  });
}

const dataOf = ({ figure: { named, names, series, format }, name, caption }: Page): FigureData => ({
  ...{ title: `${name}: ${caption}`, named, names, format },
  series: series.map((one) => ({
    name: one.name,
    numbers: one.decimals.map((decimal) => (decimal === null ? null : publishedNumber(decimal))),
  })),
});

/** In millimetres: room for each bar, and for the names of the kinds of bars. */
function heightOf({ kind, names, series }: Figure): number {
  if (kind === 'lines') return lyingHeight;
  const perName = series.length === 1 ? 5.2 : 3 + 3.6 * series.length;
  return Math.min(200, 24 + (series.length > 1 ? 10 : 0) + names.length * perName);
}

function addFigureSheet(workbook: Workbook, scoreboard: Scoreboard, page: Page, block: DataBlock): PlacedChart {
  const { figure, name, caption } = page;
  const number = name.replace(/ \(\d+\)$/, '');
  const sheet = addReportSheet(workbook, scoreboard, {
    ...{ name, title: `${number}. ${caption}`, note: '', onePage: true },
    ...{ widths: [pageCharacters.portrait], orientation: 'portrait' },
  });
  const height = heightOf(figure);
  const lines = Math.ceil(height / millimetresPerPoint / rowPoints) + 1;
  for (let row = headerRow; row <= headerRow + lines; row += 1) sheet.getRow(row).height = rowPoints;
  const last = headerRow + lines;
  const note = `Nguồn: đợt công bố ${releaseVi(scoreboard)}. Số liệu của hình ở trang ẩn “${dataSheet}”.`;
  const alignment = { wrapText: true, vertical: 'middle' } as const;
  Object.assign(sheet.getCell(last, 1), { value: note, font: fonts.note, alignment });
  sheet.getRow(last).height = 34;
  sheet.pageSetup.printArea = `A$1:A$${last}`;
  return {
    ...{ sheetId: sheet.id, row: headerRow - 1, millimetres: { width: 163, height }, name, altText: figure.altText },
    chart: chartOf(figure, block),
  };
}

const chartOf = (figure: Figure, { categories, series }: DataBlock): PlacedChart['chart'] => ({
  ...{ kind: figure.kind, categories, format: figure.format },
  series: series.map((one, n) => {
    const { look, labelled } = figure.series[n]!;
    return { ...one, look, labelled };
  }),
  axis: { title: figure.axisTitle, format: figure.axisFormat, ...figure.bounds },
});

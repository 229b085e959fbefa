import type { Workbook } from 'exceljs';
import type { ReportSource } from '../../../release/report-source.ts';
import { releaseVi } from '../../../release/scoreboard-words.ts';
import { publishedNumber } from '../published-number.ts';
import { addReportSheet, headerRow, pageCharacters } from '../report-sheet.ts';
import { fonts } from '../report-style.ts';
import type { PlacedChart } from './add-charts.ts';
import { type DataBlock, dataBlock, dataSheet, type FigureData } from './data-sheet.ts';
import { type Figure, figuresOf } from './figures.ts';

/** Bars that one page holds with names of a size that is read on paper. */
const mostBars = 40;
const rowPoints = 17;
const millimetresPerPoint = 25.4 / 72;

export interface FigureSheets {
  /** For the finishing pass. */
  charts: PlacedChart[];
  /** What they draw from, for a sheet behind all others. */
  data: FigureData[];
}

/** A sheet for each figure, or for each page of it where there are many units. */
export function addFigureSheets(workbook: Workbook, source: ReportSource): FigureSheets {
  const added = figuresOf(source.scoreboard, source.changes)
    .flatMap(pagesOf)
    .map((page, place) => addFigureSheet(workbook, source, page, place));
  return { charts: added.map(({ chart }) => chart), data: added.map(({ data }) => data) };
}

function pagesOf(figure: Figure, n: number): Page[] {
  const pages = Math.ceil(figure.rows.length / mostBars);
  const each = Math.ceil(figure.rows.length / pages);
  return Array.from({ length: pages }, (_, page) => {
    const rows = figure.rows.slice(page * each, (page + 1) * each);
    return { figure: { ...figure, rows }, number: n + 1, page, pages };
  });
}

interface Page {
  figure: Figure;
  number: number;
  page: number;
  pages: number;
}

function addFigureSheet(workbook: Workbook, { scoreboard }: ReportSource, page: Page, place: number) {
  const { figure, number, pages } = page;
  const part = pages === 1 ? '' : ` (${page.page + 1}/${pages})`;
  const name = `Hình ${number}${pages === 1 ? '' : ` (${page.page + 1})`}`;
  const sheet = addReportSheet(workbook, scoreboard, {
    ...{ name, title: `Hình ${number}. ${figure.caption}${part}`, note: '', onePage: true },
    ...{ widths: [pageCharacters.portrait], orientation: 'portrait' },
  });
  const height = Math.min(200, 24 + figure.rows.length * 5.2);
  const lines = Math.ceil(height / millimetresPerPoint / rowPoints) + 1;
  for (let row = headerRow; row <= headerRow + lines; row += 1) sheet.getRow(row).height = rowPoints;
  const last = headerRow + lines;
  const note = `Nguồn: đợt công bố ${releaseVi(scoreboard)}. Số liệu của hình ở trang ẩn “${dataSheet}”.`;
  const alignment = { wrapText: true, vertical: 'middle' } as const;
  Object.assign(sheet.getCell(last, 1), { value: note, font: fonts.note, alignment });
  sheet.getRow(last).height = 34;
  sheet.pageSetup.printArea = `A$1:A$${last}`;
  const { series, format, altText } = figure;
  const data: FigureData = { title: `${name}: ${figure.caption}${part}`, series, format, rows: rowsOf(figure) };
  const chart: PlacedChart = {
    ...{ sheetId: sheet.id, row: headerRow - 1, millimetres: { width: 163, height }, name, altText },
    chart: chartOf(figure, dataBlock(data, place)),
  };
  return { chart, data };
}

const rowsOf = ({ rows }: Figure) => rows.map(({ name, decimal }) => ({ name, number: publishedNumber(decimal) }));

const chartOf = (figure: Figure, block: DataBlock): PlacedChart['chart'] => ({
  ...block,
  format: figure.format,
  axis: { title: figure.axisTitle, format: figure.axisFormat, ...figure.bounds },
});

import type { Workbook, Worksheet } from 'exceljs';
import type { Measure } from '../../frameworks/framework.ts';
import { averagesHeadVi } from '../../release/measure-words.ts';
import { scaleDecimal, scaleOf } from '../../scoring/scaled-decimal.ts';
import type { MeasureScore } from '../../scoring/scores.ts';
import { publishedNumber } from '../report/published-number.ts';
import { fonts } from '../report/report-style.ts';
import { addGridSheet, type GridCell, writeCell, writeDifferences, writeHead } from './grid-sheet.ts';
import { computedFor, halfUp, wholeOf } from './half-up.ts';
import { pointRows } from './point-sheets.ts';
import { acrossPoints, at, firstRow, keyOf, type Layout } from './recompute-layout.ts';
import { codes, codesVi, deviationVi, sheetsVi } from './recompute-words.ts';

/** Columns of a sheet of a measure; those of the rank only where the measure is ranked. */
const column = {
  points: 4,
  maxPoints: 5,
  answered: 6,
  asked: 7,
  value: 8,
  published: 9,
  placed: 10,
  rank: 11,
  publishedRank: 12,
};

const headers: [keyof typeof column, string][] = [
  ['points', 'Điểm (số nguyên)'],
  ['maxPoints', 'Điểm tối đa (số nguyên)'],
  ['answered', 'Số chỉ số có trả lời'],
  ['asked', 'Số chỉ số được tính'],
  ['value', 'Giá trị'],
  ['published', 'Giá trị đã công bố'],
  ['placed', 'Giá trị được xếp hạng'],
  ['rank', 'Thứ hạng'],
  ['publishedRank', 'Thứ hạng đã công bố'],
];

/** A sheet for the total, each main index and each pillar: from points to value, rank and average. */
export function addMeasureSheets(workbook: Workbook, layout: Layout): void {
  const rows = new Map(layout.scores.measure_scores.map((row) => [keyOf(row.unit_id, row.measure), row]));
  for (const measure of layout.measures) addMeasureSheet(workbook, layout, measure, rows);
}

type Rows = ReadonlyMap<string, MeasureScore>;

function addMeasureSheet(workbook: Workbook, layout: Layout, measure: Measure, rows: Rows): void {
  const shown = headers.filter(([key]) => measure.ranked || column[key] < column.placed);
  const sheet = addGridSheet(workbook, layout, {
    name: layout.measureSheets.get(measure.measure)!,
    title: measure.name_vi,
    note: codesVi,
    widths: shown.map(() => 12),
  });
  writeHead(sheet, firstRow - 1, 3, deviationVi);
  for (const [key, text] of shown) writeHead(sheet, firstRow - 1, column[key], text);
  sheet.getRow(firstRow - 1).height = 46;
  layout.units.forEach(({ unit_id }, n) => {
    const score = rows.get(keyOf(unit_id, measure.measure));
    if (score) writeUnit(sheet, layout, { measure, score, row: firstRow + n });
    else writeAbsent(sheet, firstRow + n, measure);
  });
  writeAverage(sheet, layout, measure);
  writeDifferences(sheet, layout);
}

interface UnitRow {
  measure: Measure;
  score: MeasureScore;
  row: number;
}

function writeUnit(sheet: Worksheet, layout: Layout, { measure, score, row }: UnitRow): void {
  const { framework } = layout;
  const whole = (points: string) => Number(scaleDecimal(points, framework.points_decimals));
  const put = (key: keyof typeof column, cell: GridCell) => writeCell(sheet, row, column[key], cell);
  const formula = (text: string, result: number | string, format?: string): GridCell => ({
    ...{ kind: 'formula', formula: text, result },
    ...(format === undefined ? {} : { format }),
  });
  const sums = sumsOf(layout, measure, row);
  put('points', formula(sums.points, whole(score.points), '[$-42A]#,##0'));
  put('maxPoints', formula(sums.maxPoints, whole(score.max_points), '[$-42A]#,##0'));
  put('answered', formula(sums.answered, score.answered_count));
  put('asked', formula(sums.asked, score.asked_count));
  const value = score.value === null ? codes.notApplicable : publishedNumber(score.value);
  put('value', valueCell(layout, score, row));
  put('published', constant(value, valueFormat(layout)));
  if (measure.ranked) writeRank(sheet, layout, { measure, score, row });
  const off = `N(H${row}<>I${row})${measure.ranked ? `+N(K${row}<>L${row})` : ''}`;
  writeCell(sheet, row, 3, formula(off, 0));
}

const valueFormat = ({ framework }: Layout): string =>
  framework.decimals === 0 ? '0' : `[$-42A]0.${'0'.repeat(framework.decimals)}`;

const constant = (value: number | string, format: string): GridCell =>
  typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'number', number: value, format };

/** A main index adds up points; total and pillars add up the main indices' whole numbers. */
function sumsOf(layout: Layout, { kind, measure, main_indices }: Measure, row: number) {
  if (kind !== 'main_index') {
    const add = (letter: string) =>
      main_indices.map((index) => at(layout.measureSheets.get(index)!, `${letter}${row}`)).join('+');
    return { points: add('D'), maxPoints: add('E'), answered: add('F'), asked: add('G') };
  }
  const { finalSheet, framework } = layout;
  const fixed = (line: number) => at(finalSheet, acrossPoints(layout, line));
  const across = (sheet: string) => at(sheet, acrossPoints(layout, row, ''));
  const [own, final, self] = [fixed(pointRows.mainIndex), across(finalSheet), across(sheetsVi.self)];
  // A text that holds no figure leaves both sides; only what was asked and not answered stays in the maximum.
  const counts = (points: string) => `(ISNUMBER(${points})+(${points}="${codes.missing}"))`;
  const max = fixed(pointRows.wholeMaxPoints);
  return {
    points: wholeOf(`SUMIF(${own},"${measure}",${final})`, framework.points_decimals || 0),
    maxPoints: `SUMPRODUCT((${own}="${measure}")*${counts(final)}*${max})`,
    answered: `SUMPRODUCT((${own}="${measure}")*ISNUMBER(${self}))`,
    asked: `SUMPRODUCT((${own}="${measure}")*${counts(self)})`,
  };
}

function valueCell(layout: Layout, { points, max_points, value }: MeasureScore, row: number): GridCell {
  const { decimals, points_decimals } = layout.framework;
  const result = value === null ? codes.notApplicable : publishedNumber(value);
  const [over, under] = [points, max_points].map((text) => scaleDecimal(text, points_decimals)) as [bigint, bigint];
  const computed = computedFor(2n * over * scaleOf(decimals) + 2n * under);
  if (computed === 'value') return constant(result, valueFormat(layout));
  const quotient = halfUp({ over: `D${row}*${scaleOf(decimals)}`, under: `E${row}` }, computed);
  const formula = `IF(E${row}>0,(${quotient})/${scaleOf(decimals)},"${codes.notApplicable}")`;
  return { kind: 'formula', formula, result, format: valueFormat(layout) };
}

function writeRank(sheet: Worksheet, layout: Layout, { score, row }: UnitRow): void {
  const { framework, lastRow, inputs, measures, measureSheets } = layout;
  const total = measureSheets.get(measures.find(({ kind }) => kind === 'total')!.measure)!;
  const isPlaced = inputs.units.find(({ unit_id }) => unit_id === score.unit_id)?.ranked ?? false;
  const minimum = framework.minimum_answered_percent ?? 0;
  const enough = `100*${at(total, `F${row}`)}>=${minimum}*${at(total, `G${row}`)}`;
  const answers = `OR(G${row}=0,F${row}>0)`;
  const rank = score.rank ?? codes.unranked;
  const placed = score.rank === null ? codes.unranked : publishedNumber(score.value!);
  const placing = `IF(AND(ISNUMBER(H${row}),${enough},${answers}),H${row},"${codes.unranked}")`;
  const format = valueFormat(layout);
  const cell: GridCell = isPlaced
    ? { kind: 'formula', formula: placing, result: placed, format }
    : { kind: 'text', text: codes.unranked };
  writeCell(sheet, row, column.placed, cell);
  const places = `J$${firstRow}:J$${lastRow}`;
  const ranking = `IF(ISNUMBER(J${row}),RANK(J${row},${places},0),"${codes.unranked}")`;
  writeCell(sheet, row, column.rank, { kind: 'formula', formula: ranking, result: rank });
  writeCell(sheet, row, column.publishedRank, constant(rank, '0'));
}

/** Of a unit that did not submit there is nothing to compute. */
function writeAbsent(sheet: Worksheet, row: number, measure: Measure): void {
  const keys = headers.filter(([key]) => measure.ranked || column[key] < column.placed);
  for (const [key] of keys) writeCell(sheet, row, column[key], { kind: 'text', text: codes.missing });
  writeCell(sheet, row, 3, { kind: 'number', number: 0 });
}

function writeAverage(sheet: Worksheet, layout: Layout, { measure }: Measure): void {
  const { framework, lastRow, scores } = layout;
  const [row, range] = [lastRow + 1, `H${firstRow}:H${lastRow}`];
  const average = scores.averages.find((one) => one.measure === measure);
  const scale = scaleOf(framework.decimals);
  const result = average?.value == null ? codes.notApplicable : publishedNumber(average.value);
  const quotient = halfUp({ over: wholeOf(`SUM(${range})`, framework.decimals), under: `COUNT(${range})` }, 'formula');
  const formula = `IF(COUNT(${range})>0,(${quotient})/${scale},"${codes.notApplicable}")`;
  Object.assign(sheet.getCell(row, 2), { value: averagesHeadVi(layout.scoreboard), font: fonts.header });
  const format = valueFormat(layout);
  writeCell(sheet, row, column.value, { kind: 'formula', formula, result, format });
  writeCell(sheet, row, column.published, constant(result, format));
  writeCell(sheet, row, 3, { kind: 'formula', formula: `N(H${row}<>I${row})`, result: 0 });
}

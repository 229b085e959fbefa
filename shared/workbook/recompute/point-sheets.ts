import type { Workbook, Worksheet } from 'exceljs';
import { formatPoints } from '../../format/format-decimal.ts';
import type { Indicator } from '../../frameworks/framework.ts';
import { scaleDecimal } from '../../scoring/scaled-decimal.ts';
import type { IndicatorPoints } from '../../scoring/scores.ts';
import { columnName } from '../column-name.ts';
import { publishedNumber } from '../report/published-number.ts';
import { figureColumns } from './declared-sheet.ts';
import { addGridSheet, type GridCell, writeCell, writeDifferences, writeHead } from './grid-sheet.ts';
import { type DeclaredFigures, type PointFormula, pointFormula } from './point-formula.ts';
import { acrossPoints, at, firstColumn, firstRow, keyOf, type Layout } from './recompute-layout.ts';
import { codes, codesVi, computedVi, deviationVi, sheetsVi } from './recompute-words.ts';

/** Rows above the figures of a sheet of points; formulas read two of them. */
export const pointRows = { name: 5, code: 6, mainIndex: 7, maxPoints: 8, wholeMaxPoints: 9, computed: 10, head: 11 };

const pointFormat = '[$-42A]0.0###';
const pointWidth = 13;

/** Points by rule, appraised points where there are any, what counts of them, and all as they were published. */
export function addPointSheets(workbook: Workbook, layout: Layout): void {
  const formulas = layout.indicators.map((indicator) => formulaOf(indicator, layout));
  const selfPublished = sheetsVi.publishedSelf;
  const self = addPointSheet(workbook, layout, sheetsVi.self, 'điểm theo cách tính của từng chỉ số thành phần');
  fillPoints(self, layout, (row, n, place) => selfCell(layout, row, { n, place, formula: formulas[place]! }));
  formulas.forEach(({ computed }, n) => {
    writeHead(self, pointRows.computed, firstColumn + n, computedVi[computed], true);
  });
  compareWith(self, layout, selfPublished);
  if (layout.appraised.size > 0) addAppraisedSheets(workbook, layout);
  addPublished(workbook, layout, selfPublished, selfOf);
  if (layout.appraised.size > 0) addPublished(workbook, layout, sheetsVi.publishedFinal, finalOf);
}

function addAppraisedSheets(workbook: Workbook, layout: Layout): void {
  const appraised = addPointSheet(workbook, layout, sheetsVi.appraised, 'điểm thẩm định');
  fillPoints(appraised, layout, ({ appraised_points }) =>
    appraised_points === null ? null : numberCell(appraised_points),
  );
  const final = addPointSheet(workbook, layout, sheetsVi.final, 'điểm được tính');
  fillPoints(final, layout, (row, n, place) => {
    const address = `${columnName(firstColumn + place)}${firstRow + n}`;
    const [self, decided] = [at(sheetsVi.self, address), at(sheetsVi.appraised, address)];
    const leaves = `OR(${self}="${codes.notApplicable}",${self}="${codes.notDue}")`;
    const formula = `IF(AND(ISNUMBER(${decided}),NOT(${leaves})),${decided},${self})`;
    return { kind: 'formula', formula, result: resultOf(finalOf(row)), format: pointFormat };
  });
  compareWith(final, layout, sheetsVi.publishedFinal);
}

function addPublished(workbook: Workbook, layout: Layout, name: string, of: typeof selfOf): void {
  const sheet = addPointSheet(workbook, layout, name, `${lowerFirst(name)} của đợt công bố`);
  fillPoints(sheet, layout, (row) => {
    const result = resultOf(of(row));
    return typeof result === 'string'
      ? { kind: 'text', text: result }
      : { kind: 'number', number: result, format: pointFormat };
  });
}

function formulaOf(indicator: Indicator, { framework, units, figures, answers }: Layout): PointFormula {
  const declared = units.flatMap(({ unit_id }): DeclaredFigures[] => {
    const key = keyOf(unit_id, indicator.indicator);
    return figures.has(key) && isByRule(answers.get(key)?.state) ? [figures.get(key)!] : [];
  });
  return pointFormula(indicator, framework.points_decimals, declared);
}

const isByRule = (state: string | undefined): boolean => state === undefined || state === 'carried';

interface Place {
  n: number;
  place: number;
  formula: PointFormula;
}

function selfCell(layout: Layout, row: IndicatorPoints, { n, place, formula }: Place): GridCell {
  const result = resultOf(selfOf(row));
  const byRule = isByRule(layout.answers.get(keyOf(row.unit_id, row.indicator))?.state);
  if (!byRule) return { kind: 'text', text: `${result}` };
  if (formula.computed === 'value') {
    return typeof result === 'string'
      ? { kind: 'text', text: result }
      : { kind: 'number', number: result, format: pointFormat };
  }
  const column = columnName(firstColumn + place);
  const letters = figureColumns(layout, row.indicator);
  const written = formula.write({
    figure: (input) => at(sheetsVi.declared, `${letters.get(input)}${firstRow + n}`),
    maxPoints: `${column}$${pointRows.maxPoints}`,
    wholeMaxPoints: `${column}$${pointRows.wholeMaxPoints}`,
  });
  return { kind: 'formula', formula: written, result, format: pointFormat };
}

/** Points, or the code of a state: one that earns nothing of its maximum is told from a zero that was earned. */
type Told = { points: string } | { code: string };

const codeOf = ({ state }: IndicatorPoints): string =>
  state === 'not_due' ? codes.notDue : state === 'not_answered' ? codes.missing : codes.notApplicable;

const selfOf = (row: IndicatorPoints): Told =>
  row.self_points === null || row.state === 'not_answered' ? { code: codeOf(row) } : { points: row.self_points };

const finalOf = (row: IndicatorPoints): Told => {
  const isMissing = row.state === 'not_answered' && row.appraised_points === null;
  return row.points === null || isMissing ? { code: codeOf(row) } : { points: row.points };
};

const resultOf = (told: Told): number | string => ('code' in told ? told.code : publishedNumber(told.points));

const numberCell = (points: string): GridCell => ({
  kind: 'number',
  number: publishedNumber(points),
  format: pointFormat,
});

function addPointSheet(workbook: Workbook, layout: Layout, name: string, title: string): Worksheet {
  const widths = layout.indicators.map(() => pointWidth);
  const sheet = addGridSheet(workbook, layout, { name, title, note: codesVi, widths, headRow: pointRows.name });
  const decimals = layout.framework.points_decimals;
  const labels: [number, string][] = [
    [pointRows.name, 'Chỉ số thành phần'],
    [pointRows.code, 'Mã chỉ số'],
    [pointRows.mainIndex, 'Mã chỉ số chính'],
    [pointRows.maxPoints, 'Điểm tối đa'],
    [pointRows.wholeMaxPoints, `Điểm tối đa × ${formatPoints(`${10 ** decimals}`)}`],
  ];
  for (const [row, label] of labels) writeHead(sheet, row, 2, label);
  layout.indicators.forEach((indicator, n) => {
    const column = firstColumn + n;
    writeHead(sheet, pointRows.name, column, indicator.name_vi, true);
    writeHead(sheet, pointRows.code, column, indicator.indicator, true);
    writeHead(sheet, pointRows.mainIndex, column, indicator.main_index, true);
    writeCell(sheet, pointRows.maxPoints, column, numberCell(indicator.max_points));
    const whole = Number(scaleDecimal(indicator.max_points, decimals));
    writeCell(sheet, pointRows.wholeMaxPoints, column, { kind: 'number', number: whole });
    writeHead(sheet, pointRows.head, column, indicator.indicator);
  });
  sheet.getRow(pointRows.name).height = 96;
  sheet.getRow(pointRows.computed).height = 28;
  sheet.getRow(pointRows.head).height = 30;
  return sheet;
}

type CellOf = (row: IndicatorPoints, n: number, place: number) => GridCell | null;

function fillPoints(sheet: Worksheet, { units, indicators, points }: Layout, cellOf: CellOf): void {
  units.forEach(({ unit_id }, n) => {
    indicators.forEach(({ indicator }, place) => {
      const row = points.get(keyOf(unit_id, indicator));
      const cell = row ? cellOf(row, n, place) : null;
      if (cell) writeCell(sheet, firstRow + n, firstColumn + place, cell);
    });
  });
}

/** Cells of a row that are other than published, counted. */
function compareWith(sheet: Worksheet, layout: Layout, published: string): void {
  writeHead(sheet, pointRows.head, 3, deviationVi);
  layout.units.forEach((_unit, n) => {
    const across = acrossPoints(layout, firstRow + n, '');
    const formula = `SUMPRODUCT(--(${across}<>${at(published, across)}))`;
    writeCell(sheet, firstRow + n, 3, { kind: 'formula', formula, result: 0 });
  });
  writeDifferences(sheet, layout);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

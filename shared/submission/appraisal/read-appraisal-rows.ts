import type { Framework } from '../../frameworks/framework.ts';
import { type CellBook, type CellRow, cellAddress } from '../cell-book.ts';
import { makeFinding, type Place, shorten } from '../finding.ts';
import { locateTable, type TableLocation } from '../rows/locate-table.ts';
import { findMergedCells } from '../rows/merged-cells.ts';
import type { Finding } from '../submission.ts';
import { cellText, isBlank } from '../values/cell-text.ts';
import { type NumberContext, readNumber } from '../values/read-number.ts';
import { readText } from '../values/read-text.ts';
import { type AppraisalCode, appraisalLayout } from './appraisal-layout.ts';
import type { AppraisableAnswer, AppraisalRound } from './appraisal-round.ts';

/** One row of the workbook that belongs to an answer. */
export interface AppraisalRow {
  answer: AppraisableAnswer;
  /** Canonical decimal; null: nothing stood there, or what stood there could not be read and is a finding. */
  points: string | null;
  /** Nothing stood in the points. */
  blank: boolean;
  reason: string;
  row: number;
  hidden: boolean;
  place: (code: AppraisalCode) => Place;
  findings: Finding[];
}

export interface AppraisalRows {
  rows: AppraisalRow[];
  /** About the sheet, and about rows that belong to nothing. */
  findings: Finding[];
}

/** Rows by unit and indicator, wherever they and the columns were moved. A row that was taken out says nothing. */
export function readAppraisalRows(book: CellBook, { answers, framework }: AppraisalRound): AppraisalRows {
  const { location, findings } = locateTable(book, appraisalLayout);
  if (!location) return { rows: [], findings };
  const known = new Map(answers.map((answer) => [keyOf(answer.unit_id, answer.indicator.indicator), answer]));
  const found = new Map<string, AppraisalRow>();
  const stray: Finding[] = [];
  for (const line of location.sheet.rows.values()) {
    if (line.row <= location.codeRow) continue;
    const { key, place, isEmpty } = describeLine(line, location);
    const answer = known.get(key);
    const first = found.get(key);
    if (first) {
      const params = {
        other_row: `${first.row}`,
        figure: shorten(cellText(cellOf(line, location, 'appraised_points'))),
      };
      stray.push(makeFinding('ROW_DUPLICATE', place('indicator'), params, key));
    } else if (answer) found.set(key, readRow(line, answer, location, framework));
    else if (!isEmpty) stray.push(makeFinding('APPRAISAL_ROW_UNKNOWN', place('indicator'), {}, key));
  }
  return { rows: [...found.values()], findings: [...findings, ...mergedCells(location), ...stray] };
}

type Location = TableLocation<AppraisalCode>;

const keyOf = (unitId: string, indicator: string): string => `${unitId}#${indicator}`;

const cellOf = (line: CellRow, { columns }: Location, code: AppraisalCode) => line.cells.get(columns.get(code)!);

const placeIn =
  ({ sheet, columns }: Location, { row }: CellRow) =>
  (code: AppraisalCode): Place => ({
    sheet: sheet.name,
    cell: cellAddress(columns.get(code)!, row),
    row: null,
    field: null,
  });

/** A line of text below the table is nobody's decision; points or a reason that would be left out in silence are. */
function describeLine(line: CellRow, location: Location) {
  const textOf = (code: AppraisalCode) => cellText(cellOf(line, location, code));
  const inputs = [cellOf(line, location, 'appraised_points'), cellOf(line, location, 'reason')];
  return {
    key: keyOf(textOf('unit_id'), textOf('indicator')),
    place: placeIn(location, line),
    isEmpty: inputs.every(isBlank),
  };
}

function readRow(line: CellRow, answer: AppraisableAnswer, location: Location, framework: Framework): AppraisalRow {
  const place = placeIn(location, line);
  const points = readNumber(cellOf(line, location, 'appraised_points'), {
    ...asPoints(answer, framework),
    place: place('appraised_points'),
    notation: 'form',
  });
  const reason = readText(cellOf(line, location, 'reason'), place('reason'));
  return {
    answer,
    points: points.value,
    blank: points.blank,
    reason: reason.text ?? '',
    row: line.row,
    hidden: line.hidden,
    place,
    findings: [...points.findings, ...reason.findings],
  };
}

/** Points are read as a number from zero to the maximum, whatever kind of figure the indicator itself asks for. */
export const asPoints = (
  { indicator }: AppraisableAnswer,
  framework: Framework,
): Pick<NumberContext, 'indicator' | 'input'> => ({
  indicator: { ...indicator, rule: 'direct', unit_of_measure_vi: 'điểm' },
  input: { input: 'points', decimals: framework.points_decimals, minimum: '0', maximum: indicator.max_points },
});

function mergedCells({ sheet, codeRow, columns }: Location): Finding[] {
  const numbersOf = (codes: readonly AppraisalCode[]) => codes.map((code) => columns.get(code)!);
  const telling = numbersOf(['indicator', 'appraised_points']);
  const tells = ({ cells }: CellRow) => telling.some((number) => cellText(cells.get(number)) !== '');
  return findMergedCells({ sheet, codeRow, read: numbersOf(appraisalLayout.needed), tells });
}

import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { illustrativeVi } from '../../frameworks/framework-note.ts';
import { parsePeriod, periodLabelVi } from '../../periods/period.ts';
import {
  type AppraisalCode,
  appraisalLayout,
  appraisalSheets,
  appraisalVersion,
} from '../../submission/appraisal/appraisal-layout.ts';
import type { AppraisableAnswer } from '../../submission/appraisal/appraisal-round.ts';
import { cellAddress } from '../../submission/cell-book.ts';
import { codeRow, firstDataRow, headerRow } from '../../submission/form/form-spec.ts';
import { canonicalDecimal } from '../../submission/values/decimal-text.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { styles, wrappedHeight } from '../template/form-styles.ts';
import { printSetup } from '../template/print-setup.ts';
import { decimalFormat, setDecimal, shownDecimals } from '../template/set-decimal.ts';
import { addCodedHeader, addTitles, pageFooter, pageHeader, setText } from '../template/table-sheet.ts';
import type { AppraisalRowSpec, AppraisalSpec } from './appraisal-spec.ts';
import { describeFeedback } from './describe-feedback.ts';
import { describeFigures } from './describe-figures.ts';

/** Left to right, width in characters. */
const columns: { code: AppraisalCode; width: number }[] = [
  { code: 'unit_id', width: 11 },
  { code: 'unit', width: 15 },
  { code: 'indicator', width: 15 },
  { code: 'name', width: 28 },
  { code: 'max_points', width: 8 },
  { code: 'figures', width: 24 },
  { code: 'evidence', width: 22 },
  { code: 'self_points', width: 11 },
  { code: 'appraised_points', width: 12 },
  { code: 'reason', width: 28 },
  { code: 'feedback', width: 26 },
];

const columnOf = (code: AppraisalCode): number => columns.findIndex((column) => column.code === code) + 1;

/** The sheet that is filled in and read back: a row for each indicator of each unit. */
export function addAppraisalSheet(book: Workbook, spec: AppraisalSpec): Worksheet {
  const { framework, period } = spec.round;
  const left = `${spec.group_name_vi} · ${periodLabelVi(parsePeriod(period))}`;
  const right = `${framework.framework_id} ${framework.version} · bảng thẩm định phiên bản ${appraisalVersion}`;
  const sheet = book.addWorksheet(appraisalSheets.data, {
    views: [{ state: 'frozen', xSplit: 4, ySplit: codeRow, activeCell: 'A1', zoomScale: 90 }],
    pageSetup: printSetup('landscape', `${headerRow}:${codeRow}`),
    headerFooter: { oddHeader: pageHeader(framework), oddFooter: pageFooter(left, right) },
  });
  addTitles(sheet, titles(spec));
  addCodedHeader(sheet, columns, appraisalLayout.labels);
  spec.rows.forEach((row, index) => {
    addRow(sheet, firstDataRow + index, row);
  });
  addValidation(sheet, spec.rows.length);
  const last = cellAddress(columns.length, codeRow + spec.rows.length);
  sheet.autoFilter = `${cellAddress(1, codeRow)}:${last}`;
  return sheet;
}

function titles({ round, group_name_vi }: AppraisalSpec) {
  const { framework, period } = round;
  return [
    [`BẢNG THẨM ĐỊNH ĐIỂM: ${framework.total.name_vi.toLocaleUpperCase('vi')}`, styles.title],
    [`${group_name_vi} · Kỳ đánh giá: ${periodLabelVi(parsePeriod(period))}`, styles.notice],
    [`${framework.title_vi}, phiên bản ${framework.version}`, styles.line],
    [
      'Chỉ nhập ở các ô có khung đậm. Để trống là không thẩm định. Điểm khác điểm tự đánh giá thì phải ghi lý do.',
      styles.line,
    ],
    [framework.illustrative ? `${illustrativeVi}.` : '', styles.notice],
  ] as const;
}

function addRow(sheet: Worksheet, row: number, { answer, decision, feedback }: AppraisalRowSpec): void {
  const texts: Partial<Record<AppraisalCode, string>> = {
    ...rowTexts(answer),
    reason: decision?.reason ?? '',
    feedback: describeFeedback(feedback),
  };
  columns.forEach(({ code }, index) => {
    const cell = sheet.getCell(row, index + 1);
    const points = code === 'appraised_points' ? decision?.points : pointsOf(code, answer);
    if (code !== 'appraised_points' && points === undefined) {
      setText(cell, texts[code] ?? '', code === 'reason' ? styles.openText : styles.text);
      return;
    }
    cell.style =
      code === 'appraised_points' ? { ...styles.openFigure, numFmt: '[$-42A]General' } : figureStyle(points!);
    if (points !== undefined) setDecimal(cell, points);
  });
  const wrapped = columns.map(({ code, width }) => ({ text: texts[code] ?? '', width }));
  sheet.getRow(row).height = Math.max(wrappedHeight(wrapped), 34);
}

const figureStyle = (points: string) => ({
  ...styles.figure,
  numFmt: decimalFormat(shownDecimals(points), false),
});

function pointsOf(code: AppraisalCode, { indicator, self_points }: AppraisableAnswer): string | undefined {
  if (code === 'max_points') return canonicalDecimal(indicator.max_points);
  return code === 'self_points' ? self_points : undefined;
}

const rowTexts = (answer: AppraisableAnswer): Partial<Record<AppraisalCode, string>> => ({
  unit_id: answer.unit_id,
  unit: unitLabel(answer),
  indicator: answer.indicator.indicator,
  name: answer.indicator.name_vi + (answer.indicator.illustrative ? ' (minh họa)' : ''),
  figures: describeFigures(answer),
  evidence: answer.evidence,
});

/** exceljs keeps range validations in a model that its types leave out. */
interface RangeValidations {
  dataValidations: { add(range: string, validation: DataValidation): void };
}

/** One for all rows: the bound is a reference to the maximum in the same row. */
function addValidation(sheet: Worksheet, rows: number): void {
  if (rows === 0) return;
  const column = columnOf('appraised_points');
  const [top, bottom] = [cellAddress(column, firstDataRow), cellAddress(column, codeRow + rows)];
  const text = 'Nhập điểm từ 0 đến điểm tối đa. Để trống là không thẩm định.';
  const validation: DataValidation = {
    type: 'decimal',
    operator: 'between',
    formulae: ['0', `$${cellAddress(columnOf('max_points'), firstDataRow)}`],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: appraisalLayout.labels.appraised_points,
    prompt: text,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Điểm chưa đúng',
    error: text,
  };
  const { dataValidations } = sheet as unknown as RangeValidations;
  dataValidations.add(rows === 1 ? top : `${top}:${bottom}`, validation);
}

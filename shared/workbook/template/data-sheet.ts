import type { Cell, Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { illustrativeVi } from '../../frameworks/framework-note.ts';
import { unitOfInput } from '../../frameworks/units-of-measure.ts';
import { type ColumnCode, columnLabels, sheetNames } from '../../submission/form/form-layout.ts';
import { codeRow, type FormRow, type FormSpec, formRows, headerRow } from '../../submission/form/form-spec.ts';
import { choicesOf } from '../../submission/values/choices.ts';
import { isPercent } from '../../submission/values/is-percent.ts';
import { collectChoices } from './choice-lists.ts';
import { describeInput } from './describe-input.ts';
import { columnNumber, type FormColumn, formColumns } from './form-columns.ts';
import { styles, wrappedHeight } from './form-styles.ts';
import { printSetup } from './print-setup.ts';
import { decimalFormat, setDecimal, setInput, shownDecimals } from './set-decimal.ts';
import { addCodedHeader, addTitles, pageFooter, pageHeader, setText } from './table-sheet.ts';
import { addValidations } from './validations.ts';

/** The sheet that is filled in and read back. */
export function addDataSheet(book: Workbook, form: FormSpec): Worksheet {
  const columns = formColumns(form.framework);
  const sheet = book.addWorksheet(sheetNames.data, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: codeRow, activeCell: 'A1', zoomScale: 100 }],
    pageSetup: printSetup('landscape', `${headerRow}:${codeRow}`),
    headerFooter: { oddHeader: pageHeader(form.framework), oddFooter: oddFooter(form) },
  });
  addTitle(sheet, form);
  addCodedHeader(sheet, columns, columnLabels);
  const rows = formRows(form);
  for (const row of rows) addRow(sheet, columns, row, form);
  addValidations(sheet, columnNumber(columns, 'value'), rows, collectChoices(rows));
  return sheet;
}

const oddFooter = ({ unit, periodLabel, framework, identity }: FormSpec): string =>
  pageFooter(
    `${unit.full_name_vi} · ${periodLabel}`,
    `${framework.framework_id} ${framework.version} · mẫu phiên bản ${identity.template_version}`,
  );

function addTitle(sheet: Worksheet, form: FormSpec): void {
  const { framework } = form;
  const deadline = form.deadline === undefined ? '' : ` · Hạn gửi: hết ngày ${formatDate(form.deadline)}`;
  const titles = [
    [`BIỂU MẪU KÊ KHAI SỐ LIỆU: ${framework.total.name_vi.toLocaleUpperCase('vi')}`, styles.title],
    [`${form.unit.full_name_vi} · Kỳ đánh giá: ${form.periodLabel}${deadline}`, styles.notice],
    [`${framework.title_vi}, phiên bản ${framework.version}`, styles.line],
    ['Chỉ nhập ở các ô có khung đậm. Dấu phẩy là dấu thập phân: 0,9286.', styles.line],
    [framework.illustrative ? `${illustrativeVi}.` : '', styles.notice],
  ] as const;
  addTitles(sheet, titles);
}

function addRow(sheet: Worksheet, columns: FormColumn[], row: FormRow, form: FormSpec): void {
  const texts = rowTexts(row, form);
  columns.forEach((column, index) => {
    const cell = sheet.getCell(row.row, index + 1);
    if (figures.has(column.code)) setFigure(cell, column, row);
    else setText(cell, texts[column.code] ?? '', column.open ? styles.openText : styles.text);
  });
  // Whatever is chosen later must fit: a row does not grow when its height is set.
  const widest = { ...texts, value: longestLabel(row) };
  const wrapped = columns.map(({ code, width }) => ({ text: widest[code] ?? '', width }));
  sheet.getRow(row.row).height = Math.max(wrappedHeight(wrapped), 34);
}

const longestLabel = ({ indicator, input }: FormRow): string =>
  (choicesOf(indicator, input) ?? []).reduce(
    (longest, { label_vi }) => (label_vi.length > longest.length ? label_vi : longest),
    '',
  );

const figures: ReadonlySet<ColumnCode> = new Set(['value', 'last_value', 'max_points'] as const);

/** Labels are words: left, and wrapped. */
const chosen = (open: boolean) => (open ? styles.openText : styles.text);

function setFigure(cell: Cell, { code, open }: FormColumn, { indicator, input, filled }: FormRow): void {
  const style = open ? styles.openFigure : styles.figure;
  if (code === 'max_points') {
    cell.style = { ...style, numFmt: decimalFormat(shownDecimals(indicator.max_points), false) };
    setDecimal(cell, indicator.max_points);
    return;
  }
  cell.style = choicesOf(indicator, input)
    ? chosen(open)
    : { ...style, numFmt: decimalFormat(input.decimals, isPercent(indicator)) };
  const shown = code === 'value' || filled?.source_vi !== undefined;
  if (filled && shown) setInput(cell, indicator, input, filled.value);
}

function rowTexts({ indicator, input, filled }: FormRow, { framework }: FormSpec): Partial<Record<ColumnCode, string>> {
  const mainIndex = framework.main_indices.find(({ main_index }) => main_index === indicator.main_index);
  return {
    indicator: indicator.indicator,
    main_index: mainIndex?.name_vi ?? '',
    name: indicator.name_vi,
    input: input.input,
    declare: describeInput(indicator, input),
    unit_of_measure: unitOfInput(indicator, input),
    last_source: filled?.source_vi ?? '',
    evidence: filled?.evidence ?? '',
    note: filled?.note ?? '',
  };
}

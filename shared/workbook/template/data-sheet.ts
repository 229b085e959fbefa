import type { Cell, Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { type ColumnCode, columnLabels, sheetNames } from '../../submission/form/form-layout.ts';
import { choicesOf } from '../../submission/values/choices.ts';
import { isPercent } from '../../submission/values/is-percent.ts';
import { collectChoices } from './choice-lists.ts';
import { describeInput } from './describe-input.ts';
import { columnNumber, type FormColumn, formColumns } from './form-columns.ts';
import { codeRow, type FormRow, type FormSpec, formRows, headerRow } from './form-spec.ts';
import { styles, wrappedHeight } from './form-styles.ts';
import { printSetup } from './print-setup.ts';
import { decimalFormat, setDecimal, setInput } from './set-decimal.ts';
import { addValidations } from './validations.ts';

/** The sheet that is filled in and read back. */
export function addDataSheet(book: Workbook, form: FormSpec): Worksheet {
  const columns = formColumns(form.framework);
  const sheet = book.addWorksheet(sheetNames.data, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: codeRow, activeCell: 'A1', zoomScale: 100 }],
    pageSetup: printSetup('landscape', `${headerRow}:${codeRow}`),
    headerFooter: { oddHeader: oddHeader(form), oddFooter: oddFooter(form) },
  });
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width;
  });
  addTitle(sheet, form);
  addHeader(sheet, columns);
  const rows = formRows(form);
  for (const row of rows) addRow(sheet, columns, row, form);
  addValidations(sheet, columnNumber(columns, 'value'), rows, collectChoices(rows));
  return sheet;
}

/** `&` starts a field in a header or footer. */
const plain = (text: string) => text.replaceAll('&', '&&');

function oddHeader({ framework }: FormSpec): string {
  const notice = framework.illustrative ? '\n&11SỐ LIỆU MINH HỌA, KHÔNG PHẢI PHỤ LỤC CHÍNH THỨC' : '';
  return `&C&"Times New Roman,Regular"&13&P${notice}`;
}

function oddFooter({ unit, periodLabel, framework, identity }: FormSpec): string {
  const left = plain(`${unit.full_name_vi} · ${periodLabel}`);
  const right = plain(`${framework.framework_id} ${framework.version} · mẫu phiên bản ${identity.template_version}`);
  return `&L&"Times New Roman,Regular"&9${left}&R&"Times New Roman,Regular"&9${right}`;
}

function addTitle(sheet: Worksheet, form: FormSpec): void {
  const { framework } = form;
  const deadline = form.deadline === undefined ? '' : ` · Hạn gửi: hết ngày ${formatDate(form.deadline)}`;
  const titles = [
    [`BIỂU MẪU KÊ KHAI SỐ LIỆU: ${framework.total.name_vi.toLocaleUpperCase('vi')}`, styles.title],
    [`${form.unit.full_name_vi} · Kỳ đánh giá: ${form.periodLabel}${deadline}`, styles.notice],
    [`${framework.title_vi}, phiên bản ${framework.version}`, styles.line],
    ['Chỉ nhập ở các ô có khung đậm. Dấu phẩy là dấu thập phân: 0,9286.', styles.line],
    [framework.illustrative ? 'Số liệu minh họa, không phải phụ lục chính thức.' : '', styles.notice],
  ] as const;
  titles.forEach(([text, style], index) => {
    setText(sheet.getCell(index + 1, 1), text, style);
    sheet.getRow(index + 1).height = index === 0 ? 22 : 18;
  });
}

function addHeader(sheet: Worksheet, columns: FormColumn[]): void {
  columns.forEach(({ code }, index) => {
    setText(sheet.getCell(headerRow, index + 1), columnLabels[code], styles.header);
    setText(sheet.getCell(codeRow, index + 1), code, styles.code);
  });
  sheet.getRow(headerRow).height = 50;
  sheet.getRow(codeRow).height = 11;
}

function setText(cell: Cell, text: string, style: Cell['style'] | object): void {
  if (text !== '') cell.value = text;
  cell.style = style;
}

function addRow(sheet: Worksheet, columns: FormColumn[], row: FormRow, form: FormSpec): void {
  const texts = rowTexts(row, form);
  columns.forEach((column, index) => {
    const cell = sheet.getCell(row.row, index + 1);
    if (figures.has(column.code)) setFigure(cell, column, row);
    else setText(cell, texts[column.code] ?? '', column.open ? styles.openText : styles.text);
  });
  const wrapped = columns.map(({ code, width }) => ({ text: texts[code] ?? '', width }));
  sheet.getRow(row.row).height = Math.max(wrappedHeight(wrapped), 34);
}

const figures: ReadonlySet<ColumnCode> = new Set(['value', 'last_value', 'max_points'] as const);

/** Labels are words: left, and wrapped. */
const chosen = (open: boolean) => (open ? styles.openText : styles.text);

function setFigure(cell: Cell, { code, open }: FormColumn, { indicator, input, filled }: FormRow): void {
  const style = open ? styles.openFigure : styles.figure;
  if (code === 'max_points') {
    cell.style = { ...style, numFmt: decimalFormat(decimalsOf(indicator.max_points), false) };
    setDecimal(cell, indicator.max_points);
    return;
  }
  cell.style = choicesOf(indicator, input)
    ? chosen(open)
    : { ...style, numFmt: decimalFormat(input.decimals, isPercent(indicator)) };
  const shown = code === 'value' || filled?.source_vi !== undefined;
  if (filled && shown) setInput(cell, indicator, input, filled.value);
}

const decimalsOf = (decimal: string): number => (decimal.split('.')[1] ?? '').replace(/0+$/, '').length;

function rowTexts({ indicator, input, filled }: FormRow, { framework }: FormSpec): Partial<Record<ColumnCode, string>> {
  const mainIndex = framework.main_indices.find(({ main_index }) => main_index === indicator.main_index);
  return {
    indicator: indicator.indicator,
    main_index: mainIndex?.name_vi ?? '',
    name: indicator.name_vi,
    input: input.input,
    declare: describeInput(indicator, input),
    unit_of_measure: indicator.unit_of_measure_vi,
    last_source: filled?.source_vi ?? '',
    evidence: filled?.evidence ?? '',
    note: filled?.note ?? '',
  };
}

import type { Workbook, Worksheet } from 'exceljs';
import { sheetNames } from '../../submission/form/form-layout.ts';
import { formLines } from '../../submission/form/form-lines.ts';
import { codeRow, type FormSpec } from '../../submission/form/form-spec.ts';
import { collectChoices } from './choice-lists.ts';
import { columnNumber, type FormPurpose, formColumns, printedRange } from './form-columns.ts';
import { addLine } from './form-line.ts';
import { printSetup } from './print-setup.ts';
import { addSignatureBlock, signatureRows } from './signature-block.ts';
import { addSourceList, sourceRows } from './source-list.ts';
import { addTableHead, labelRow } from './table-head.ts';
import { pageFooter, pageHeader } from './table-sheet.ts';
import { addTitleBlock } from './title-block.ts';
import { addValidations } from './validations.ts';

/** The sheet that is filled in and read back. */
export function addDataSheet(book: Workbook, form: FormSpec, purpose: FormPurpose): Worksheet {
  const columns = formColumns(purpose);
  const lines = formLines(form);
  const tableEnd = lines.at(-1)?.row ?? codeRow;
  const lastRow = tableEnd + sourceRows(form);
  const sheet = book.addWorksheet(sheetNames.data, {
    views: [{ state: 'frozen', xSplit: 3, ySplit: codeRow, activeCell: 'A1', zoomScale: 90 }],
    pageSetup: {
      ...printSetup('landscape', `${labelRow}:${codeRow}`),
      printArea: printedRange(columns, 1, lastRow + signatureRows),
    },
    headerFooter: { oddHeader: pageHeader(form.framework), oddFooter: oddFooter(form) },
  });
  addTableHead(sheet, columns);
  addTitleBlock(sheet, columns, form);
  for (const line of lines) addLine(sheet, columns, line, form);
  addSourceList(sheet, columns, tableEnd, form);
  addSignatureBlock(sheet, columns, lastRow);
  const rows = lines.flatMap(({ asks }) => asks ?? []);
  addValidations(sheet, columnNumber(columns, 'value'), rows, collectChoices(rows));
  return sheet;
}

const oddFooter = ({ unit, periodLabel, framework, identity }: FormSpec): string =>
  pageFooter(
    `${unit.full_name_vi} · ${periodLabel}`,
    `Bộ chỉ số phiên bản ${framework.version} · biểu mẫu phiên bản ${identity.template_version}`,
  );

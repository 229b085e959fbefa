import type { DataValidation, Worksheet } from 'exceljs';
import type { IndicatorInput } from '../../frameworks/framework.ts';
import { describeBounds } from '../../submission/values/describe-bounds.ts';
import { cellAddress } from '../cell-book.ts';
import { describeDecimals } from './describe-input.ts';
import type { FormRow } from './form-spec.ts';

/** exceljs keeps range validations in a model that its types leave out. */
interface RangeValidations {
  dataValidations: { add(range: string, validation: DataValidation): void };
}

/** One validation per run of rows with the same bounds: per-cell ones are slow and bloat the file. */
export function addValidations(sheet: Worksheet, column: number, rows: FormRow[]): void {
  const { dataValidations } = sheet as unknown as RangeValidations;
  for (const run of runsOf(rows)) {
    const [first, last] = [cellAddress(column, run[0]!.row), cellAddress(column, run.at(-1)!.row)];
    // A range of one cell must be written as a cell, or exceljs makes two of it.
    dataValidations.add(first === last ? first : `${first}:${last}`, validationOf(run[0]!.input));
  }
}

function runsOf(rows: FormRow[]): FormRow[][] {
  const runs: FormRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && sameBounds(run[0]!.input, row.input)) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

const sameBounds = (a: IndicatorInput, b: IndicatorInput) =>
  a.minimum === b.minimum && a.maximum === b.maximum && a.decimals === b.decimals;

/** Wider than any figure that is read: an open side is still checked to be a number. */
const openSide = '99999999999999';

function validationOf(input: IndicatorInput): DataValidation {
  const bounds = describeBounds(input);
  const rule = `${bounds === '' ? 'Nhập số' : `Nhập số ${bounds}`}, ${describeDecimals(input)}.`;
  return {
    type: input.decimals === 0 ? 'whole' : 'decimal',
    operator: 'between',
    allowBlank: true,
    formulae: [input.minimum ?? `-${openSide}`, input.maximum ?? openSide],
    showInputMessage: true,
    promptTitle: 'Số liệu kê khai',
    prompt: rule,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Số liệu chưa đúng',
    error: rule,
  };
}

import type { DataValidation, Worksheet } from 'exceljs';
import { cellAddress } from '../../submission/cell-book.ts';
import type { FormRow } from '../../submission/form/form-spec.ts';
import { choicesOf } from '../../submission/values/choices.ts';
import type { ChoiceLists } from './choice-lists.ts';
import { describeValue } from './describe-input.ts';

/** exceljs keeps range validations in a model that its types leave out. */
interface RangeValidations {
  dataValidations: { add(range: string, validation: DataValidation): void };
}

/** One validation per run of rows with the same rule: per-cell ones are slow and bloat the file. */
export function addValidations(sheet: Worksheet, column: number, rows: FormRow[], lists: ChoiceLists): void {
  const { dataValidations } = sheet as unknown as RangeValidations;
  for (const { first, last, validation } of runsOf(rows, lists)) {
    const [top, bottom] = [cellAddress(column, first), cellAddress(column, last)];
    // A range of one cell must be written as a cell, or exceljs makes two of it.
    dataValidations.add(top === bottom ? top : `${top}:${bottom}`, validation);
  }
}

interface Run {
  first: number;
  last: number;
  validation: DataValidation;
}

function runsOf(rows: FormRow[], lists: ChoiceLists): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const validation = validationOf(row, lists);
    const run = runs.at(-1);
    if (run?.last === row.row - 1 && JSON.stringify(run.validation) === JSON.stringify(validation)) run.last = row.row;
    else runs.push({ first: row.row, last: row.row, validation });
  }
  return runs;
}

/** Wider than any figure that is read: an open side is still checked to be a number. */
const openSide = '99999999999999';

function validationOf({ indicator, input }: FormRow, lists: ChoiceLists): DataValidation {
  const choices = choicesOf(indicator, input);
  const text = choices
    ? 'Chọn một giá trị trong danh sách.'
    : `Nhập số: ${describeValue(indicator, input).join(', ')}.`;
  const messages = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: 'Số liệu kê khai',
    prompt: text,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Số liệu chưa đúng',
    error: text,
  };
  if (choices) return { type: 'list', formulae: [lists.rangeOf(choices)], ...messages };
  return {
    type: input.decimals === 0 ? 'whole' : 'decimal',
    operator: 'between',
    formulae: [input.minimum ?? `-${openSide}`, input.maximum ?? openSide],
    ...messages,
  };
}

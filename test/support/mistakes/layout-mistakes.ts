import { clearRow, codeColumns, copyRow, type OpenForm } from './edit-form.ts';
import { lenient, type Mistake, mistake, standing, strictOnly } from './mistake.ts';
import { keys } from './round.ts';

const whole = (rule: string, name: string, make: Mistake['make']): Mistake =>
  mistake(rule, name, { touches: null, make });

const loseColumn = (code: string): Mistake =>
  whole('COLUMN_MISSING', `the code of column ${code} lost`, ({ sheet, codeRow, column }) => {
    sheet.getCell(codeRow, column(code)).value = null;
  });

function loseCodes({ sheet, codeRow }: OpenForm): void {
  sheet.getRow(codeRow).eachCell((cell) => {
    cell.value = null;
  });
}

function splitSheets({ book, sheet, codeRow }: OpenForm): void {
  const other = book.addWorksheet('Bảng 2');
  sheet.getRow(codeRow).eachCell((cell, column) => {
    other.getCell(codeRow, column).value = cell.value;
  });
  sheet.name = 'Bảng 1';
}

const repeat = (key: string, value: number | null, isHidden = false): Mistake =>
  mistake(isHidden ? 'ROW_DUPLICATE_HIDDEN' : 'ROW_DUPLICATE', `${key} a second time as ${value}`, {
    touches: [key],
    make: (form) =>
      copyRow(form, key, (row) => {
        if (value !== null) form.sheet.getCell(row, form.column('value')).value = value;
        form.sheet.getRow(row).hidden = isHidden;
      }),
  });

const addRow = (rule: string, name: string, codeOf: (code: string) => string | null): Mistake =>
  mistake(rule, name, {
    make: (form) =>
      copyRow(form, 'b/value', (row) => {
        for (const code of codeColumns) {
          const cell = form.sheet.getCell(row, form.column(code));
          cell.value = codeOf(cell.text);
        }
        form.sheet.getCell(row, form.column('value')).value = 0.9876;
      }),
  });

function deleteRow(rule: string, key: string, rounds: Mistake['rounds']): Mistake {
  return mistake(rule, `the row of ${key} deleted`, { touches: [key], rounds, make: (form) => clearRow(form, key) });
}

const merge = (name: string, first: string, last: string, toNote: boolean, touches: string[]): Mistake =>
  mistake('CELL_MERGED', name, {
    touches,
    make: ({ sheet, cell }) => {
      const [from, to] = [cell(first, toNote ? 'evidence' : 'value'), cell(last, toNote ? 'note' : 'value')];
      sheet.mergeCells(`${from.address}:${to.address}`);
    },
  });

function clearAll({ cell }: OpenForm): void {
  for (const key of keys) cell(key).value = null;
}

export const layoutMistakes: Mistake[] = [
  ...[...codeColumns, 'value', 'evidence', 'note'].map(loseColumn),
  whole('COLUMN_DUPLICATE', 'two columns of figures', ({ sheet, codeRow }) => {
    sheet.getCell(codeRow, sheet.columnCount + 2).value = 'value';
  }),
  whole('HEADER_MISSING', 'no row of codes', loseCodes),
  whole('SHEET_DUPLICATE', 'two sheets of figures, neither of its name', splitSheets),
  whole('TABLE_TOO_LARGE', 'two thousand lines below the table', ({ sheet }) => {
    for (let line = 0; line < 2_001; line++) sheet.getCell(sheet.rowCount + 1, 1).value = 'x';
  }),
  repeat('a/value', 0.9),
  repeat('a/value', null),
  repeat('plan/answer', 0),
  repeat('r/numerator', 1),
  repeat('b/value', 9),
  repeat('proven/value', 0.3, true),
  addRow('ROW_UNKNOWN', 'a row of a code that nobody knows', (code) => `x${code}`),
  addRow('INPUT_UNKNOWN', 'a row of an indicator, which of its figures nobody knows', () => 'r'),
  addRow('INPUT_UNKNOWN', 'a row of a figure that the indicator does not have', () => 'r/third'),
  addRow('ROW_WITHOUT_CODE', 'a figure without a code', () => null),
  deleteRow('ROW_MISSING', 'a/value', strictOnly),
  deleteRow('ROW_MISSING', 'r/numerator', [...strictOnly, lenient]),
  deleteRow('FIGURE_WITHDRAWN', 'c/value', [standing]),
  merge('figures of two indicators merged', 'b/value', 'c/value', false, ['b/value', 'c/value']),
  merge('evidence and note of one indicator merged', 'a/value', 'a/value', true, ['a/value']),
  mistake('NOTHING_DECLARED', 'no figure at all', { touches: keys, rounds: [lenient], make: clearAll }),
];

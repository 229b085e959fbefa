import type ExcelJS from 'exceljs';
import type { OpenForm } from './edit-form.ts';
import { type Mistake, mistake } from './mistake.ts';

const url = 'https://caobang.gov.vn/van-ban/12';

/** One evidence for both inputs of `r`, which is allowed, whatever it says. */
const share = (value: ExcelJS.CellValue, also: Mistake['make'] = () => undefined) => ({
  touches: ['r/numerator', 'r/denominator'],
  make: (form: OpenForm) => {
    const [first, last] = [form.cell('r/numerator', 'evidence'), form.cell('r/denominator', 'evidence')];
    first.value = value;
    form.sheet.mergeCells(`${first.address}:${last.address}`);
    also(form);
  },
});

const prove = (value: ExcelJS.CellValue, also: Mistake['make'] = () => undefined) => ({
  touches: ['proven/value'],
  make: (form: OpenForm) => {
    form.cell('proven/value', 'evidence').value = value;
    also(form);
  },
});

const formula = (text: string) => ({ formula: text }) as ExcelJS.CellValue;

/** Cells of evidence that are linked, or merged over the rows of one indicator. */
export const evidenceMistakes: Mistake[] = [
  mistake('CELL_ERROR_VALUE', 'an error in an evidence that two rows share', share({ error: '#REF!' })),
  mistake('MARK_LEFT', 'a mark in an evidence that two rows share', share('[CẦN NHẬP LẠI 2] Đã gửi: QĐ 1')),
  mistake(
    'NOT_NUMBER',
    'a wrong figure beside a linked evidence that two rows share',
    share({ text: 'QĐ 12', hyperlink: url }, ({ cell }) => {
      cell('r/denominator').value = 'nhiều';
    }),
  ),
  mistake(
    'NOT_NUMBER',
    'a wrong figure beside a linked evidence',
    prove({ text: 'a; b', hyperlink: url }, ({ cell }) => {
      cell('proven/value').value = 'nhiều';
    }),
  ),
  mistake(
    'EVIDENCE_MISSING',
    'an evidence whose link is dropped',
    prove({ text: 'x', hyperlink: 'javascript:alert(1)' }),
  ),
  mistake('FORMULA_NO_VALUE', 'a link that is computed', prove(formula('HYPERLINK(A1&"x")'))),
  mistake('CELL_MERGED', 'evidence of two indicators merged', {
    touches: ['b/value', 'c/value'],
    make: ({ sheet, cell }) =>
      sheet.mergeCells(`${cell('b/value', 'evidence').address}:${cell('c/value', 'evidence').address}`),
  }),
];

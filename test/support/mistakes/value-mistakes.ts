import type ExcelJS from 'exceljs';
import type { OpenField } from '../../../shared/workbook/answer/sent-cell.ts';
import { type Mistake, mistake, standing, strictOnly } from './mistake.ts';

/** One value in place of what stood there. */
const put = (rule: string, key: string, value: ExcelJS.CellValue, field: OpenField = 'value'): Mistake =>
  mistake(rule, `${JSON.stringify(value)} in ${key} ${field}`, {
    touches: [key],
    make: ({ cell }) => {
      cell(key, field).value = value;
    },
  });

/** A formula that looks into another workbook, or asks a server. */
const outside = { formula: "'[1]Sheet1'!A1", result: 0.9 };
const fetched = { formula: 'WEBSERVICE("http://a.example")', result: 'Có' };

const dated = (rule: string, key: string, serial: number, field: OpenField = 'value'): Mistake =>
  mistake(rule, `${serial} shown as a date in ${key} ${field}`, {
    touches: [key],
    make: ({ cell }) => {
      const one = cell(key, field);
      Object.assign(one, { value: serial, style: { ...structuredClone(one.style), numFmt: 'dd/mm/yyyy' } });
    },
  });

const superscript = { richText: [{ text: '0.2' }, { font: { vertAlign: 'superscript' as const }, text: '3' }] };

export const valueMistakes: Mistake[] = [
  put('CELL_ERROR_VALUE', 'a/value', { error: '#REF!' }),
  put('CELL_ERROR_VALUE', 'b/value', { error: '#N/A' }, 'evidence'),
  put('CELL_ERROR_VALUE', 'c/value', { error: '#VALUE!' }, 'note'),
  put('FORMULA_NO_VALUE', 'b/value', { formula: 'A1*2' } as ExcelJS.CellValue),
  put('FORMULA_NO_VALUE', 'proven/value', { formula: 'A1&"x"' } as ExcelJS.CellValue, 'evidence'),
  put('FORMULA_EXTERNAL', 'c/value', outside),
  put('FORMULA_EXTERNAL', 'plan/answer', fetched),
  put('FORMULA_EXTERNAL', 'a/value', outside, 'evidence'),
  put('FORMULA_EXTERNAL', 'r/denominator', outside, 'note'),
  put('NOT_NUMBER', 'a/value', '100 hồ sơ'),
  put('NOT_NUMBER', 'wide/value', true),
  put('NOT_NUMBER', 'b/value', { formula: '"x"&"y"', result: 'xy' }),
  put('FIGURE_IN_WORDS', 'b/value', 'không có'),
  dated('DATE_NOT_NUMBER', 'c/value', 45000),
  dated('DATE_NOT_NUMBER', 'a/value', 12),
  dated('NOT_DATE', 'b/value', 12, 'evidence'),
  dated('NOT_DATE', 'a/value', 12, 'note'),
  put('NUMBER_AMBIGUOUS', 'wide/value', '1.234'),
  put('NOT_PERCENT', 'share/value', 45.6),
  put('RICH_TEXT_NUMBER', 'a/value', superscript),
  put('NOT_INTEGER', 'count/value', 2.5),
  put('TOO_MANY_DECIMALS', 'wide/value', 0.12345),
  put('TOO_MANY_DECIMALS', 'a/value', '0,1234567890123456789'),
  put('TOO_MANY_DIGITS', 'wide/value', 1e15),
  put('TOO_MANY_DIGITS', 'count/value', 1e300),
  put('OUT_OF_RANGE', 'b/value', 7),
  put('OUT_OF_RANGE', 'share/value', '-5%'),
  put('NOT_IN_LIST', 'plan/answer', 'Có lẽ'),
  put('NOT_IN_LIST', 'plan/answer', 7),
  dated('NOT_IN_LIST', 'plan/answer', 45000),
  put('EVIDENCE_MISSING', 'proven/value', null, 'evidence'),
  put('NUMERATOR_ABOVE_DENOMINATOR', 'r/numerator', 5),
  put('MISSING_VALUE', 'r/denominator', null),
  put('MARK_LEFT', 'a/value', '[CẦN NHẬP LẠI 3] Đã gửi: 0,5'),
  put('MARK_LEFT', 'b/value', '[CẦN NHẬP LẠI] Đã gửi: QĐ 1', 'evidence'),
  { ...put('MISSING_VALUE', 'b/value', null), rounds: strictOnly },
  { ...put('FIGURE_WITHDRAWN', 'b/value', null), rounds: [standing] },
];

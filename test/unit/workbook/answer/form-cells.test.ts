import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { findFormCells } from '../../../../shared/workbook/answer/form-cells.ts';
import { formOf, frameworkOf, indicatorOf } from '../../../support/forms.ts';

describe('findFormCells', () => {
  it('stops with FORM_NOT_READ where the table of a form is not to be found: an answer must not be written beside it', () => {
    const sheet = new ExcelJS.Workbook().addWorksheet('Số liệu');
    sheet.addRow(['no', 'form']);
    const form = formOf(frameworkOf([indicatorOf('a')]), []);
    expect(() => findFormCells(sheet, form)).toThrow(expect.objectContaining({ code: 'FORM_NOT_READ' }));
  });
});

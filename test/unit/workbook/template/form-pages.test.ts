import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { formLines } from '../../../../shared/submission/form/form-lines.ts';
import { formColumns } from '../../../../shared/workbook/template/form-columns.ts';
import { breakFormPages } from '../../../../shared/workbook/template/form-pages.ts';
import { formOf } from '../../../support/forms.ts';

const form = formOf(await loadFramework('dti-province-405-indicators'));
const lines = formLines(form);

/** Rows before which a page ends, of a form of which no two rows fit on one page. */
function breaksOf(): number[] {
  const sheet = new ExcelJS.Workbook().addWorksheet('x');
  for (let row = 1; row <= lines.at(-1)!.row; row++) sheet.getRow(row).height = 400;
  breakFormPages(sheet, formColumns('form'), form);
  const { rowBreaks } = sheet as unknown as { rowBreaks: { id: number }[] };
  return rowBreaks.map(({ id }) => id + 1);
}

describe('breakFormPages', () => {
  it('parts neither an indicator from its inputs nor a heading from its first indicator, however little fits', () => {
    const breaks = new Set(breaksOf());
    const mayBegin = lines.filter(({ letter }, at) => at > 0 && letter === null && !lines[at - 1]!.mainIndex);
    expect(mayBegin.length).toBeLessThan(lines.length - 1);
    expect([...breaks].sort((a, b) => a - b)).toEqual(mayBegin.map(({ row }) => row));
  });
});

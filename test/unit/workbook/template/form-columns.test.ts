import { describe, expect, it } from 'vitest';
import { formColumns, printedColumns } from '../../../../shared/workbook/template/form-columns.ts';
import { columnPixels } from '../../../../shared/workbook/template/text-height.ts';

/** A4 across within the margins, at 96 pixels to the inch. */
const pagePixels = ((297 - 15 - 15) / 25.4) * 96;

describe.each(['form', 'answer'] as const)('columns of the %s', (purpose) => {
  it('fit A4 across with letters of 9 points, made smaller from 12', () => {
    const shown = printedColumns(formColumns(purpose)).filter(({ hidden }) => !hidden);
    const pixels = shown.reduce((sum, { width }) => sum + columnPixels(width), 0);
    expect((12 * pagePixels) / pixels).toBeGreaterThanOrEqual(9);
  });

  it('stand where they stand in the other, so that an address means the same cell in both', () => {
    const codes = formColumns(purpose).map(({ code }) => code);
    expect(codes.slice(0, 11)).toEqual(
      formColumns('form')
        .slice(0, 11)
        .map(({ code }) => code),
    );
  });
});

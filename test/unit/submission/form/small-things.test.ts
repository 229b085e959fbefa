import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { foldCode } from '../../../../shared/submission/values/fold-code.ts';
import { limits } from '../../../../shared/workbook/guard/limits.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { foreignFrameworks } from '../../../support/foreign/foreign-forms.ts';
import { check, editWorkbook, filled, formOf, frameworkOf, indicatorOf, told } from '../../../support/forms.ts';

const tiers = [
  { key: 'full', points: '100', label_vi: 'Đã ban hành  đầy đủ.' },
  { key: 'part', points: '50', label_vi: 'Một phần' },
];
const choice: Partial<Indicator> = {
  rule: 'role_tiers',
  tiers,
  inputs: [{ input: 'choice', decimals: 0, minimum: null, maximum: null }],
};
const framework = frameworkOf([indicatorOf('awareness'), indicatorOf('plan', choice), indicatorOf('share')]);
const values = [
  filled('awareness', '0.9'),
  { indicator: 'plan', input: 'choice', value: 'part' },
  filled('share', '1'),
];

type Edit = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;

const send = async (edit: Edit) =>
  check(
    await editWorkbook(await writeTemplate(formOf(framework, values)), (book) =>
      edit(book.getWorksheet('Số liệu')!, book),
    ),
    framework,
  );
const put = (cell: string, value: ExcelJS.CellValue) =>
  send((sheet) => {
    sheet.getCell(cell).value = value;
  });
const figures = ({ observations }: Awaited<ReturnType<typeof send>>) =>
  observations.map(({ indicator, value }) => `${indicator} ${value}`);

/** Point 4 of issue 8: each was seen. */
describe('small things that officials stumbled on', () => {
  it.each(['không có', 'Chưa có.', '-', '–', 'x', 'N/A'])(
    'tells whoever writes %j for a figure to leave it empty, because that is the rule of the form',
    async (words) => {
      const checked = await put('I8', words);
      expect(told(checked)).toEqual(['FIGURE_IN_WORDS@I8']);
      expect(checked.findings[0]?.message_vi).toContain('Nếu không có số liệu, đề nghị để trống');
    },
  );

  it('answers 92,86% in a cell from 0 to 1 with the share that it is', async () => {
    const [finding] = (await put('I8', '92,86%')).findings;
    expect(finding?.message_vi).toBe('Giá trị “92,86%” chưa phải là số. Đề nghị nhập dạng 0,9286.');
    const [tooFine] = (await put('I8', '92,8612%')).findings;
    expect(tooFine?.message_vi).toContain('Đề nghị nhập dạng 0,5.');
  });

  it.each(['Đã ban hành đầy đủ', ' đã  BAN hành   đầy đủ . ', 'Full', 'Đã ban hành đầy đủ.'])(
    'takes %j for the value of the list, because spaces, case and a stop say nothing',
    async (text) => {
      const checked = await put('I9', text);
      expect(checked.findings).toEqual([]);
      expect(figures(checked)).toContain('plan full');
    },
  );

  it('compares codes of indicators, inputs and columns without case, because a spreadsheet writes capitals of its own', async () => {
    const checked = await send((sheet) => {
      sheet.getCell('L8').value = 'Awareness/value';
      sheet.getCell('L9').value = 'plan/CHOICE';
      sheet.getCell('I7').value = 'Value';
      sheet.getCell('L7').value = 'KEY';
    });
    expect(checked.findings).toEqual([]);
    expect(figures(checked)).toEqual(['awareness 0.9', 'plan part', 'share 1']);
  });

  it.each(foreignFrameworks)('has no two codes in %s that differ by case only, or it could not', async (id) => {
    const { indicators } = await loadFramework(id);
    const codes = indicators.map(({ indicator }) => foldCode(indicator));
    expect(new Set(codes).size).toBe(codes.length);
    for (const { inputs } of indicators)
      expect(new Set(inputs.map(({ input }) => foldCode(input))).size).toBe(inputs.length);
  });

  it('reads 0.3 beside 0,3 as the same figure, and says so of the one that is not in the notation of the form', async () => {
    const checked = await send((sheet) => {
      sheet.getCell('I8').value = '0.3';
      sheet.getCell('I10').value = '0,3';
    });
    expect(told(checked)).toEqual(['NUMBER_UNDERSTOOD@I8']);
    expect(figures(checked)).toEqual(['awareness 0.3', 'plan part', 'share 0.3']);
  });

  it('shows a figure as its cell does, in the list as in the words: 1,5 and never 1.5 beside it', async () => {
    const [finding] = (await put('I8', 1.5)).findings;
    expect(finding).toMatchObject({ rule: 'OUT_OF_RANGE', value: '1,5' });
    expect(finding?.message_vi).toContain('1,5');
    expect(finding?.message_en).toContain('1.5');
  });

  it.each([
    [10, 11, '11'],
    [11, 10, '10'],
  ])('calls a hidden duplicate hidden, whichever of the two rows it is (%i)', async (_shown, hidden, named) => {
    const checked = await send((sheet) => {
      sheet.getRow(10).eachCell((cell, column) => {
        sheet.getRow(11).getCell(column).value = cell.value;
      });
      sheet.getRow(hidden).hidden = true;
    });
    const duplicate = checked.findings.find(({ rule }) => rule === 'ROW_DUPLICATE_HIDDEN');
    expect(duplicate).toMatchObject({ severity: 'error', cell: 'L11', value: 'share/value' });
    expect(duplicate?.message_vi).toContain(`trùng với dòng 10; dòng ${named} đang bị ẩn`);
  });

  it('warns of a sheet that is titled for another unit of the group, because its figures may be that unit’s', async () => {
    const checked = await put('A1', 'THÀNH PHỐ HÀ NỘI');
    expect(checked.accepted).toBe(true);
    expect(told(checked)).toEqual(['SHEET_OF_OTHER_UNIT@Số liệu']);
    expect(checked.findings[0]?.message_vi).toContain(
      'mang tên “Thành phố Hà Nội”, còn biểu mẫu được cấp cho Tỉnh Cao Bằng',
    );
  });

  it('says nothing of a title that names nobody, or the unit beside another', async () => {
    expect(told(await put('A1', 'Biểu số 1'))).toEqual([]);
    expect(told(await put('A2', 'Tỉnh Cao Bằng · đơn vị kết nghĩa: Thành phố Hà Nội'))).toEqual([]);
  });

  it('calls a note of 30,000 characters long, with its cell, and takes it', async () => {
    const checked = await put('K8', 'a'.repeat(30_000));
    expect(checked.accepted).toBe(true);
    expect(told(checked)).toEqual(['TEXT_LONG@K8']);
    expect(checked.findings[0]?.message_vi).toContain('30000 ký tự');
  });

  it('names the longest cell where all notes together are too long, and not rows, pictures and formats', async () => {
    const [finding, ...others] = (
      await send((sheet) => {
        for (let row = 20; row < 110; row++) sheet.getCell(`K${row}`).value = `${row}`.padEnd(30_000, 'ab cd');
        sheet.getCell('K30').value = 'x'.repeat(30_001);
      })
    ).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'TEXT_TOTAL_TOO_LONG', sheet: 'Số liệu', cell: 'K30', value: '30001' });
    expect(finding?.message_vi).toContain('Đề nghị ghi gọn');
  });

  it('names the cell of a text that is longer than a cell may hold', async () => {
    const checked = await put('K9', 'x'.repeat(limits.textLength + 1));
    expect(told(checked)).toEqual(['CELL_TEXT_TOO_LONG@K9']);
  });
});

import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeBody } from '../../../../shared/workbook/report/cover-sheet.ts';
import { writePlainTable } from '../../../../shared/workbook/report/plain-table.ts';
import { footerOf, pagesAcross } from '../../../../shared/workbook/report/report-sheet.ts';
import { setUpTablePages } from '../../../../shared/workbook/table/table-pages.ts';
import { columnPixels } from '../../../../shared/workbook/template/text-height.ts';
import { buildProvinceScoreboard } from '../../../support/scoreboard-builder.ts';

const sheet = () => new exceljs.Workbook().addWorksheet('A');

/** Each of these was printed over the line above it, or cut: seen in LibreOffice. */
describe('what is printed', () => {
  it('has a row as high as its name takes by the width of its letters', () => {
    const heightOf = (name: string, width: number) => {
      const table = sheet();
      writePlainTable(table, { columns: [{ header: 'Đơn vị', width }], rows: [[name]], startRow: 6 });
      return table.getRow(7).height;
    };
    expect(heightOf('Bộ Y tế', 27)).toBe(18);
    expect(heightOf('Ngân hàng Nhà nước Việt Nam', 23)).toBe(33);
    expect(heightOf('Bộ Nông nghiệp và Môi trường', 15)).toBe(48);
    expect(heightOf('cán bộ báo cáo 0190f3c2-8d1e-7cc1-9b4e-1d2f3a4b5c6d', 19)).toBe(63);
    expect(heightOf('Tên rất dài '.repeat(400), 27)).toBe(409);
  });

  it('has room for the second line of a sentence of a cover, with its indent', () => {
    const cover = sheet();
    writeBody(cover, 1, 'Thấp hơn trung vị nhóm nhiều nhất: Hoạt động chính quyền số (−0,0669).');
    writeBody(cover, 2, 'Đơn vị hình thành từ Hòa Bình, Phú Thọ và Vĩnh Phúc.');
    expect([cover.getRow(1).height, cover.getRow(2).height]).toEqual([44, 25]);
  });

  it('has the left of a long footer on two lines, where it would run into the right', () => {
    const board = buildProvinceScoreboard();
    expect(footerOf(board)).toContain('34 tỉnh, thành phố · số liệu đến ngày');
    const long = { ...board, group_name_vi: 'Bộ, cơ quan chưa phân loại về dịch vụ công', period: '2026-Q3' };
    expect(footerOf(long)).toContain('dịch vụ công\nsố liệu đến ngày');
  });

  it('counts the columns that repeat on each page', () => {
    expect([pagesAcross(50 + 100, 50), pagesAcross(50 + 765, 50), pagesAcross(40, 50)]).toEqual([1, 7, 1]);
  });
});

describe('the pages of a table of choice', () => {
  const drawn = (measures: number) => {
    const table = sheet();
    setUpTablePages(table, measures);
    return table.pageSetup;
  };

  it('end behind the rank of a measure, never between it and its value', () => {
    const [naming, value, rank] = [[13, 24, 16], [13], [11]].map((widths) =>
      widths.map(columnPixels).reduce((sum, width) => sum + width, 0),
    ) as [number, number, number];
    for (const measures of [5, 7, 9, 12, 13, 40]) {
      const { fitToPage, scale } = drawn(measures);
      expect(fitToPage).toBe(false);
      // A4 across within 30 and 15 mm, in pixels of 1/96 inch.
      const left = (((297 - 45) / 25.4) * 96 * 100) / scale! - naming;
      expect(left % (value + rank), `${measures} measures`).toBeLessThan(value);
    }
  });

  it('are upright where the table is narrow', () => {
    expect([1, 2, 4].map((measures) => drawn(measures).orientation)).toEqual(['portrait', 'landscape', 'landscape']);
    expect(drawn(4)).toMatchObject({ fitToPage: true, fitToWidth: 1 });
  });
});

import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../shared/workbook/open-workbook.ts';
import { date, flatten, formula, number, openCells, openSheets, text } from '../../support/open-cells.ts';
import { rawWorkbook, relationship } from '../../support/raw-workbook.ts';

describe('sheets', () => {
  it('lists merges and shows no value in what they hide, because a repeated figure would be counted twice', async () => {
    const [sheet] = await openSheets({
      sheets: [
        {
          data: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>',
          after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        },
      ],
    });
    expect(sheet!.merges).toEqual(['A1:B2']);
    expect(flatten(sheet!)).toEqual({ A1: number('1'), C2: number('4') });
  });

  it('marks hidden rows and sheets, because figures in them were perhaps not meant to be sent', async () => {
    const hidden = (row: number, flag: string): string =>
      `<row r="${row}" hidden="${flag}"><c r="A${row}"><v>1</v></c></row>`;
    const sheets = await openSheets({
      sheets: [
        { data: `${hidden(1, '1')}${hidden(2, 'true')}${hidden(3, '0')}` },
        { state: 'hidden' },
        { state: 'veryHidden' },
      ],
    });
    expect([...sheets[0]!.rows.values()].map((row) => row.hidden)).toEqual([true, true, false]);
    expect(sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden', 'veryHidden']);
  });

  it('skips the extensions of vendors in rows and cells, because the standard allows them there', async () => {
    const extension = '<extLst><ext uri="x"><c r="Z9"><v>9</v></c></ext></extLst>';
    const data = `<row r="1"><c r="A1"><v>1</v>${extension}</c><c r="B1"><v>2</v></c>${extension}</row>`;
    expect(await openCells(data)).toEqual({ A1: number('1'), B1: number('2') });
  });

  it('gives rows and columns in rising order, also where a formula without value stands between values', async () => {
    const data =
      '<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c></row>';
    expect(Object.keys(await openCells(data))).toEqual(['A1', 'B1', 'C5']);
  });

  it('finds sheets by relationship and leaves chart sheets out, because file names say nothing', async () => {
    const sheets = await openSheets({
      sheets: [{ name: 'Biểu đồ' }, { name: 'Số liệu', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
      parts: {
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'chartsheet', 'chartsheets/sheet1.xml')}${relationship('rId2', 'worksheet', 'worksheets/../worksheets/SHEET2.xml')}</Relationships>`,
      },
    });
    expect(sheets.map(({ name }) => name)).toEqual(['Số liệu']);
  });
});

describe('properties', () => {
  it('reads the four that may carry the identity of the form', async () => {
    const properties =
      '<dc:title>Mẫu</dc:title><dc:subject/><cp:keywords>a.b</cp:keywords><cp:lastModifiedBy>x</cp:lastModifiedBy>';
    const { book } = await openWorkbook(rawWorkbook({ properties }));
    expect(book!.properties).toEqual({ title: 'Mẫu', subject: null, keywords: 'a.b', description: null });
  });
});

describe('a workbook of a spreadsheet program', () => {
  it('opens with all its furniture, because the forms we issue carry most of it', async () => {
    const { book, findings } = await openWorkbook(await writeFurnished());

    expect(findings).toEqual([]);
    expect(book!.sheets.map(({ name }) => name)).toEqual(['Số liệu', '_meta']);
    expect(flatten(book!.sheets[0]!)).toEqual({
      A1: text('Mã'),
      A2: number('0.9286'),
      B2: date('2026-09-30'),
      C2: formula(number('0')),
      D2: text('một hai', true),
      E2: text('dti.gov.vn'),
    });
  });
});

async function writeFurnished(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Số liệu', { views: [{ state: 'frozen', ySplit: 1 }] });
  workbook.addWorksheet('_meta', { state: 'veryHidden' });
  sheet.getCell('A1').value = 'Mã';
  sheet.getCell('A1').note = 'Chú thích';
  sheet.getCell('A2').value = 0.9286;
  sheet.getCell('A2').dataValidation = { type: 'decimal', formulae: [0, 1] };
  sheet.getCell('B2').value = new Date(Date.UTC(2026, 8, 30));
  sheet.getCell('C2').value = { formula: 'A2-A2', result: 0 };
  sheet.getCell('D2').value = { richText: [{ text: 'một ' }, { text: 'hai', font: { bold: true } }] };
  sheet.getCell('E2').value = { text: 'dti.gov.vn', hyperlink: 'https://dti.gov.vn' };
  sheet.mergeCells('A3:C3');
  sheet.autoFilter = 'A1:C1';
  await sheet.protect('x', { spinCount: 1000 });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

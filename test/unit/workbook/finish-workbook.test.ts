import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { finishWorkbook } from '../../../shared/workbook/finish-workbook.ts';

async function workbookWithDataBars(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(Date.UTC(2024, 11, 31));
  for (const name of ['Xếp hạng', 'Chi tiết']) {
    const sheet = book.addWorksheet(name);
    sheet.addRows([[0.1], [0.5], [0.9]]);
    for (const ref of ['A1:A3', 'A2:A3']) {
      const bar = { type: 'dataBar', priority: 1, cfvo: [{ type: 'min' }, { type: 'max' }], gradient: false };
      sheet.addConditionalFormatting({ ref, rules: [bar as unknown as ExcelJS.DataBarRuleType] });
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const sheetXml = (bytes: Uint8Array, n: number) => strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${n}.xml`]!);

describe('finishWorkbook', () => {
  it('makes two writings of the same workbook the same bytes, though exceljs draws random rule ids', async () => {
    const [first, second] = [await workbookWithDataBars(), await workbookWithDataBars()];
    expect(sheetXml(first, 1)).not.toBe(sheetXml(second, 1));
    expect(Buffer.from(finishWorkbook(first)).equals(Buffer.from(finishWorkbook(second)))).toBe(true);
  });

  it('keeps each rule and its extension paired, or Excel offers to repair the file', async () => {
    const xml = sheetXml(finishWorkbook(await workbookWithDataBars()), 2);
    const named = [...xml.matchAll(/<x14:id>(\{[^}]+\})/g)].map((m) => m[1]);
    const pointed = [...xml.matchAll(/<x14:cfRule[^>]*id="(\{[^}]+\})/g)].map((m) => m[1]);
    expect(new Set(named).size).toBe(2);
    expect(pointed).toEqual(named);
  });

  it('has what a font is made of in the order of the schema', async () => {
    const book = new ExcelJS.Workbook();
    const font = { name: 'Times New Roman', size: 12, bold: true, underline: true, color: { argb: 'FF5B21A6' } };
    Object.assign(book.addWorksheet('A').getCell('A1'), { value: 1, font });
    const bytes = finishWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(strFromU8(unzipSync(bytes)['xl/styles.xml']!)).toContain(
      '<font><b/><u/><sz val="12"/><color rgb="FF5B21A6"/><name val="Times New Roman"/></font>',
    );
  });

  it('has columns as wide as Times New Roman, which every office has the measures of', async () => {
    const styles = strFromU8(unzipSync(finishWorkbook(await workbookWithDataBars()))['xl/styles.xml']!);
    expect(styles).toContain('<font><sz val="11"/><color theme="1"/><name val="Times New Roman"/></font>');
    expect(styles).not.toContain('Calibri');
  });

  it('leaves the constant ids of the format alone', async () => {
    const before = sheetXml(await workbookWithDataBars(), 1).match(/uri="[^"]+"/g);
    expect(sheetXml(finishWorkbook(await workbookWithDataBars()), 1).match(/uri="[^"]+"/g)).toEqual(before);
  });

  it('writes a link within the workbook once, as a location, or Excel and WPS go astray', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Kết quả');
    book.addWorksheet('Số liệu');
    sheet.getCell('A1').value = { text: 'I9', hyperlink: "#'Số liệu'!I9" };
    sheet.getCell('A2').value = { text: 'nguồn', hyperlink: 'https://a.example/?a=1&b=#x' };
    const bytes = finishWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(sheetXml(bytes, 1)).toContain('<hyperlink ref="A1" location="&apos;Số liệu&apos;!I9"/>');
    expect(sheetXml(bytes, 1)).toMatch(/<hyperlink ref="A2" r:id="rId\d"\/>/);
    const targets = strFromU8(unzipSync(bytes)['xl/worksheets/_rels/sheet1.xml.rels']!).match(/Target="[^"]*"/g);
    expect(targets).toEqual(['Target="https://a.example/?a=1&amp;b=#x"']);
  });

  it('is the same when run again, and still opens', async () => {
    const once = finishWorkbook(await workbookWithDataBars());
    expect(Buffer.from(finishWorkbook(once)).equals(Buffer.from(once))).toBe(true);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(once) as unknown as ExcelJS.Buffer);
    expect(book.worksheets[0]?.getCell('A3').value).toBe(0.9);
  });

  it('does not depend on the time zone, because zip keeps local time', async () => {
    const script = `
      import { zipSync, strToU8 } from 'fflate';
      import { finishWorkbook } from './shared/workbook/finish-workbook.ts';
      process.stdout.write(Buffer.from(finishWorkbook(zipSync({ a: strToU8('x') }))).toString('hex'));`;
    const under = (TZ: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
      }).toString();
    expect(under('Pacific/Auckland')).toBe(under('America/Los_Angeles'));
  });
});

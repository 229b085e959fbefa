import { describe, expect, it } from 'vitest';
import { reachesOutside } from '../../../../shared/workbook/guard/formula-reach.ts';

const none = new Set<string>();

describe('reachesOutside', () => {
  it.each([
    '[1]Sheet1!A1',
    'SUM([2]Số_liệu!$A$1:$A$9)',
    "'[1]Số liệu'!A1",
    "'C:\\báo cáo\\[q3.xlsx]Sheet1'!A1",
    '[1]!TyGia',
    "cmd|'/c calc'!A0",
    'WEBSERVICE("https://example.org")',
    '_xlfn.WEBSERVICE("https://example.org")',
    'IF(A1>0,webservice(B1),0)',
    'DDE("soffice";"x";"y")',
    'CUBEVALUE("Kho","[Measures].[Tổng]")',
    'IFERROR(__xludf.DUMMYFUNCTION("IMPORTRANGE(""https://a.example"",""A1"")"),40)',
    'INDIRECT("\'[q3.xlsx]Số liệu\'!A1")',
  ])('flags %s, because its value came from outside the book', (formula) => {
    expect(reachesOutside(formula, none)).toBe(true);
  });

  it.each([
    '',
    'SUM(A1:A9)',
    "'Số liệu'!A1+Sheet2!B2",
    'Bảng1[[#All],[Cột]]',
    'SUM(Bảng1[Cột])+Sheet2!A1',
    '"[1]Sheet1!A1"&"a|b"',
    'CALLED(1)',
    'SUM(INDIRECT("Bảng1[Cột]"))+INDIRECT("Sheet2!A1")',
    'IFERROR(__xludf.DUMMYFUNCTION("UNIQUE(A1:A9)"),40)',
  ])('leaves %s alone, because it stays inside the book', (formula) => {
    expect(reachesOutside(formula, none)).toBe(false);
  });

  it('follows a defined name that looks outside, because a link can hide behind one', () => {
    expect(reachesOutside('A1*TyGia', new Set(['tygia']))).toBe(true);
    expect(reachesOutside('A1*TyGiaKhac', new Set(['tygia']))).toBe(false);
  });
});

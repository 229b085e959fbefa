import exceljs from 'exceljs';
import { type Files, fileOf } from '../../../shared/release/frozen-inputs.ts';
import type { Claim } from './claims.ts';

/** Of `tinh-lai.xlsx`, what each sheet of a measure says was published, beside what it computes; the two must be one. */
export async function recomputeClaims(files: Files, measureOf: (title: string) => string): Promise<Claim[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(fileOf(files, 'tinh-lai.xlsx')) as never);
  return workbook.worksheets.flatMap((sheet) => sheetClaims(sheet, measureOf));
}

function sheetClaims(sheet: exceljs.Worksheet, measureOf: (title: string) => string): Claim[] {
  const all = sheet.getRows(1, sheet.rowCount) ?? [];
  const textsOf = (row: exceljs.Row) => ((row.values as unknown[]) ?? []).map((value) => `${value ?? ''}`);
  const at = all.findIndex((row) => textsOf(row).includes('Giá trị đã công bố'));
  if (at < 0) return [];
  const names = textsOf(all[at]!);
  const measure = measureOf(sheet.getCell(1, 1).text);
  return all.slice(at + 1).flatMap((row): Claim[] => {
    const unit = row.getCell(1).text;
    if (!/^[A-Z]\d/.test(unit)) return [];
    const pair = (computed: string, published: string) => [names.indexOf(computed), names.indexOf(published)];
    const told = ([computed = -1, published = -1]: number[], show: (value: number) => string): string | undefined => {
      if (published < 0) return undefined;
      const [own, stated] = [row.getCell(computed).result ?? row.getCell(computed).value, row.getCell(published).value];
      if (own !== stated) return `${own} and ${stated}`;
      return typeof stated === 'number' ? show(stated) : '';
    };
    const value = told(pair('Giá trị', 'Giá trị đã công bố'), fourPlaces);
    const rank = told(pair('Thứ hạng', 'Thứ hạng đã công bố'), String);
    return [{ unit, measure, ...(value === undefined ? {} : { value }), ...(rank === undefined ? {} : { rank }) }];
  });
}

/** Nothing is rounded: a number with more places is equal to no published text. */
function fourPlaces(value: number): string {
  const [whole, fraction = ''] = String(value).split('.');
  return `${whole}.${fraction.padEnd(4, '0')}`;
}

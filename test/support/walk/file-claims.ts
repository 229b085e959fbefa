import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { parquetReadObjects } from 'hyparquet';
import { type Files, fileOf, textOf } from '../../../shared/release/frozen-inputs.ts';
import type { Claim } from './claims.ts';

type Row = Record<string, string>;

const rowsOf = (files: Files, path: string, delimiter = ','): Row[] =>
  parse<Row>(textOf(files, path), { columns: true, bom: true, delimiter });

/** Of `scores.csv`: what all other outputs are held against. */
export const scoresCsvClaims = (files: Files): Claim[] =>
  rowsOf(files, 'scores.csv').map(({ unit_id, measure, value, rank, n }) => ({
    ...{ unit: unit_id!, measure: measure!, value: value!, rank: rank!, n: n! },
  }));

export const sdmxClaims = (files: Files): Claim[] =>
  rowsOf(files, 'scores.sdmx.csv').map(({ REF_UNIT, MEASURE, OBS_VALUE, RANK, RANKED_UNITS }) => ({
    ...{ unit: REF_UNIT!, measure: MEASURE!, value: OBS_VALUE!, rank: RANK!, n: RANKED_UNITS! },
  }));

/** A column `awareness` and one `awareness_rank`; the first column is the rank in the total. */
export const scoreboardCsvClaims = (files: Files): Claim[] =>
  rowsOf(files, 'scoreboard.csv').flatMap(({ rank, unit_id, unit_name_vi: _, ...cells }) =>
    Object.entries(cells)
      .filter(([column]) => !column.endsWith('_rank'))
      .map(([measure, value]) => ({
        ...{ unit: unit_id!, measure, value, rank: measure === 'dti' ? rank! : cells[`${measure}_rank`]! },
      })),
  );

/** The same with semicolons, decimal commas and the names of measures. */
export const vietnameseCsvClaims = (files: Files, measureNamed: (name: string) => string): Claim[] =>
  rowsOf(files, 'scoreboard-vi.csv', ';').flatMap((row) => {
    const { 'Thứ hạng': rank, 'Mã đơn vị': unit, 'Tên đơn vị': _, 'Trạng thái': __, ...cells } = row;
    return Object.entries(cells)
      .filter(([column]) => !column.startsWith('Thứ hạng '))
      .map(([name, value]) => ({
        ...{ unit: unit!, measure: measureNamed(name), value: fromVietnamese(value) },
        rank: cells[`Thứ hạng ${name}`] ?? rank!,
      }));
  });

function fromVietnamese(text: string): string {
  if (text.includes('.')) throw new Error(`${text} has a point`);
  return text.replace(',', '.');
}

/**
 * Values are decimals of four places, which this reader multiplies out in binary: the whole ten-thousandths are taken back,
 * and anything that is none is left to differ.
 */
export async function parquetClaims(files: Files): Promise<Claim[]> {
  const { buffer, byteOffset, byteLength } = fileOf(files, 'scores.parquet');
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  return rows.map(({ unit_id, measure, value, rank, n }) => ({
    ...{ unit: unit_id, measure, value: value == null ? '' : tenThousandths(value) },
    ...{ rank: rank == null ? '' : String(rank), n: String(n) },
  }));
}

function tenThousandths(value: number): string {
  const whole = Math.round(value * 10_000);
  if (Math.abs(value * 10_000 - whole) > 1e-9) return String(value);
  return `${Math.floor(whole / 10_000)}.${String(whole % 10_000).padStart(4, '0')}`;
}

/** Nothing is rounded: a number with more places stays as it is, and is equal to no published text. */
function fourPlaces(value: number): string {
  const [whole, fraction = ''] = String(value).split('.');
  return `${whole}.${fraction.padEnd(4, '0')}`;
}

interface Named {
  /** By the name that stands in the workbook, with or without what kind of unit it is. */
  unitNamed: (name: string) => string;
  measureNamed: (name: string) => string;
}

/** Every cell of value or rank in `ranking.xlsx`, of the table of all, the details, and the sheet of each measure. */
export async function workbookClaims(files: Files, named: Named): Promise<Claim[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(fileOf(files, 'ranking.xlsx')) as never);
  return workbook.worksheets.flatMap((sheet) => {
    const rows = tableOf(sheet);
    return rows ? sheetClaims(sheet.name, rows, named) : [];
  });
}

interface SheetTable {
  header: string[];
  rows: exceljs.Row[];
}

/** Below the row that begins with `Thứ hạng`, as far as the row of means; null: the sheet has no such table. */
function tableOf(sheet: exceljs.Worksheet): SheetTable | null {
  const all = sheet.getRows(1, sheet.rowCount) ?? [];
  const at = all.findIndex((row) => row.getCell(1).text === 'Thứ hạng' && row.getCell(2).text === 'Đơn vị');
  if (at < 0) return null;
  const end = all.findIndex((row, place) => place > at && /^(Trung bình|$)/.test(row.getCell(2).text));
  const header = Array.from({ length: sheet.columnCount }, (_, column) => all[at]!.getCell(column + 1).text);
  return { header, rows: all.slice(at + 1, end < 0 ? undefined : end) };
}

function sheetClaims(sheet: string, { header, rows }: SheetTable, { unitNamed, measureNamed }: Named): Claim[] {
  const own = sheet === 'Xếp hạng' || sheet === 'Chi tiết' ? 'dti' : measureNamed(sheet.replace(/^Trụ cột /, ''));
  return rows.flatMap((row) => {
    const unit = unitNamed(row.getCell(2).text);
    const cell = (column: number) => row.getCell(column + 1).value as number | string | null;
    return header.flatMap((name, column): Claim[] => {
      if (name === 'Thứ hạng') return [{ unit, measure: own, rank: rankIn(cell(column)) }];
      if (/^Giá trị/.test(name)) return [{ unit, measure: own, value: valueIn(cell(column)) }];
      const measure = measureIn(name, header, sheet, measureNamed);
      if (measure === null) return [];
      return [
        /^Hạng /.test(name)
          ? { unit, measure, rank: rankIn(cell(column)) }
          : { unit, measure, value: valueIn(cell(column)) },
      ];
    });
  });
}

const valueIn = (cell: number | string | null) => (typeof cell === 'number' ? fourPlaces(cell) : '');
const rankIn = (cell: number | string | null) => (typeof cell === 'number' ? String(cell) : '');

/** `(1) Nhận thức số` and `Hạng (1)` of the details, `Trụ cột kinh tế số` of the ranking, `Nhận thức số` of a pillar. */
function measureIn(
  name: string,
  header: string[],
  sheet: string,
  measureNamed: (name: string) => string,
): string | null {
  const number = /^Hạng (\(\d+\))$/.exec(name)?.[1];
  if (number) return measureNamed(header.find((one) => one.startsWith(`${number} `))!.slice(number.length + 1));
  if (sheet === 'Chi tiết') return /^\(\d+\) /.test(name) ? measureNamed(name.replace(/^\(\d+\) /, '')) : null;
  if (sheet === 'Xếp hạng') return name.startsWith('Trụ cột ') ? measureNamed(name.slice(8)) : null;
  const isOfPillar = sheet.startsWith('Trụ cột ') && !/^(Đơn vị|Tổng điểm|Điểm tối đa)/.test(name);
  return isOfPillar ? measureNamed(name) : null;
}

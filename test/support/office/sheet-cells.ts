import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What every cell shows, by `sheet!address`; formulas by what is cached. */
export async function cellsOf(bytes: Uint8Array): Promise<Map<string, string | number>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const cells = new Map<string, string | number>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const shown = shownIn(cell);
        if (shown !== null) cells.set(`${sheet.name}!${cell.address}`, shown);
      });
    });
  }
  return cells;
}

/** Merged cells stand once, at their first. */
function shownIn(cell: exceljs.Cell): string | number | null {
  if (cell.isMerged && cell.master !== cell) return null;
  const value = cell.formula === undefined ? cell.value : cell.result;
  if (value === null || value === undefined) return null;
  return typeof value === 'number'
    ? value
    : typeof value === 'object' && 'error' in value
      ? `${value.error}`
      : cell.text;
}

/** Addresses of formulas, `sheet!address`. */
export async function formulasOf(bytes: Uint8Array): Promise<string[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const found: string[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula !== undefined) found.push(`${sheet.name}!${cell.address}`);
      });
    });
  }
  return found;
}

/** What no formula of ours comes to. */
export const wrongFigure = -7;

/** The same workbook with that cached in every formula: what is right afterwards was computed. */
export const withWrongCache = (bytes: Uint8Array): Uint8Array =>
  editSheets(bytes, (xml) =>
    xml.replace(
      /(<c r="[A-Z]+\d+"(?: s="\d+")?)(?: t="\w+")?>(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g,
      `$1>$2<v>${wrongFigure}</v>`,
    ),
  );

export function editSheets(bytes: Uint8Array, edit: (xml: string, name: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) parts[name] = strToU8(edit(strFromU8(part), name));
  }
  return zipSync(parts, { level: 1 });
}

export function countWrong(bytes: Uint8Array): number {
  let count = 0;
  editSheets(bytes, (xml) => {
    count += xml.split(`<v>${wrongFigure}</v>`).length - 1;
    return xml;
  });
  return count;
}

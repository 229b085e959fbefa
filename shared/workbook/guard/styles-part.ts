import { limits } from './limits.ts';
import type { PackageParts } from './package-parts.ts';
import { refuse } from './refusal.ts';
import { mainNamespace, type PartReader } from './xml-pass.ts';

/** For each cell format, by its index, whether it shows a number as a date. */
export function readDateFormats(parts: PackageParts, part: string | null): boolean[] {
  if (part === null) return [];
  const reader = new StylesReader();
  parts.pass(part, reader);
  return reader.numberFormats.map((id) => reader.custom.get(id) ?? isBuiltInDate(id));
}

class StylesReader implements PartReader {
  readonly root = { name: 'styleSheet', namespace: mainNamespace };
  numberFormats: string[] = [];
  custom = new Map<string, boolean>();
  #section = '';

  open(name: string, attributes: Record<string, string>, depth: number): void {
    if (depth === 2) this.#section = name;
    if (depth !== 3) return;
    if (this.#section === 'numFmts') this.custom.set(attributes.numFmtId ?? '', showsDate(attributes.formatCode ?? ''));
    if (this.#section === 'cellXfs') this.numberFormats.push(attributes.numFmtId ?? '0');
    if (this.numberFormats.length + this.custom.size > limits.cellFormats) refuse('FILE_BROKEN');
  }
}

/** Ids that the standard gives to dates and times, those of East Asian locales included. */
function isBuiltInDate(id: string): boolean {
  return /^(1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8])$/.test(id);
}

/**
 * Whether a format code holds a date letter outside quotes, brackets, escapes and fillers.
 * exceljs looks for letters without skipping `\d` or `_d` and misses capital `YYYY`.
 */
export function showsDate(code: string): boolean {
  const shown = code.slice(0, longestFormatCode).replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./gs, '');
  return /[dmyhs]/i.test(shown);
}

/** Excel's own limit; what follows could only be there to slow the search down. */
const longestFormatCode = 255;

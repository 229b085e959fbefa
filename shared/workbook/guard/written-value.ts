import { limits } from './limits.ts';
import { refuse } from './refusal.ts';
import { RichText, type StringTable, type TextPlace } from './string-table.ts';
import type { WrittenValue } from './value-grid.ts';

/** A cell as its part gives it. */
export interface RawCell {
  reference: string;
  /** The attribute `t`. */
  type: string;
  /** Content of `v`; null where there is none. */
  value: string | null;
  /** Content of `is`. */
  inline: RichText | null;
  isDate: boolean;
}

export interface CellContext {
  sheet: string;
  strings: StringTable;
  date1904: boolean;
  outsideNames: ReadonlySet<string>;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
const errorCode = /^#[A-Z0-9/!?_]{1,30}$/;

/**
 * The cell's value for the spreadsheet library, null where it holds nothing. Only five things are left of the format:
 * a number, a number shown as a date (format 1), a shared text, a boolean, an error.
 */
export function writeValue(cell: RawCell, context: CellContext): WrittenValue | null {
  if (cell.type === 'inlineStr') return cell.inline && writeText(cell.inline, cell, context);
  if (cell.value === null) return null;
  if (cell.type === 'str') return writeText(asPlainText(cell.value), cell, context);
  const value = cell.value.trim();
  if (value === '') return null;
  return writeTyped(cell, value, context);
}

function writeTyped(cell: RawCell, value: string, context: CellContext): WrittenValue {
  switch (cell.type) {
    case 's':
      return writeShared(cell, value, context);
    case 'b':
      return writeBoolean(value);
    case 'e':
      return write(' t="e"', errorCode.test(value) ? value : '#VALUE!');
    case 'd':
      return writeNumber(isoToSerial(value, context.date1904), true);
    case 'n':
      return writeNumber(value, cell.isDate);
    default:
      return refuse('FILE_BROKEN', placeOf(cell, context));
  }
}

function writeShared(cell: RawCell, value: string, context: CellContext): WrittenValue {
  const place = placeOf(cell, context);
  const index = /^\d{1,7}$/.test(value) ? context.strings.showShared(Number.parseInt(value, 10), place) : null;
  if (index === null) refuse('FILE_BROKEN', place);
  return write(' t="s"', String(index));
}

function writeText(text: RichText, cell: RawCell, context: CellContext): WrittenValue {
  return write(' t="s"', String(context.strings.show(text, placeOf(cell, context))));
}

const placeOf = ({ reference }: RawCell, { sheet }: CellContext): TextPlace => ({ sheet, cell: reference });

function asPlainText(value: string): RichText {
  const text = new RichText();
  text.append(value);
  return text;
}

function writeBoolean(value: string): WrittenValue {
  if (value === '1' || value === 'true') return write(' t="b"', '1');
  if (value === '0' || value === 'false') return write(' t="b"', '0');
  return write(' t="e"', '#VALUE!');
}

/** `abc` would come back as NaN and `12abc` as 12: what is not a number is an error of the cell. */
function writeNumber(value: string | null, isDate: boolean): WrittenValue {
  if (value === null || !decimal.test(value) || value.length > limits.numberLength) {
    return write(' t="e"', '#NUM!');
  }
  return write(isDate ? ' s="1"' : '', value);
}

function write(attributes: string, value: string): WrittenValue {
  return { attributes, value };
}

const dayMs = 86_400_000;

/** The serial number of an ISO date, its time of day left out; null for an impossible one. */
function isoToSerial(text: string, date1904: boolean): string | null {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]{1,18}(?:Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  if (!day) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  // Some impossible days roll over to the next month instead of failing.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return null;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return String((time - epoch) / dayMs);
}

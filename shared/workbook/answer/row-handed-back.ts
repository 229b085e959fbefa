import type { CellValue } from '../../submission/cell-book.ts';
import type { AskedInput, DeclaredField, DeclaredRow, MatchedRow } from '../../submission/figure.ts';
import type { FormLocation } from '../../submission/form/locate-form.ts';
import { askedKey } from '../../submission/input-key.ts';
import { parseMark } from '../../submission/marks/mark.ts';
import { isSharedEvidence } from '../../submission/rows/evidence-cells.ts';
import { type Area, parseRange } from '../../submission/rows/merged-cells.ts';
import type { Finding } from '../../submission/submission.ts';
import { cellText } from '../../submission/values/cell-text.ts';
import { canonicalDecimal } from '../../submission/values/decimal-text.ts';
import { shownFigure } from '../../submission/values/shown-figure.ts';
import { linkedEvidence } from './linked-evidence.ts';
import { aboutCell, clearCell, type OpenField, openFields, type SentCell, shortly } from './sent-cell.ts';
import type { HandedBack } from './sent-form.ts';
import { type SentMark, sourceOf, sourceOfMark, sourcesOfArea } from './sent-mark.ts';

export interface SentTable {
  location: FormLocation;
  rows: readonly DeclaredRow[];
  /** Of matching the rows. */
  findings: readonly Finding[];
}

/** The cells of one row: as sent where it is certain what was sent for it, else marks. */
export function rowHandedBack(row: MatchedRow, table: SentTable): HandedBack {
  const others = repeatsOf(row, table);
  const hand = (field: OpenField) =>
    others.length > 0
      ? fromRepeated(row, field, [row.row, ...others])
      : (fromMerged(row, field, table.location) ?? fromCell(row, field));
  return { value: hand('value'), evidence: hand('evidence'), note: hand('note') };
}

function fromCell(row: MatchedRow, field: OpenField): SentCell | SentMark {
  const cell = row.row.cells[field];
  const clear = clearOf(row, field);
  if (clear) return clear;
  const before = parseMark(cellText(cell));
  const sources = [sourceOf(row.row.place(field)), ...(before ? [sourceOfMark(before)] : [])];
  return { about: aboutCell(cell), sources: new Set(sources), isUnread: false };
}

const clearOf = (row: MatchedRow, field: OpenField): SentCell | null =>
  (field === 'evidence' ? linkedEvidence(row.row) : null) ?? clearCell(row.row.cells[field], field, row);

const allFields = ['indicator', 'input', ...openFields] as const satisfies DeclaredField[];

function repeatsOf(row: MatchedRow, { rows, findings }: SentTable): DeclaredRow[] {
  const key = askedKey(row);
  const told = findings.filter(({ rule, value }) => rule.startsWith('ROW_DUPLICATE') && value === key);
  const at = new Set(told.map(sourceOf));
  return at.size === 0 ? [] : rows.filter((one) => at.has(sourceOf(one.place('indicator'))));
}

/** One code in several rows: which of the figures is meant only the officer knows, also where they are the same. */
function fromRepeated(row: MatchedRow, field: OpenField, rows: DeclaredRow[]): SentCell | SentMark {
  const texts = rows.map(({ cells }) => aboutSent(cells[field], row));
  const isSame = texts.every((text) => text === texts[0]);
  if (field !== 'value' && isSame) return fromCell(row, field);
  const shown = rows.slice(0, 3).map((one, at) => `${texts[at]} (dòng ${one.row})`);
  const more = rows.length > 3 ? `; còn ${rows.length - 3} dòng` : '';
  const sources = rows.flatMap((one) => allFields.map((place) => sourceOf(one.place(place))));
  return { about: `Đã gửi: ${shown.join('; ')}${more}`, sources: new Set(sources), isUnread: false };
}

function aboutSent(cell: CellValue | undefined, asked: AskedInput): string {
  if (cell?.kind === 'number') return shownFigure(asked, canonicalDecimal(cell.text)).vi;
  return shortly(cellText(cell)) || 'ô trống';
}

/** Where the cell is merged with others, or the code of its row is, it is not certain whose figure it is. */
function fromMerged(matched: MatchedRow, field: OpenField, location: FormLocation): SentMark | null {
  const { row } = matched;
  const { sheet } = location;
  const places = [row.place('indicator'), row.place('input'), row.place(field)];
  const areas = sheet.merges
    .map((range) => parseRange(range)!)
    .filter((area) => !isSharedEvidence(area, location) && places.some(({ cell }) => isWithin(cell, area)));
  if (areas.length === 0) return null;
  const { top, left } = areas.at(-1)!;
  const first = sheet.rows.get(top)?.cells.get(left);
  const sources = areas.flatMap((area) => sourcesOfArea(sheet.name, area));
  return {
    about: `Ô đã gửi bị gộp: ${aboutSent(row.cells[field] ?? first, matched)}`,
    sources: new Set([...sources, sourceOf(row.place(field))]),
    isUnread: false,
  };
}

function isWithin(cell: string | null, { top, left, bottom, right }: Area): boolean {
  const at = cell === null || !/^[A-Z]+\d+$/.test(cell) ? null : parseRange(cell);
  return at !== null && at.top >= top && at.top <= bottom && at.left >= left && at.left <= right;
}

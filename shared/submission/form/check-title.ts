import { findUnit } from '../../units/registry.ts';
import type { Unit } from '../../units/unit.ts';
import type { CellBook } from '../cell-book.ts';
import { makeFinding } from '../finding.ts';
import type { Finding, FormIdentity } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import { type FormLocation, locateForm } from './locate-form.ts';

/**
 * Whether the sheet of figures is titled for another unit of the group, as when a sheet is copied from one form into
 * another: then the figures may be another unit's, while the form is of whom it was issued to.
 */
export function checkTitle(book: CellBook, { unit_id }: FormIdentity, members: ReadonlySet<string>): Finding[] {
  const { location } = locateForm(book);
  const own = findUnit(unit_id);
  if (!location || !own) return [];
  const titles = new Set(titlesOf(location));
  if (namesOf(own).some((name) => titles.has(fold(name)))) return [];
  const others = [...members].map(findUnit).filter((unit) => unit !== null && unit !== own);
  const other = others.flatMap((unit) => namesOf(unit!)).find((name) => titles.has(fold(name)));
  if (other === undefined) return [];
  const place = { sheet: location.sheet.name, cell: null, row: null, field: null };
  return [makeFinding('SHEET_OF_OTHER_UNIT', place, { unit: own.full_name_vi, unit_en: own.name_en }, other)];
}

/** `Đơn vị: Tỉnh Cao Bằng · Kỳ đánh giá: năm 2024`: each piece between marks, above the row of codes. */
function titlesOf({ sheet, codeRow }: FormLocation): string[] {
  const above = [...sheet.rows.values()].filter(({ row }) => row < codeRow);
  const texts = above.flatMap(({ cells }) => [...cells.values()].map(cellText));
  return texts.flatMap((text) => text.split(/[·:;,()–—\n]/)).map(fold);
}

const namesOf = ({ full_name_vi, history = [] }: Unit): string[] => [
  full_name_vi,
  ...history.map((state) => state.full_name_vi),
];

const fold = (text: string): string => text.normalize('NFC').trim().toLocaleUpperCase('vi');

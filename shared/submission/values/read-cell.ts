import type { CellValue } from '../cell-book.ts';
import { makeFinding, type Place } from '../finding.ts';
import { isMark } from '../marks/mark.ts';
import type { Finding } from '../submission.ts';
import { cellText } from './cell-text.ts';
import { cleanText } from './clean-text.ts';

/** A cell that holds neither formula nor error any more; null: blank, or unreadable and found so. */
export interface ReadCell {
  cell: Exclude<CellValue, { kind: 'formula' } | { kind: 'error' }> | null;
  findings: Finding[];
}

/** Formulas become what was saved with them, errors become findings, invisible characters go and are told. */
export function readCell(cell: CellValue | undefined, place: Place): ReadCell {
  if (!cell) return { cell: null, findings: [] };
  if (cell.kind === 'formula') return readFormula(cell, place);
  if (cell.kind === 'error') return { cell: null, findings: [makeFinding('CELL_ERROR_VALUE', place, {}, cell.code)] };
  if (cell.kind !== 'text') return { cell, findings: [] };
  if (isMark(cell)) return { cell: null, findings: [makeFinding('MARK_LEFT', place, {}, cellText(cell))] };
  const { text, removed } = cleanText(cell.text);
  const findings = removed ? [makeFinding('INVISIBLE_REMOVED', place, {}, text)] : [];
  return { cell: text === '' ? null : { ...cell, text }, findings };
}

function readFormula(cell: Extract<CellValue, { kind: 'formula' }>, place: Place): ReadCell {
  if (cell.external) return { cell: null, findings: [makeFinding('FORMULA_EXTERNAL', place)] };
  if (cell.cached === null) return { cell: null, findings: [makeFinding('FORMULA_NO_VALUE', place)] };
  if (cell.cached.kind === 'formula') return { cell: null, findings: [makeFinding('FORMULA_NO_VALUE', place)] };
  const cached = readCell(cell.cached, place);
  // `=IF(A1="";"";A1)` shows nothing: nobody needs to be told which value was taken.
  if (cached.cell === null) return cached;
  const used = makeFinding('FORMULA_USED', place, {}, cellText(cell.cached));
  return { cell: cached.cell, findings: [used, ...cached.findings] };
}

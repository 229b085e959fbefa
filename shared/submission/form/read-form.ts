import type { Framework, Indicator } from '../../frameworks/framework.ts';
import type { CellBook } from '../cell-book.ts';
import { matchRows } from '../rows/match-rows.ts';
import { type ReadFigures, readFigures } from '../rows/read-figures.ts';
import { mergedCells, tableRows } from './form-table.ts';
import { locateForm } from './locate-form.ts';

/** Figures of a form: columns by code, rows by key, each with the cell it came from. Identity is read apart. */
export function readForm(book: CellBook, framework: Framework, asked: readonly Indicator[]): ReadFigures {
  const { location, findings } = locateForm(book);
  if (!location) return { figures: [], findings };
  const missingAt = { sheet: location.sheet.name, cell: null, row: null, field: null };
  const rows = matchRows(tableRows(location), { framework, asked });
  const read = readFigures(rows, { notation: 'form', missingAt });
  return { figures: read.figures, findings: [...findings, ...mergedCells(location), ...read.findings] };
}

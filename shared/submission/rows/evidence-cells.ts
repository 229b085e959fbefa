import type { CellSheet } from '../cell-book.ts';
import type { DeclaredRow } from '../figure.ts';
import { cellText } from '../values/cell-text.ts';
import { foldCode } from '../values/fold-code.ts';
import { type Area, parseRange } from './merged-cells.ts';

/** Where the evidence of a table stands. */
export interface EvidenceColumn {
  sheet: CellSheet;
  codeRow: number;
  /** Column numbers by code. */
  columns: { get(code: 'key' | 'indicator' | 'evidence'): number | undefined };
}

/** Whether a merged range is one evidence for rows of one indicator: what it says is then certain. */
export function isSharedEvidence(
  { top, left, bottom, right }: Area,
  { sheet, codeRow, columns }: EvidenceColumn,
): boolean {
  if (left !== right || left !== columns.get('evidence') || top <= codeRow) return false;
  const codes = new Set<string>();
  for (let row = top; row <= bottom; row++) {
    const cells = sheet.rows.get(row)?.cells;
    if (cells) codes.add(indicatorOf(cellText(cells.get(columns.get('key') ?? columns.get('indicator')!))));
  }
  // The row of an indicator's name bears no code of its own.
  codes.delete('');
  return codes.size === 1;
}

/** Of `services/numerator`, or of the code of an indicator alone. */
const indicatorOf = (code: string): string => foldCode(code.split('/', 1)[0]!);

/** Rows with what their cells of evidence are linked to, and with the evidence that is merged over them. */
export function withEvidence(rows: DeclaredRow[], table: EvidenceColumn): DeclaredRow[] {
  const links = linksByRow(table);
  const linked = rows.map((row): DeclaredRow => {
    const target = links.get(row.row);
    return target === undefined ? row : { ...row, evidenceLink: target };
  });
  return shareMerged(linked, table);
}

function linksByRow({ sheet, columns }: EvidenceColumn): Map<number, string> {
  const column = columns.get('evidence');
  const targets = new Map<number, string>();
  if (column === undefined) return targets;
  for (const { range, target } of sheet.links ?? []) {
    const area = parseRange(range);
    if (!area || column < area.left || column > area.right) continue;
    // A link on a whole column has a million rows, and the table a few.
    for (const row of sheet.rows.keys()) if (row >= area.top && row <= area.bottom) targets.set(row, target);
  }
  return targets;
}

function shareMerged(rows: DeclaredRow[], table: EvidenceColumn): DeclaredRow[] {
  const shared = table.sheet.merges.map((range) => parseRange(range)!).filter((area) => isSharedEvidence(area, table));
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return rows.map((row) => {
    const area = shared.find(({ top, bottom }) => row.row > top && row.row <= bottom);
    const first = area && byRow.get(area.top);
    return first ? shareEvidence(row, first) : row;
  });
}

/** The evidence of the first row, which is where it stands. */
function shareEvidence(row: DeclaredRow, { cells, evidenceLink, place }: DeclaredRow): DeclaredRow {
  const { evidence, ...others } = row.cells;
  return {
    ...row,
    cells: { ...others, ...(cells.evidence ? { evidence: cells.evidence } : {}) },
    ...(evidenceLink === undefined ? {} : { evidenceLink }),
    place: (field) => (field === 'evidence' ? place(field) : row.place(field)),
    sharesEvidence: true,
  };
}

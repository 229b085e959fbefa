import type { GridRow } from '../../../../../shared/submission/grid/build-grid.ts';
import type { Grid } from '../../../../read-submissions/read-grid.ts';
import { readTyped } from '../../parts/figure.ts';
import { type Edits, rowKey } from './edit.ts';

/** A row of what is sent. Evidence and note that were not changed are taken over by the API from the place that `from` names. */
export interface SentRow {
  indicator: string;
  input: string;
  value: string | null;
  evidence?: string | null;
  note?: string | null;
  from?: { receipt: number; sheet: string; cell: string } | { receipt: number; row: number };
}

export interface Correction {
  rows: SentRow[];
  /** Rows of which it is not known what was meant: as the file has them, or as they were typed. */
  unread: GridRow[];
}

/** All that the file says, with what was changed on the screen; of a part, the rows that it had and those changed. */
export function correctedRows(grid: Grid, edits: Edits): Correction {
  const rows: SentRow[] = [];
  const unread: GridRow[] = [];
  for (const row of grid.rows) {
    const edit = edits[rowKey(row)];
    const from = placeOf(row, grid.receipt);
    if (!edit && (!from || !saysAnything(row))) continue;
    const typed = edit?.value === undefined ? readKept(row) : readTyped(row, edit.value);
    if (typed === null) {
      unread.push(row);
      continue;
    }
    const { indicator, input } = row;
    rows.push({ indicator, input, value: typed.value, ...texts(edit), ...(from ? { from } : {}) });
  }
  return { rows, unread };
}

/** What could not be read is never sent as a blank: somebody has to say what it is. */
const readKept = ({ value, raw }: GridRow) => (value === null && raw !== null ? null : { value });

const texts = (edit: Edits[string] | undefined): Pick<SentRow, 'evidence' | 'note'> => ({
  ...(edit?.evidence === undefined ? {} : { evidence: edit.evidence.trim() || null }),
  ...(edit?.note === undefined ? {} : { note: edit.note.trim() || null }),
});

function placeOf({ sheet, cell, row }: GridRow, receipt: number): SentRow['from'] {
  if (sheet !== null && cell !== null) return { receipt, sheet, cell };
  return row === null ? undefined : { receipt, row };
}

const saysAnything = ({ value, evidence, note, raw }: GridRow): boolean =>
  value !== null || evidence !== null || note !== null || raw !== null;

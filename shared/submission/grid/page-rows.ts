import type { GridRow } from './build-grid.ts';

/** A function answers 6 MB at most, JSON within JSON; texts of evidence can be long. */
const pageBytes = 3_500_000;

export interface RowPage {
  rows: GridRow[];
  /** Position to ask on from: `?after=…`; null: that was all. */
  next_after: number | null;
}

/** Rows behind a position, as many as fit, and at least one. */
export function pageRows(all: readonly GridRow[], after: number, most = pageBytes): RowPage {
  const rest = all.filter(({ position }) => position > after);
  let bytes = 0;
  const end = rest.findIndex((row, at) => {
    bytes += Buffer.byteLength(JSON.stringify(JSON.stringify(row)));
    return at > 0 && bytes > most;
  });
  const rows = end === -1 ? rest : rest.slice(0, end);
  return { rows, next_after: end === -1 ? null : rows.at(-1)!.position };
}

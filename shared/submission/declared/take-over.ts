import type { FigureSource, MatchedRow, SourceFile, TakenFigure } from '../figure.ts';
import { makeFinding } from '../finding.ts';
import { askedKey, keyOf } from '../input-key.ts';
import type { ReadRow } from '../read-row.ts';
import type { MatchedRows } from '../rows/match-rows.ts';
import type { FigurePlace } from '../submission.ts';

/**
 * Rows that name where their figure stands in an earlier receipt, with what was found there: evidence and note that are
 * not sent come from there too. A place that is not this very figure's is a finding, and nothing is taken.
 */
export function takeOver(rows: MatchedRows, sources: ReadonlyMap<number, SourceFile>): MatchedRows {
  const findings = [...rows.findings];
  const matched = rows.matched.map((match) => {
    const { from } = match.row;
    if (!from) return match;
    const file = sources.get(from.receipt);
    const found = file?.rows.find((row) => keyOf(row) === askedKey(match) && isThere(row, from));
    if (file && found) return { ...match, row: { ...match.row, ...take(match, found, file.sha256, from) } };
    findings.push(makeFinding('FIGURE_SOURCE', { ...match.row.place('value'), field: 'from' }));
    return match;
  });
  return { ...rows, matched, findings };
}

const isThere = (row: ReadRow, from: FigureSource): boolean =>
  row.sheet === from.sheet && row.cell === from.cell && row.row === from.row;

function take(
  { row }: MatchedRow,
  found: ReadRow,
  sha256: string,
  { lacks }: FigureSource,
): Pick<MatchedRow['row'], 'cells' | 'taken'> {
  const place: FigurePlace = { submission_sha256: sha256, sheet: found.sheet, cell: found.cell, row: found.row };
  const { value, evidence: text, evidence_records: records = [] } = found;
  const taken: TakenFigure = {
    value,
    place,
    origin: found.origin ?? place,
    evidence: lacks.includes('evidence') ? { text, records } : null,
  };
  const note = lacks.includes('note') ? found.note : null;
  return {
    taken,
    cells: { ...row.cells, ...(note === null ? {} : { note: { kind: 'text', text: note, rich: false } }) },
  };
}

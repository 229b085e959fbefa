import type { Figure, MatchedRow, Notation } from '../figure.ts';
import { makeFinding } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { isBlank } from '../values/cell-text.ts';
import { readNumber } from '../values/read-number.ts';
import { readText } from '../values/read-text.ts';

export interface ReadFigures {
  figures: Figure[];
  findings: Finding[];
}

/** Turns matched rows into typed figures. */
export function readFigures(rows: MatchedRow[], notation: Notation): ReadFigures {
  const read = rows.map((row) => readFigure(row, notation));
  return { figures: read.map(({ figure }) => figure), findings: read.flatMap(({ findings }) => findings) };
}

function readFigure({ indicator, input, row }: MatchedRow, notation: Notation) {
  const place = row.place('value');
  const number = readNumber(row.cells.value, { indicator, input, place, notation });
  const evidence = readText(row.cells.evidence, row.place('evidence'));
  const note = readText(row.cells.note, row.place('note'));
  const hidden =
    row.hidden && !isBlank(row.cells.value) ? [makeFinding('ROW_HIDDEN', place, { at_row: `${row.row}` })] : [];
  const figure: Figure = {
    indicator,
    input,
    value: number.value,
    blank: number.blank,
    evidence: evidence.text,
    note: note.text,
    place: row.place,
  };
  return { figure, findings: [...hidden, ...number.findings, ...evidence.findings, ...note.findings] };
}

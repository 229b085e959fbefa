import type { CellValue } from '../cell-book.ts';
import type { DeclaredField, DeclaredRow } from '../figure.ts';
import { makeFinding, noPlace } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { hasTooManyMarks, textBounds } from '../values/text-bounds.ts';

/** Rows of JSON or CSV before they are understood. With an error finding there are no rows. */
export interface DeclaredTable {
  rows: DeclaredRow[];
  findings: Finding[];
}

const declaredFields = ['indicator', 'input', 'value', 'evidence', 'note'] as const satisfies DeclaredField[];

export const isDeclaredField = (name: string): name is DeclaredField =>
  (declaredFields as readonly string[]).includes(name);

export function toDeclaredRow(row: number, texts: Partial<Record<DeclaredField, string>>): DeclaredRow {
  const cells = Object.entries(texts).map(([field, text]): [string, CellValue] => [
    field,
    { kind: 'text', text, rich: false },
  ]);
  return {
    row,
    hidden: false,
    cells: Object.fromEntries(cells),
    place: (field) => ({ ...noPlace, row, field }),
    isAside: false,
  };
}

/** Texts are bounded as in a workbook: a form is filled with them later, and marks piled on one letter are slow to sort. */
export function checkTexts(row: number, texts: Partial<Record<string, string>>): Finding[] {
  const { textLength, marksInARow } = textBounds;
  return Object.entries(texts).flatMap(([field, text = '']) => {
    const place = { ...noPlace, row, field };
    if (text.length > textLength) return [makeFinding('CELL_TEXT_TOO_LONG', place, { max: `${textLength}` })];
    return hasTooManyMarks(text) ? [makeFinding('TEXT_TOO_MANY_MARKS', place, { max: `${marksInARow}` })] : [];
  });
}

export const notRead = (format: 'CSV' | 'JSON'): DeclaredTable => ({
  rows: [],
  findings: [makeFinding('TABLE_NOT_READ', noPlace, { format })],
});

/** Null when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

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

/** The field of a CSV header, whatever its case and the spaces around it; what is no field stays as it is. */
export function fieldNamed(name: string): string {
  const folded = name.trim().toLowerCase();
  return isDeclaredField(folded) ? folded : name.trim();
}

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

export const notUtf8 = (): DeclaredTable => ({ rows: [], findings: [makeFinding('TABLE_NOT_UTF8', noPlace)] });

/** Null when the bytes are not UTF-8; a byte order mark is left out. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * U+FFFD, which whoever decoded the bytes as UTF-8 on the way put where they were not, or half a character, which an
 * escape of JSON can leave.
 */
export const hasLostCharacters = (text: string): boolean => text.includes('\uFFFD') || !text.isWellFormed();

/** Found once, where it begins: the cause is the file, not the place. */
export function findLostCharacters(rows: { row: number; texts: Partial<Record<string, string>> }[]): Finding[] {
  for (const { row, texts } of rows) {
    const [field, text = ''] = Object.entries(texts).find(([, value = '']) => hasLostCharacters(value)) ?? [];
    if (field !== undefined)
      return [makeFinding('TABLE_NOT_UTF8', { ...noPlace, row, field }, {}, text.toWellFormed())];
  }
  return [];
}

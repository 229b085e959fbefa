import * as z from 'zod';
import type { CellBook } from '../cell-book.ts';
import { identityFields } from '../sign-identity.ts';
import type { FormIdentity } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import { sheetNames } from './form-layout.ts';

export interface ClaimedIdentity {
  identity: FormIdentity;
  signature: string;
}

/** What the form says of itself, not yet believed: from the hidden sheet, then from the document properties. */
export function readIdentities(book: CellBook): ClaimedIdentity[] {
  return readClaims(book).flatMap((copy) => {
    const parsed = claimSchema.safeParse(copy);
    if (!parsed.success) return [];
    const { signature, ...identity } = parsed.data;
    return [{ identity, signature }];
  });
}

/** What a workbook of ours says of itself, as names and texts; either copy may be lost or spoiled. */
export const readClaims = (book: CellBook): unknown[] => [readMetaSheet(book), readProperties(book)];

const text = z.string().min(1).max(200);

const claimSchema = z.object({
  ...(Object.fromEntries(identityFields.map((field) => [field, text])) as Record<keyof FormIdentity, typeof text>),
  signature: text,
});

/** Names and texts of the hidden sheet. */
export function readMetaSheet(book: CellBook): Record<string, string> {
  const sheet = book.sheets.find((candidate) => candidate.name === sheetNames.meta);
  const pairs = [...(sheet?.rows.values() ?? [])].map((row) => [
    cellText(row.cells.get(1)),
    cellText(row.cells.get(2)),
  ]);
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}

function readProperties({ properties }: CellBook): unknown {
  try {
    return JSON.parse(properties.description ?? '');
  } catch {
    // Anyone may have written a comment of their own there.
    return null;
  }
}

import { toDeclaredRow } from '../declared/declared-table.ts';
import { readRecords } from '../declared/evidence-records.ts';
import type { AskedInput, DeclaredField, DeclaredRow } from '../figure.ts';
import { noPlace } from '../finding.ts';
import { askedKey } from '../input-key.ts';
import { type ReadFigures, readFigures } from '../rows/read-figures.ts';
import type { Finding } from '../submission.ts';
import type { TypedRow } from './draft-row.ts';

/**
 * Rows as typed on the screen, read by the same code as the cells of a form. Each input that is asked has a figure, whose
 * place is its number in the order asked, from 1; rows of inputs that are not asked are left out.
 */
export function readTyped(asked: readonly AskedInput[], typed: ReadonlyMap<string, TypedRow>): ReadFigures {
  const declared = asked.map((input, at) => declareTyped(typed.get(askedKey(input)) ?? null, at + 1));
  const matched = asked.map((input, at) => ({ ...input, row: declared[at]!.row }));
  const read = readFigures({ matched, absent: [], findings: [] }, { notation: 'form', missingAt: noPlace });
  return { ...read, findings: [...read.findings, ...declared.flatMap(({ findings }) => findings)] };
}

function declareTyped(typed: TypedRow | null, number: number): { row: DeclaredRow; findings: Finding[] } {
  if (!typed) return { row: toDeclaredRow(number, {}), findings: [] };
  const { evidence } = typed;
  const texts = { value: typed.value, note: typed.note, evidence: typeof evidence === 'string' ? evidence : null };
  const row = toDeclaredRow(number, withoutBlanks(texts));
  if (evidence === null || typeof evidence === 'string') return { row, findings: [] };
  const { records, findings } = readRecords(evidence, number);
  return { row: { ...row, evidenceRecords: records }, findings };
}

const withoutBlanks = (texts: Partial<Record<DeclaredField, string | null>>): Partial<Record<DeclaredField, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null));

import { askedIndicators } from '../../../shared/frameworks/asked-indicators.ts';
import type { CellBook } from '../../../shared/submission/cell-book.ts';
import { checkSubmission } from '../../../shared/submission/check-submission.ts';
import { evidenceText } from '../../../shared/submission/evidence/evidence-of-cell.ts';
import type { DeclaredRow } from '../../../shared/submission/figure.ts';
import { tableRows } from '../../../shared/submission/form/form-table.ts';
import { locateForm } from '../../../shared/submission/form/locate-form.ts';
import { askedKey } from '../../../shared/submission/input-key.ts';
import { matchRows } from '../../../shared/submission/rows/match-rows.ts';
import { linkOf } from '../../../shared/submission/rows/read-evidence.ts';
import type { CheckedSubmission } from '../../../shared/submission/submission.ts';
import { type OpenField, openFields } from '../../../shared/workbook/answer/sent-cell.ts';
import { writeAnswer } from '../../../shared/workbook/answer/write-answer.ts';
import { openWorkbook } from '../../../shared/workbook/open-workbook.ts';
import { formOf, signingKey } from '../forms.ts';
import { knownValues, type Round } from './round.ts';

const expected = { group: 'province34', period: '2024', unit_id: 'P04-2025' };

/** A file and what was answered to it. */
export interface Answered {
  book: CellBook | null;
  checked: CheckedSubmission;
}

export const answerTo = async (bytes: Uint8Array, round: Round): Promise<Answered> =>
  answerBook(await openWorkbook(bytes), round, bytes);

export async function answerBook(
  opened: Awaited<ReturnType<typeof openWorkbook>>,
  { framework, current }: Round,
  bytes: Uint8Array = new Uint8Array(1),
): Promise<Answered> {
  const members = new Set(['P04-2025', 'P01-2025']);
  const context = { framework, members, ...(current ? { current } : {}) };
  const checked = await checkSubmission({ bytes, expected, context }, { signingKey, openWorkbook: async () => opened });
  return { book: opened.book, checked };
}

/** The answer workbook, into a form that is prefilled with what nobody sent. */
export const answerWorkbook = ({ book, checked }: Answered, { framework }: Round): Promise<Uint8Array> =>
  writeAnswer({ form: formOf(framework, knownValues), book, findings: checked.findings, signingKey });

export const errorsOf = ({ checked }: Answered): string[] =>
  checked.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message_vi }) => `${rule}: ${message_vi}`)
    .sort();

export type SentTexts = Map<string, Record<OpenField, string>[]>;

/** An address behind a cell of evidence is part of what it says. */
function textIn(row: DeclaredRow, field: OpenField, textOf: (cell: unknown) => string): string {
  const text = textOf(row.cells[field]);
  const { link } = linkOf(row);
  return field === 'evidence' && link !== null ? evidenceText({ text: text === '' ? null : text, link })! : text;
}

/** What stands in the rows of each input, as one text a field. */
export function textsOf(book: CellBook | null, { framework }: Round, textOf: (cell: unknown) => string): SentTexts {
  const texts: SentTexts = new Map();
  const located = book && locateForm(book).certain;
  if (!located) return texts;
  const asked = askedIndicators(framework, expected);
  for (const row of tableRows(located)) {
    for (const own of matchRows([row], { framework, asked }).matched) {
      const entries = openFields.map((field) => [field, textIn(own.row, field, textOf)] as const);
      texts.set(askedKey(own), [
        ...(texts.get(askedKey(own)) ?? []),
        Object.fromEntries(entries) as Record<OpenField, string>,
      ]);
    }
  }
  return texts;
}

import type { CellBook } from '../../submission/cell-book.ts';
import { sheetNames } from '../../submission/form/form-layout.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import type { Finding } from '../../submission/submission.ts';
import { toldFindings } from '../../submission/told-findings.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { buildForm } from '../template/build-form.ts';
import { setDefaultFont } from '../template/default-font.ts';
import { formColumns } from '../template/form-columns.ts';
import { breakFormPages } from '../template/form-pages.ts';
import { readDeclaredCells } from './declared-cells.ts';
import { markFindings } from './mark-findings.ts';
import { addResultSheet } from './result-sheet.ts';

export interface AnswerSpec {
  /** A form of the current version for the same unit; what it was prefilled with still shows its source. */
  form: FormSpec;
  /** The uploaded workbook; null when the guard refused it, and then nothing of it is handed back. */
  book: CellBook | null;
  findings: readonly Finding[];
}

/**
 * The answer in the officer's own form: a fresh form with the values as sent, the wrong cells marked and a list in front.
 * Never the uploaded file changed: that would hand back what the guard took out. Corrected, it can be sent as it is.
 */
export async function writeAnswer({ form, book, findings }: AnswerSpec): Promise<Uint8Array> {
  const told = toldFindings(findings);
  const declared = readDeclaredCells(isOfOtherUnit(told) ? null : book, form);
  const answer = await buildForm(form, 'answer');
  const marked = markFindings(answer, form, declared, told);
  breakFormPages(answer.getWorksheet(sheetNames.data)!, formColumns('answer'), form);
  await addResultSheet(answer, form, marked);
  return finishWorkbook(new Uint8Array(await answer.xlsx.writeBuffer()), setDefaultFont);
}

/** Sent again as it is, the answer would be taken: the figures of one unit must not come to stand under another's name. */
const isOfOtherUnit = (findings: readonly Finding[]): boolean => findings.some(({ rule }) => rule === 'UNIT_MISMATCH');

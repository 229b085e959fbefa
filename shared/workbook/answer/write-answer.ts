import type { Worksheet } from 'exceljs';
import type { CellBook } from '../../submission/cell-book.ts';
import { sheetNames } from '../../submission/form/form-layout.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { sealOpenPoints } from '../../submission/marks/open-points.ts';
import { identityRules } from '../../submission/rules/catalogue/identity-rules.ts';
import { sortFindings } from '../../submission/sort-findings.ts';
import type { Finding } from '../../submission/submission.ts';
import { toldFindings } from '../../submission/told-findings.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { buildForm } from '../template/build-form.ts';
import { formColumns, printedRange } from '../template/form-columns.ts';
import { breakFormPages } from '../template/form-pages.ts';
import { addSealedRows } from '../template/meta-sheet.ts';
import { markFindings } from './mark-findings.ts';
import { addResultSheet } from './result-sheet.ts';
import { readSentForm } from './sent-form.ts';
import { readSentPoints } from './sent-points.ts';

export interface AnswerSpec {
  /** A form of the current version for the same unit; of what it was prefilled with only the source is shown. */
  form: FormSpec;
  /** The uploaded workbook; null when the guard refused it, and then nothing of it is handed back. */
  book: CellBook | null;
  findings: readonly Finding[];
  /** That forms are signed with: the answer says by it what it still lacks. */
  signingKey: Uint8Array;
}

/**
 * The answer in the officer's own form: a fresh form with the values as sent, the wrong cells marked and a list in front.
 * Never the uploaded file changed: that would hand back what the guard took out. Corrected, it can be sent as it is; sent
 * back untouched, it is refused for the same reasons, since each error either stands in its cell or is kept with a mark.
 */
export async function writeAnswer({ form, book, findings, signingKey }: AnswerSpec): Promise<Uint8Array> {
  const told = sortFindings(toldFindings(findings));
  const repeated = readSentPoints(book, told, signingKey);
  const own = told.filter((finding) => repeated.of(finding) === null);
  const isRefused = own.some(({ rule }) => handsNothingBack.has(rule));
  const sent = readSentForm(isRefused ? null : book, form, own);
  const points = isRefused ? { of: () => null } : repeated;
  const answer = await buildForm(form, 'answer');
  const marked = markFindings(answer, form, sent, { findings: told, points });
  layOutPages(answer.getWorksheet(sheetNames.data)!, form);
  addSealedRows(answer, sealOpenPoints(marked.points, form.identity, signingKey));
  await addResultSheet(answer, form, marked.marked);
  return finishWorkbook(new Uint8Array(await answer.xlsx.writeBuffer()));
}

/** Once every row has its height; what could be put into no row of the form stands below it and is printed too. */
function layOutPages(sheet: Worksheet, form: FormSpec): void {
  const columns = formColumns('answer');
  sheet.pageSetup.printArea = printedRange(columns, 1, sheet.rowCount);
  breakFormPages(sheet, columns, form);
}

/**
 * Whose figures they are, and of what, is not certain: they must not come to stand under this unit's name. Or they are too
 * long to be shown again with what there is to say of them.
 */
const handsNothingBack = new Set([
  ...identityRules.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
  'TEXT_TOTAL_TOO_LONG',
]);

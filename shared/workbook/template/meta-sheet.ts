import type { Workbook, Worksheet } from 'exceljs';
import { canonicalJson } from '../../digest/canonical-json.ts';
import { sheetNames, signatureField } from '../../submission/form/form-layout.ts';
import { type FormSpec, formRows } from '../../submission/form/form-spec.ts';
import { identityFields } from '../../submission/sign-identity.ts';
import { addChoiceLists, collectChoices } from './choice-lists.ts';
import { styles } from './form-styles.ts';

/** The lists that inputs choose from, and the signed identity. */
export function addMetaSheet(book: Workbook, form: FormSpec): void {
  const { identity, signature } = form;
  const fields = Object.fromEntries(identityFields.map((field) => [field, identity[field]]));
  const sheet = addSignedSheet(book, { ...fields, [signatureField]: signature });
  addChoiceLists(sheet, collectChoices(formRows(form)));
}

/** Name and text per row. Hidden for tidiness only; the signature among them is what protects them. */
export function addSignedSheet(book: Workbook, signed: Record<string, string>): Worksheet {
  const sheet = book.addWorksheet(sheetNames.meta, { state: 'veryHidden' });
  addPairs(sheet, 1, signed);
  return sheet;
}

/** Further names and texts, below the identity. */
export function addSealedRows(book: Workbook, sealed: Record<string, string>): void {
  addPairs(book.getWorksheet(sheetNames.meta)!, identityFields.length + 2, sealed);
}

function addPairs(sheet: Worksheet, from: number, pairs: Record<string, string>): void {
  Object.entries(pairs).forEach((pair, row) => {
    pair.forEach((text, column) => {
      const cell = sheet.getCell(from + row, column + 1);
      cell.value = text;
      // As text: a version `1` must not come back as a number.
      cell.style = { ...styles.line, numFmt: '@' };
    });
  });
}

/** Second copy for the document properties, should the sheet get lost. */
export const identityDocument = ({ identity, signature }: FormSpec): string =>
  canonicalJson({ ...identity, [signatureField]: signature });

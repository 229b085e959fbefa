import { cellAddress } from '../../submission/cell-book.ts';
import type { ColumnCode } from '../../submission/form/form-layout.ts';

export interface FormColumn {
  code: ColumnCode;
  /** Width in characters. */
  width: number;
  /** The officer types here; everything else is locked. */
  open: boolean;
  /** Kept, so that every cell has the same address in form and answer, but not shown. */
  hidden: boolean;
}

/** A blank form, or the answer to one, which has a column for what is wrong. */
export type FormPurpose = 'form' | 'answer';

/**
 * Widths in characters: together at most what fits A4 across with letters of 9 points. An answer makes room for its own
 * column.
 */
const widths: Record<FormPurpose, readonly (readonly [ColumnCode, number])[]> = {
  form: [
    ['position', 5],
    ['number', 7],
    ['name', 47],
    ['declare', 22],
    ['unit_of_measure', 13],
    ['max_points', 7],
    ['last_source', 7],
    ['last_value', 11],
    ['value', 19],
    ['evidence', 29],
    ['note', 15],
    ['key', 11],
  ],
  answer: [
    ['position', 5],
    ['number', 7],
    ['name', 40],
    ['declare', 20],
    ['unit_of_measure', 12],
    ['max_points', 7],
    ['last_source', 7],
    ['last_value', 11],
    ['value', 19],
    ['evidence', 23],
    ['note', 13],
    ['finding', 38],
    ['key', 11],
  ],
};

/** What an answer has no room for: its findings say how a figure is written. */
const hiddenInAnswer: readonly ColumnCode[] = ['declare'];

const openCodes: readonly ColumnCode[] = ['value', 'evidence', 'note'];

/** Columns of the data sheet, left to right. */
export const formColumns = (purpose: FormPurpose): FormColumn[] =>
  widths[purpose].map(([code, width]) => ({
    code,
    width,
    open: openCodes.includes(code),
    hidden: purpose === 'answer' && hiddenInAnswer.includes(code),
  }));

export const columnNumber = (columns: readonly FormColumn[], code: ColumnCode): number =>
  columns.findIndex((column) => column.code === code) + 1;

/** The codes at the edge are for programs: they are not printed. */
export const printedColumns = (columns: readonly FormColumn[]): FormColumn[] =>
  columns.filter(({ code }) => code !== 'key');

/** `A$1:K$40`, over all columns that are printed, in the form in which exceljs makes it absolute. */
export const printedRange = (columns: readonly FormColumn[], first: number, last: number): string =>
  `A$${first}:${cellAddress(printedColumns(columns).length, last).replace(/(?=\d)/, '$$')}`;

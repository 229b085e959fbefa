import type { CellRow, CellSheet } from '../../../shared/submission/cell-book.ts';

/** How a program lays a workbook out: only what differs between programs, each from files of it or from its documentation. */
export interface ForeignLayout {
  name: string;
  /** Where the layout was seen. */
  seen: 'file' | 'documentation';
  /** Of the main namespace: `x:` where the program is built on the Open XML SDK. */
  prefix?: string;
  declaration?: string;
  /** Where the text of a cell stands: in the shared table, in the cell as rich text, or as if a formula had given it. */
  texts: 'shared' | 'inline' | 'formula';
  /** Attributes of `t`, if any: `s="8" ` and the like come first. */
  cellAttributes?: string;
  numberType?: string;
  /** `50` as `50.0`. */
  number?: (text: string) => string;
  /** Rows without number and cells without address. */
  isUnaddressed?: boolean;
  rowAttributes?: (row: CellRow) => string;
  /** Cells that hold nothing but a format, to the right of each row. */
  blankCells?: number;
  rootAttributes?: string;
  /** Between the sheet's root and its data, and behind it. */
  before?: string;
  after?: string;
  workbookBefore?: string;
  /** Attributes of `sheet`; what the program makes of a sheet that is hidden for good. */
  sheetState?: (visibility: CellSheet['visibility']) => string;
  /** Name of the part, by number from 1. */
  sheetPart?: (number: number) => string;
  /** Targets from the root of the package, with a leading slash. */
  absoluteTargets?: boolean;
  /** Types beside those of our parts. */
  types?: string;
  /** The workbook's own type by the extension of its part. */
  typeByExtension?: boolean;
  /** Where the document properties are kept; null: the program writes none, or its own. */
  properties?: string | null;
  parts?: Record<string, string>;
  zip?: { stored?: boolean; descriptor?: 4 | 8; folders?: boolean };
}

const hiddenOnly = (visibility: CellSheet['visibility']) => (visibility === 'visible' ? '' : ' state="hidden"');

/** Programs that know two kinds of hiding, and those that know one. */
export const sheetStates = {
  kept: (visibility: CellSheet['visibility']) => (visibility === 'visible' ? '' : ` state="${visibility}"`),
  spelled: (visibility: CellSheet['visibility']) => ` state="${visibility}"`,
  hidden: hiddenOnly,
  hiddenSpelled: (visibility: CellSheet['visibility']) => hiddenOnly(visibility) || ' state="visible"',
  lost: () => '',
};
